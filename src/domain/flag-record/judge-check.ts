import { certaintyOfHigher } from '#src/domain/flag-record/certainty';
import type { CheckTally, FateCounts } from '#src/domain/flag-record/tally';

/** See docs/flag-record.md; `too-few` is also the answer while the counts leave it open. */
export type FlagVerdict = 'earns-its-place' | 'consider-off' | 'too-few';

export interface CheckJudgement {
  readonly verdict: FlagVerdict;
  /** Probability that flagged issues get into trouble more often than others; null when one side is empty. */
  readonly certainty: number | null;
}

/** Issues needed on either side before anything is said of a check. */
export const ISSUES_REQUIRED = 20;

/** From this certainty on a check earns its place. */
const EARNS_FROM = 0.9;

/** Below this certainty the flagged issues did no worse than the others. */
const OFF_BELOW = 0.5;

/** Says whether a check told troubled issues from others, by rules that docs/flag-record.md gives reasons for. */
export function judgeCheck({ flagged, unflagged }: CheckTally): CheckJudgement {
  if (flagged.issues === 0 || unflagged.issues === 0) return { verdict: 'too-few', certainty: null };
  const certainty = certaintyOfHigher(rateOf(flagged), rateOf(unflagged));
  const hasEnough = Math.min(flagged.issues, unflagged.issues) >= ISSUES_REQUIRED;
  return { verdict: hasEnough ? verdictOf(certainty, flagged, unflagged) : 'too-few', certainty };
}

function verdictOf(certainty: number, flagged: FateCounts, unflagged: FateCounts): FlagVerdict {
  if (certainty >= EARNS_FROM) return 'earns-its-place';
  // Where no issue, or every issue, got into trouble there was nothing to tell apart, and no check is to blame for that.
  const troubled = flagged.troubled + unflagged.troubled;
  const hadBoth = troubled > 0 && troubled < flagged.issues + unflagged.issues;
  return hadBoth && certainty < OFF_BELOW ? 'consider-off' : 'too-few';
}

function rateOf({ troubled, issues }: FateCounts) {
  return { hits: troubled, of: issues };
}
