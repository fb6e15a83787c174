import type { SprintIssue } from '#src/domain/capacity/sprint-record';

/** What became of an issue that was in its sprint at the start. Several may be true. */
export interface IssueFate {
  /** Its estimate at the end is another one than at the start; empty is another one than 0. */
  readonly isReestimated: boolean;
  /** Its summary or description changed. */
  readonly isRewritten: boolean;
  readonly isCarriedOver: boolean;
  /** Taken out of the sprint and not put back. */
  readonly isDropped: boolean;
}

/** That a change log names a change of an issue's text. The words themselves are of no use here. */
export interface TextChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly field: 'summary' | 'description';
}

/**
 * The fate of one issue, by the rules of docs/sprint-history.md: a change at the instant of the start belongs to the plan, one at
 * the instant of the end comes too late.
 * @param issue what the sprint's record says of it, estimates included.
 * @param window of the sprint, in milliseconds since 1970; where the readiness was frozen after the start, from that moment on, because
 * the checks saw the text as it was then.
 * @returns null for an issue that joined after the start.
 */
export function fateOf(
  { list, wasAdded, estimateAtStart, estimateAtEnd }: SprintIssue,
  changes: readonly TextChange[],
  { start, end }: { readonly start: number; readonly end: number },
): IssueFate | null {
  if (wasAdded) return null;
  return {
    isReestimated: estimateAtStart !== estimateAtEnd,
    isRewritten: changes.some(({ at }) => at > start && at < end),
    isCarriedOver: list === 'not-completed',
    isDropped: list === 'removed',
  };
}

/** Whether the issue gave trouble: at least one of the four. */
export function isTroubled({ isReestimated, isRewritten, isCarriedOver, isDropped }: IssueFate): boolean {
  return isReestimated || isRewritten || isCarriedOver || isDropped;
}
