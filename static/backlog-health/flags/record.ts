import type { FlagRecordAnswer, FlagVerdictAnswer, ScoredCheckAnswer } from '#src/contract/flag-record';

export type FlagRecord = FlagRecordAnswer;
export type ScoredCheck = ScoredCheckAnswer;
export type Side = ScoredCheck['flagged'];

/** What needs somebody first, then what is known best. */
const ORDER = {
  'consider-off': 0,
  'earns-its-place': 1,
  'in-between': 2,
  'too-few': 3,
  'not-scored': 4,
} as const satisfies Record<FlagVerdictAnswer, number>;

/** The checks that are on and kept score of. */
export function scoredOn({ checks }: FlagRecord): readonly ScoredCheck[] {
  return checks.filter(({ isOn, verdict }) => isOn && verdict !== 'not-scored');
}

/** Whether there is something to compare: an issue on either side. */
const isComparable = ({ flagged, unflagged }: ScoredCheck) => flagged.issues > 0 && unflagged.issues > 0;

/** The checks with something to see, in the order in which they are shown; of those that are off, too, what was counted while they were on. */
export function shownChecks({ checks }: FlagRecord): readonly ScoredCheck[] {
  return checks
    .filter((check) => check.verdict !== 'not-scored' && isComparable(check))
    .toSorted((one, other) => ORDER[one.verdict] - ORDER[other.verdict]);
}

/** The checks that are on and have nothing to compare yet, and those that no sprint can tell of. */
export function checksApart(record: FlagRecord): {
  readonly waiting: readonly ScoredCheck[];
  readonly notScored: readonly ScoredCheck[];
} {
  return {
    waiting: scoredOn(record).filter((check) => !isComparable(check)),
    notScored: record.checks.filter(({ isOn, verdict }) => isOn && verdict === 'not-scored'),
  };
}

/** The same record with one check on or off. */
export function withCheck(record: FlagRecord, check: ScoredCheck['check'], isOn: boolean): FlagRecord {
  return {
    ...record,
    checks: record.checks.map((each) => (each.check === check ? { ...each, isOn } : each)),
  };
}
