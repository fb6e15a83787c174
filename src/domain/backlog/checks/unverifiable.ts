import { defineCheck, type CriteriaPractice } from '#src/domain/backlog/checks/define-check';
import type { Outcome, Severity } from '#src/domain/backlog/finding';
import { isStoryType, saysHowToVerify } from '#src/domain/backlog/text/criteria';

/**
 * Fails when neither a field nor the description of a story says how its result is verified. It holds a team to its own
 * practice: off where few of its done stories said so, a note where some did, a warning where nearly all did. With one
 * severity for all, a team in which a third of the stories have criteria would be warned about two thirds of its backlog.
 * Known false positive: criteria in a linked page or a picture.
 */
export const unverifiable = defineCheck({
  meta: { id: 'unverifiable', severity: 'warn', enabledByDefault: true },
  options: {
    minimumShare: 0.2,
    usualShare: 0.8,
    minimumStories: 10,
    bullets: 2,
    words: [] as readonly string[],
    fields: [] as readonly string[],
  },
  evaluate({ issueType, description, hasCriteriaField }, options, { practice }) {
    if (!isStoryType(issueType.name)) return { result: 'not-applicable', reason: 'not-a-story' };
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (practice === null || practice.stories < options.minimumStories) {
      return { result: 'unknown', reason: 'too-little-history' };
    }
    const share = practice.withCriteria / practice.stories;
    if (share < options.minimumShare) return { result: 'not-applicable', reason: 'not-the-practice-here' };
    if (hasCriteriaField || saysHowToVerify(description, options)) return { result: 'pass' };
    if (description === undefined) return { result: 'unknown', reason: 'description-not-shown' };
    return failing(practice, share >= options.usualShare ? 'warn' : 'info');
  },
});

function failing({ stories, withCriteria }: CriteriaPractice, severity: Severity): Outcome<CriteriaPractice> {
  return { result: 'fail', severity, facts: { stories, withCriteria } };
}
