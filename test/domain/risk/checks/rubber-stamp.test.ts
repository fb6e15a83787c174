import { describe, expect, it } from 'vitest';

import { rubberStamp } from '#src/domain/risk/checks/rubber-stamp';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const row = (unchangedInARow: number): Partial<Risk> => ({ review: { last: null, unchangedInARow } });
const CASES: readonly Case[] = [
  { says: 'passes after three', risk: row(3), context: { level: 'high' }, outcome: { result: 'pass' } },
  {
    says: 'fails after four',
    risk: row(4),
    context: { level: 'high' },
    outcome: { result: 'fail', facts: { reviews: 4 } },
  },
  {
    says: 'goes on counting',
    risk: row(7),
    context: { level: 'high' },
    outcome: { result: 'fail', facts: { reviews: 7 } },
  },
  {
    says: 'does not apply below High',
    risk: row(4),
    outcome: { result: 'not-applicable', reason: 'not-high' },
  },
];

describe('rubber-stamp', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(rubberStamp.evaluate(buildRisk(risk), rubberStamp.options, buildRiskContext(context))).toEqual(
      outcome,
    );
  });
});
