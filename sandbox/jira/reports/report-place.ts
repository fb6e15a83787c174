import type { IssueState } from '#sandbox/jira/reports/issue-timeline';

export type ReportList = 'completed' | 'completed-outside' | 'not-completed' | 'removed';

/** Where an issue stands in the report of a sprint. */
export interface ReportPlace {
  readonly list: ReportList;
  readonly wasAdded: boolean;
  /** null: it had no estimate then. */
  readonly estimateAtStart: number | null;
  readonly estimateAtEnd: number | null;
}

/** The state from which on the issue has been done without a break, up to the last of the states. */
function becameDone(states: readonly IssueState[]): IssueState | undefined {
  const lastOpen = states.findLastIndex(({ isDone }) => !isDone);
  return states[lastOpen + 1];
}

/** The state in which the issue left the sprint for the last time. */
function lastRemoval(states: readonly IssueState[]): IssueState | undefined {
  return states.findLast(({ isInSprint }, index) => !isInSprint && states[index - 1]?.isInSprint === true);
}

/**
 * Places an issue in the report of a sprint by its states; null when it was never in the sprint while that ran. What happened at
 * `start` was planned, what happened at `end` came too late. Both are epoch milliseconds; the end of a running sprint is Infinity.
 */
export function reportPlace(
  states: readonly IssueState[],
  { start, end }: { readonly start: number; readonly end: number },
): ReportPlace | null {
  const past = states.filter(({ at }) => at < end);
  const planned = past.findLast(({ at }) => at <= start);
  const during = past.filter(({ at }) => at > start);
  const wasAdded = planned?.isInSprint !== true;
  const joined = wasAdded ? during.find(({ isInSprint }) => isInSprint) : planned;
  const last = past.at(-1);
  if (!joined || !last) return null;
  const place = { wasAdded, estimateAtStart: joined.estimate };
  if (!last.isInSprint) {
    return { ...place, list: 'removed', estimateAtEnd: lastRemoval(past)?.estimate ?? null };
  }
  const finish = becameDone(past);
  const isInside = finish !== undefined && finish.at > start && finish.isInSprint;
  const doneList = isInside ? 'completed' : 'completed-outside';
  return { ...place, list: last.isDone ? doneList : 'not-completed', estimateAtEnd: last.estimate };
}
