import { certaintyOfHigher } from '#src/domain/flag-record/certainty';
import type { CheckTally, FateCounts } from '#src/domain/flag-record/tally';

/** See docs/flag-record.md; `in-between` is also the answer where there was nothing to tell apart. */
export type FlagVerdict = 'earns-its-place' | 'consider-off' | 'in-between' | 'too-few';

export interface CheckJudgement {
  readonly verdict: FlagVerdict;
  /** Probability that flagged issues get into trouble more often than others; null when one side is empty. */
  readonly certainty: number | null;
}

/** Issues needed on either side before anything is said of a check, and before it is said to be of no use. */
export const ISSUES_REQUIRED = { toSpeak: 20, toAdviseOff: 40 } as const;

/** From this certainty on a check earns its place. */
const EARNS_FROM = 0.9;

/** Below this certainty the flagged issues did no worse than the others. */
const OFF_BELOW = 0.4;

/** Says whether a check told troubled issues from others, by rules that docs/flag-record.md gives reasons for. */
export function judgeCheck({ flagged, unflagged }: CheckTally): CheckJudgement {
  if (flagged.issues === 0 || unflagged.issues === 0) return { verdict: 'too-few', certainty: null };
  const certainty = certaintyOfHigher(rateOf(flagged), rateOf(unflagged));
  const fewest = Math.min(flagged.issues, unflagged.issues);
  if (fewest < ISSUES_REQUIRED.toSpeak) return { verdict: 'too-few', certainty };
  return { verdict: verdictOf(certainty, fewest, flagged, unflagged), certainty };
}

function verdictOf(
  certainty: number,
  fewest: number,
  flagged: FateCounts,
  unflagged: FateCounts,
): FlagVerdict {
  if (certainty >= EARNS_FROM) return 'earns-its-place';
  // Where no issue, or every issue, got into trouble there was nothing to tell apart, and no check is to blame for that.
  const troubled = flagged.troubled + unflagged.troubled;
  const hadBoth = troubled > 0 && troubled < flagged.issues + unflagged.issues;
  const isNoBetter = hadBoth && certainty < OFF_BELOW && fewest >= ISSUES_REQUIRED.toAdviseOff;
  return isNoBetter ? 'consider-off' : 'in-between';
}

/** The rate of trouble of some issues. */
export function rateOf({ troubled, issues }: FateCounts) {
  return { hits: troubled, of: issues };
}
