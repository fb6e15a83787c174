import { z } from 'zod';

import { DESCRIPTION } from '#src/adapters/jira/description';
import { criteriaSchema } from '#src/adapters/jira/issue';
import { isStoryType, saysHowToVerify } from '#src/domain/backlog/text/criteria';
import type { BoardToRead } from '#src/ports/backlog';

/** What a done issue tells of the team's practice. */
export interface Practice {
  /** A story whose text the viewer may see. */
  readonly isStory: boolean;
  /** Whether its text or one of the criteria fields says how it is verified. */
  readonly saysHow: boolean;
}

/**
 * Issues whose text is read to learn the team's practice, where no history is read issue by issue. Twenty points are affordable where the
 * past costs a point a fortnight or nothing, and enough to tell one in five from four in five.
 */
export const PRACTICE_SAMPLE = 20;

/** What counts as a list of criteria, the same for every team's past whatever it has set for its future. */
const READING = { bullets: 2, words: [] } as const;

/** The fields that `practiceSchema` reads. */
export function practiceFields({ criteriaFieldIds }: BoardToRead): readonly string[] {
  return ['description', 'issuetype', ...criteriaFieldIds];
}

/** Reads a done issue's practice from its fields. */
export function practiceSchema(board: BoardToRead): z.ZodType<Practice> {
  const text = z.object({ description: DESCRIPTION, issuetype: z.object({ name: z.string() }).optional() });
  return z
    .intersection(text, criteriaSchema(board))
    .transform(({ description, issuetype, hasCriteria }): Practice => {
      const isShown = description !== undefined || hasCriteria;
      return {
        isStory: isShown && issuetype !== undefined && isStoryType(issuetype.name),
        saysHow: hasCriteria || saysHowToVerify(description, READING),
      };
    });
}

/** Counts the stories among issues, and those of them that say how they are verified. */
export function countPractice(issues: readonly Practice[]) {
  const stories = issues.filter(({ isStory }) => isStory);
  return { stories: stories.length, storiesWithCriteria: stories.filter(({ saysHow }) => saysHow).length };
}
