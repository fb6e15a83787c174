import type { CheckId } from '#src/domain/backlog/finding';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';
import { isTroubled, type IssueFate } from '#src/domain/flag-record/issue-fate';

/** What became of a number of issues. One issue may count in several; `troubled` are those that count in any. */
export interface FateCounts {
  readonly issues: number;
  readonly reestimated: number;
  readonly rewritten: number;
  readonly carriedOver: number;
  readonly dropped: number;
  readonly troubled: number;
}

/** The issues that a check flagged, against those that it looked at and did not flag. */
export interface CheckTally {
  readonly flagged: FateCounts;
  readonly unflagged: FateCounts;
}

/** The counts of some sprints. A check that is not in it was off, or answered on no issue. */
export interface Tally {
  readonly sprints: number;
  readonly checks: ReadonlyMap<CheckId, CheckTally>;
}

const NO_FATES: FateCounts = {
  issues: 0,
  reestimated: 0,
  rewritten: 0,
  carriedOver: 0,
  dropped: 0,
  troubled: 0,
};

/** Of a check that was off, or answered on no issue. */
export const NO_CHECK: CheckTally = { flagged: NO_FATES, unflagged: NO_FATES };

/** The tally of no sprint: adding it changes nothing. */
export const EMPTY_TALLY: Tally = { sprints: 0, checks: new Map() };

/**
 * Counts one sprint. A check counts where it was on and gave an answer.
 * @param fates by issue id; a frozen issue without one (deleted, not shown, or not in the sprint at its start after all) is left out.
 */
export function tallySprint(
  { checksOn, issues }: FrozenReadiness,
  fates: ReadonlyMap<string, IssueFate>,
): Tally {
  const checks = new Map<CheckId, CheckTally>();
  for (const { issueId, failing, unanswered } of issues) {
    const fate = fates.get(issueId);
    if (fate === undefined) continue;
    const counts = countsOf(fate);
    for (const check of checksOn.keys()) {
      if (unanswered.includes(check)) continue;
      const isFlagged = failing.includes(check);
      const one = { flagged: isFlagged ? counts : NO_FATES, unflagged: isFlagged ? NO_FATES : counts };
      checks.set(check, addChecks(checks.get(check), one));
    }
  }
  return { sprints: 1, checks };
}

function countsOf(fate: IssueFate): FateCounts {
  return {
    issues: 1,
    reestimated: Number(fate.isReestimated),
    rewritten: Number(fate.isRewritten),
    carriedOver: Number(fate.isCarriedOver),
    dropped: Number(fate.isDropped),
    troubled: Number(isTroubled(fate)),
  };
}

/** Of a sprint's tally only the checks that judge by the same options today: the others were not the checks that they are. */
export function tallyUnder(
  { sprints, checks }: Tally,
  { checksOn }: Pick<FrozenReadiness, 'checksOn'>,
  today: ReadonlyMap<CheckId, string>,
): Tally {
  const same = [...checks].filter(([check]) => checksOn.get(check) === today.get(check));
  return { sprints, checks: new Map(same) };
}

/** The tally of all sprints of both. */
export function addTallies(one: Tally, other: Tally): Tally {
  const checks = new Map(one.checks);
  for (const [check, tally] of other.checks) checks.set(check, addChecks(checks.get(check), tally));
  return { sprints: one.sprints + other.sprints, checks };
}

function addChecks(one: CheckTally | undefined, other: CheckTally): CheckTally {
  if (one === undefined) return other;
  return {
    flagged: addCounts(one.flagged, other.flagged),
    unflagged: addCounts(one.unflagged, other.unflagged),
  };
}

function addCounts(one: FateCounts, other: FateCounts): FateCounts {
  return {
    issues: one.issues + other.issues,
    reestimated: one.reestimated + other.reestimated,
    rewritten: one.rewritten + other.rewritten,
    carriedOver: one.carriedOver + other.carriedOver,
    dropped: one.dropped + other.dropped,
    troubled: one.troubled + other.troubled,
  };
}
