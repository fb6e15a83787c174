import { z } from 'zod';

import { INSTANT } from '#src/adapters/jira/instant';
import { estimateSchema } from '#src/adapters/jira/issue';
import { countPractice, practiceSchema, type Practice } from '#src/adapters/jira/story-practice';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { ClosedSprint } from '#src/ports/sprints';

/** A done issue, as far as it tells which sprint delivered it and what the team's practice is. */
export interface DoneIssue extends Practice {
  readonly estimate: number | null;
  /** ISO 8601 in UTC; null where the site's workflow sets no resolution. */
  readonly resolved: string | null;
  /** The sprints it was in when they closed. */
  readonly closedSprintIds: readonly number[];
  /** The sprint it was in last; null when that one is still open. */
  readonly lastClosedSprintId: number | null;
}

/** The wire's issue with the fields of the board's estimate and practice, as a done issue. */
export function doneIssue(board: BoardToRead): z.ZodType<DoneIssue> {
  const sprint = z.object({ id: z.number().int(), completeDate: INSTANT.optional() });
  const known = z.object({
    resolutiondate: INSTANT.nullish(),
    sprint: z.object({ id: z.number().int() }).nullish(),
    closedSprints: z.array(sprint).nullish(),
  });
  const fields = z.intersection(known, z.intersection(estimateSchema(board), practiceSchema(board)));
  return z
    .object({ fields })
    .transform(
      ({
        fields: { estimate, isStory, saysHow, resolutiondate, sprint: open, closedSprints },
      }): DoneIssue => {
        const byEnd = (closedSprints ?? []).toSorted((one, other) =>
          (one.completeDate ?? '').localeCompare(other.completeDate ?? ''),
        );
        return {
          estimate,
          isStory,
          saysHow,
          resolved: resolutiondate ?? null,
          closedSprintIds: byEnd.map(({ id }) => id),
          lastClosedSprintId: open ? null : (byEnd.at(-1)?.id ?? null),
        };
      },
    );
}

/** Whether the sprint delivered the issue: resolved inside it or, where Jira says no date, in it last of all. */
function isDeliveredBy(sprint: ClosedSprint, issue: DoneIssue): boolean {
  if (issue.resolved === null) return issue.lastClosedSprintId === sprint.id;
  const { startDate, completeDate } = sprint;
  return (
    issue.closedSprintIds.includes(sprint.id) && startDate <= issue.resolved && issue.resolved <= completeDate
  );
}

/** Sums up what each sprint delivered, in the order given. */
export function sumDelivered(
  sprints: readonly ClosedSprint[],
  issues: readonly DoneIssue[],
): readonly SprintOutcome[] {
  return sprints.map((sprint) => {
    const delivered = issues.filter((issue) => isDeliveredBy(sprint, issue));
    return {
      sprintId: sprint.id,
      startDate: sprint.startDate,
      completeDate: sprint.completeDate,
      deliveredPoints: delivered.reduce((sum, issue) => sum + (issue.estimate ?? 0), 0),
      deliveredItems: delivered.length,
      ...countPractice(delivered),
    };
  });
}
