import type { CheckId } from '#src/domain/backlog/finding';
import { CHECK_OF_NUMBER, NUMBER_OF_CHECK } from '#src/domain/flag-record/check-numbers';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';

/** What a frozen readiness holds besides its sprint and its moment: ids, numbers, and digests of options. */
export interface PackedFreeze {
  /** The checks that were on: number and digest. */
  readonly rules: readonly (readonly [check: number, rule: string])[];
  /** Issue id, and the checks that failed and that gave no answer, each as the sum of 2 to the power of its number. */
  readonly issues: readonly (readonly [issueId: string, failing: number, unanswered: number])[];
}

const setOf = (checks: readonly CheckId[]) =>
  checks.reduce((sum, check) => sum | (1 << NUMBER_OF_CHECK[check]), 0);

const checksIn = (set: number): readonly CheckId[] =>
  [...CHECK_OF_NUMBER].flatMap(([number, check]) => ((set & (1 << number)) === 0 ? [] : [check]));

/** A hundred issues take about 2 KB. */
export function packFreeze({ checksOn, issues }: FrozenReadiness): PackedFreeze {
  return {
    rules: [...checksOn].map(([check, rule]) => [NUMBER_OF_CHECK[check], rule]),
    issues: issues.map(({ issueId, failing, unanswered }) => [issueId, setOf(failing), setOf(unanswered)]),
  };
}

/** What was packed; checks that are no more are left out. */
export function unpackFreeze({ rules, issues }: PackedFreeze): Pick<FrozenReadiness, 'checksOn' | 'issues'> {
  const checksOn = rules.flatMap(([number, rule]) => {
    const check = CHECK_OF_NUMBER.get(number);
    return check === undefined ? [] : [[check, rule] as const];
  });
  return {
    checksOn: new Map(checksOn),
    issues: issues.map(([issueId, failing, unanswered]) => ({
      issueId,
      failing: checksIn(failing),
      unanswered: checksIn(unanswered),
    })),
  };
}
