import { describe, expect, it } from 'vitest';

import { reviewOverdue } from '#src/domain/risk/checks/review-overdue';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, TODAY } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (severity: string, level: string, days: number) => ({
  result: 'fail',
  severity,
  facts: { level, dueOn: '2026-11-20', days },
});
const over = (days: number) => ({ due: { on: '2026-11-20', daysOverdue: days } });
const CASES: readonly Case[] = [
  { says: 'passes before it is due', context: {}, outcome: { result: 'pass' } },
  { says: 'passes on the day', context: { due: { on: TODAY, daysOverdue: 0 } }, outcome: { result: 'pass' } },
  { says: 'fails the day after', context: over(1), outcome: fail('warn', 'medium', 1) },
  {
    says: 'is critical at High',
    context: { ...over(4), level: 'high' },
    outcome: fail('critical', 'high', 4),
  },
  {
    says: 'is a warning one day before a second period is over',
    context: over(13),
    outcome: fail('warn', 'medium', 13),
  },
  { says: 'is critical once it is', context: over(14), outcome: fail('critical', 'medium', 14) },
  {
    says: 'is a warning at Low up to the 29th day',
    context: { ...over(29), level: 'low' },
    outcome: fail('warn', 'low', 29),
  },
  {
    says: "counts the register's own period",
    context: { ...over(2), cadence: { high: 7, medium: 2, low: 30 } },
    outcome: fail('critical', 'medium', 2),
  },
];

describe('review-overdue', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(reviewOverdue.evaluate(buildRisk(risk), reviewOverdue.options, buildRiskContext(context))).toEqual(
      outcome,
    );
  });
});
