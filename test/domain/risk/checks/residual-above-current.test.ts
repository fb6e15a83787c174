import { describe, expect, it } from 'vitest';

import { residualAboveCurrent } from '#src/domain/risk/checks/residual-above-current';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Exposure } from '#src/domain/risk/rating';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, exposure } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const rated = (current: Exposure, residual: Exposure | null): Partial<Risk> => ({ ...current, residual });
const fail = (current: Exposure, residual: Exposure) => ({ result: 'fail', facts: { current, residual } });
const CASES: readonly Case[] = [
  {
    says: 'does not apply without one',
    risk: rated(exposure(2, 2), null),
    outcome: { result: 'not-applicable', reason: 'no-residual' },
  },
  {
    says: 'passes when it is lower',
    risk: rated(exposure(2, 2), exposure(1, 2)),
    outcome: { result: 'pass' },
  },
  {
    says: 'passes when it is the same',
    risk: rated(exposure(2, 2), exposure(2, 2)),
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when one rating is higher',
    risk: rated(exposure(2, 2), exposure(2, 3)),
    outcome: fail(exposure(2, 2), exposure(2, 3)),
  },
  {
    says: 'passes when one is traded for the other at the same level',
    risk: rated(exposure(2, 3), exposure(3, 2)),
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when the trade raises the level',
    risk: rated(exposure(1, 3), exposure(2, 2)),
    context: { level: 'low' },
    outcome: fail(exposure(1, 3), exposure(2, 2)),
  },
  {
    says: 'compares what was rated on different scales as it is shown',
    risk: rated(exposure(3, 3, 5), exposure(2, 2)),
    outcome: { result: 'pass' },
  },
];

describe('residual-above-current', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      residualAboveCurrent.evaluate(buildRisk(risk), residualAboveCurrent.options, buildRiskContext(context)),
    ).toEqual(outcome);
  });
});
