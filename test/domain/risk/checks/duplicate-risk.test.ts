import { describe, expect, it } from 'vitest';

import { duplicateRisk } from '#src/domain/risk/checks/duplicate-risk';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const CASES: readonly Case[] = [
  { says: 'passes when no older risk says so', outcome: { result: 'pass' } },
  {
    says: 'names the older one',
    context: { duplicateOf: { riskId: 'risk-7', isSame: false } },
    outcome: { result: 'fail', facts: { riskId: 'risk-7', isSame: false } },
  },
];

describe('duplicate-risk', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(duplicateRisk.evaluate(buildRisk(risk), duplicateRisk.options, buildRiskContext(context))).toEqual(
      outcome,
    );
  });
});
