import type { ListedIssue } from '#src/ports/backlog';
import type { OwnChange } from '#src/ports/kept-health';
import type { BoardBacklog } from '#src/usecases/board-backlog';

/** Changes remembered at most, the last ones: each makes the probe's address longer. A refinement makes a dozen. */
const MOST = 20;

/** An issue just before and just after the viewer changed it. */
export interface Changed {
  readonly before: ListedIssue;
  readonly after: ListedIssue;
}

/**
 * The viewer's own changes that the last answer has in it, after one more. A change counts where nobody else had a hand in the
 * issue since that answer: before, it was as the answer or the viewer's own last change left it; and afterwards it is in the
 * same sprint with the same summary, neither of which is judged again. Any other is left for the probe to find.
 */
export function withOwnChange(
  known: readonly OwnChange[],
  { asOf, assessment }: BoardBacklog,
  { before, after }: Changed,
): readonly OwnChange[] {
  const { id, updated, summary } = before;
  const isUntouched =
    updated <= asOf.toISOString() || known.some((one) => one.issueId === id && one.updated === updated);
  const place = assessment.issues.find((issue) => issue.id === id);
  const isInPlace = place?.sprintId === (after.sprint?.id ?? null) && summary === after.summary;
  const others = known.filter(({ issueId }) => issueId !== id);
  return isUntouched && isInPlace
    ? [...others, { issueId: id, updated: after.updated }].slice(-MOST)
    : others;
}
