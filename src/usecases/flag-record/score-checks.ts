import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, Severity } from '#src/domain/backlog/finding';
import { intervalOf, type RateInterval } from '#src/domain/flag-record/certainty';
import { NOT_SCORED } from '#src/domain/flag-record/frozen-readiness';
import { judgeCheck, rateOf, type CheckJudgement } from '#src/domain/flag-record/judge-check';
import {
  addTallies,
  EMPTY_TALLY,
  NO_CHECK,
  tallyUnder,
  type FateCounts,
  type Tally,
} from '#src/domain/flag-record/tally';
import type { KeptFreeze, KeptTally } from '#src/ports/flag-record';
import { rulesOfChecks } from '#src/usecases/flag-record/rules-of-checks';

/** The issues of one side of a check, and where their rate of trouble lies. */
export interface ScoredSide {
  readonly counts: FateCounts;
  /** The middle 90 % of what the rate may be. */
  readonly likely: RateInterval;
}

/** How one check did on this board. */
export interface ScoredCheck extends Omit<CheckJudgement, 'verdict'> {
  readonly check: CheckId;
  readonly isOn: boolean;
  /** What the team set; where it left that to the check, as the check comes. */
  readonly severity: Severity;
  readonly flagged: ScoredSide;
  readonly unflagged: ScoredSide;
  readonly verdict: CheckJudgement['verdict'] | 'not-scored';
}

/** How much of what a rate may be the picture shows. */
const LIKELY = 0.9;

function sideOf(counts: FateCounts): ScoredSide {
  return { counts, likely: intervalOf(rateOf(counts), LIKELY) };
}

/** What is to be said of each check, in the order in which checks are listed. */
export function scoreChecks({ checks }: Tally, settings: CheckSettings): readonly ScoredCheck[] {
  return CHECK_IDS.map((check) => {
    const tally = checks.get(check) ?? NO_CHECK;
    const { verdict, certainty } = judgeCheck(tally);
    const { enabled, severity } = settings[check];
    return {
      check,
      isOn: enabled,
      severity: severity ?? CHECKS[check].meta.severity,
      flagged: sideOf(tally.flagged),
      unflagged: sideOf(tally.unflagged),
      verdict: NOT_SCORED.has(check) ? 'not-scored' : verdict,
      certainty,
    };
  });
}

/** The sum of what each sprint says of the checks as they judge today. */
export function sumOf(
  freezes: readonly KeptFreeze[],
  tallies: readonly KeptTally[],
  settings: CheckSettings,
): Tally {
  const rules = rulesOfChecks(settings);
  const bySprint = new Map(freezes.map((freeze) => [freeze.sprintId, freeze]));
  return tallies.reduce((sum, { sprintId, tally }) => {
    const freeze = bySprint.get(sprintId);
    return freeze === undefined ? sum : addTallies(sum, tallyUnder(tally, freeze, rules));
  }, EMPTY_TALLY);
}
