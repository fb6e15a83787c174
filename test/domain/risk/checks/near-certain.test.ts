import { describe, expect, it } from 'vitest';

import { nearCertain } from '#src/domain/risk/checks/near-certain';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Rating } from '#src/domain/risk/rating';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, rating } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (probability: Rating, dueOn: string | null) => ({
  result: 'fail',
  facts: { probability, dueOn },
});
const CASES: readonly Case[] = [
  { says: 'passes at High of three', risk: { probability: rating(3) }, outcome: { result: 'pass' } },
  {
    says: 'passes at High of three the day before its date',
    risk: { probability: rating(3), dueOn: '2026-11-25' },
    outcome: { result: 'pass' },
  },
  {
    says: 'fails at High of three on its date',
    risk: { probability: rating(3), dueOn: '2026-11-24' },
    outcome: fail(rating(3), '2026-11-24'),
  },
  {
    says: 'fails after its date',
    risk: { probability: rating(3), dueOn: '2026-11-23' },
    outcome: fail(rating(3), '2026-11-23'),
  },
  {
    says: 'passes at Medium whatever the date',
    risk: { probability: rating(2), dueOn: '2026-11-01' },
    outcome: { result: 'pass' },
  },
  {
    says: 'fails at the highest of five',
    risk: { probability: rating(5, 5) },
    context: { scale: 5 },
    outcome: fail(rating(5, 5), null),
  },
  {
    says: 'passes at four of five',
    risk: { probability: rating(4, 5) },
    context: { scale: 5 },
    outcome: { result: 'pass' },
  },
  {
    says: 'fails at four of five on its date',
    risk: { probability: rating(4, 5), dueOn: '2026-11-24' },
    context: { scale: 5 },
    outcome: fail(rating(4, 5), '2026-11-24'),
  },
  {
    says: 'passes at three of five on its date',
    risk: { probability: rating(3, 5), dueOn: '2026-11-24' },
    context: { scale: 5 },
    outcome: { result: 'pass' },
  },
  {
    says: 'passes at High of three shown on five, which nobody called certain',
    risk: { probability: rating(3) },
    context: { scale: 5 },
    outcome: { result: 'pass' },
  },
];

describe('near-certain', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(nearCertain.evaluate(buildRisk(risk), nearCertain.options, buildRiskContext(context))).toEqual(
      outcome,
    );
  });
});
