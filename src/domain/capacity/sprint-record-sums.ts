import { roundAmount } from '#src/domain/capacity/amount';
import type { Amount, SprintIssue, SprintList, SprintRecord } from '#src/domain/capacity/sprint-record';
import type { SprintWindow } from '#src/domain/capacity/sprint-record-issues';

const DAY = 86_400_000;

function amountOf(estimates: readonly (number | null)[]): Amount {
  return {
    points: roundAmount(estimates.reduce<number>((sum, estimate) => sum + (estimate ?? 0), 0)),
    items: estimates.length,
    withoutEstimate: estimates.filter((estimate) => estimate === null).length,
  };
}

const atStart = ({ estimateAtStart }: SprintIssue) => estimateAtStart;
const atEnd = ({ estimateAtEnd }: SprintIssue) => estimateAtEnd;

function reestimatedOf(issues: readonly SprintIssue[]): SprintRecord['reestimated'] {
  const changed = issues.filter((issue) => issue.estimateAtStart !== issue.estimateAtEnd);
  const points = changed.reduce(
    (sum, issue) => sum + (issue.estimateAtEnd ?? 0) - (issue.estimateAtStart ?? 0),
    0,
  );
  return { points: roundAmount(points), items: changed.length };
}

/** The part of the window that had passed at an instant. */
function partOf({ start, end }: SprintWindow, instant: number): number {
  return end > start ? Math.min(1, Math.max(0, (instant - start) / (end - start))) : 1;
}

/** How sure the figures are: what Jira did not show or was not asked for. */
export type Sureness = Pick<SprintRecord, 'unseen' | 'removedMayBeMissing'>;

/** Sums up the issues of one sprint, in time linear in their number but for putting the delivered ones in order. */
export function sumSprint(
  window: SprintWindow,
  issues: readonly SprintIssue[],
  sureness: Sureness,
): SprintRecord {
  const planned = issues.filter(({ wasAdded }) => !wasAdded);
  const added = issues.filter(({ wasAdded }) => wasAdded);
  const inList = (list: SprintList) => issues.filter((issue) => issue.list === list);
  const delivered = inList('completed')
    .flatMap(({ becameDone, startedWork, estimateAtEnd }) =>
      becameDone === null
        ? []
        : [{ becameDone, startedWork: startedWork ?? becameDone, points: estimateAtEnd ?? 0 }],
    )
    .sort((one, other) => one.becameDone - other.becameDone);
  return {
    sprintId: window.sprintId,
    startDate: new Date(window.start).toISOString(),
    completeDate: new Date(window.end).toISOString(),
    committed: amountOf(planned.map(atStart)),
    carriedIn: amountOf(planned.filter(({ wasCarriedIn }) => wasCarriedIn).map(atStart)),
    added: amountOf(added.map(atStart)),
    removed: amountOf(inList('removed').map(atEnd)),
    reestimated: reestimatedOf(issues),
    delivered: amountOf(inList('completed').map(atEnd)),
    outside: amountOf(inList('completed-outside').map(atEnd)),
    carriedOver: amountOf(inList('not-completed').map(atEnd)),
    deliveries: delivered.map(({ becameDone, points }) => ({
      at: roundAmount(partOf(window, becameDone)),
      points,
    })),
    cycleDays: delivered.map(({ becameDone, startedWork }) =>
      roundAmount(Math.max(0, becameDone - startedWork) / DAY),
    ),
    ...sureness,
  };
}
