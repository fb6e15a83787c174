import { describe, expect, it } from 'vitest';

import { noOwner } from '#src/domain/risk/checks/no-owner';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (severity: string, ownerId: string | null) => ({ result: 'fail', severity, facts: { ownerId } });
const CASES: readonly Case[] = [
  { says: 'passes with an active owner', risk: { ownerId: 'maria' }, outcome: { result: 'pass' } },
  { says: 'fails when nobody owns it', risk: { ownerId: null }, outcome: fail('critical', null) },
  {
    says: 'fails when the account is deactivated',
    risk: { ownerId: 'petra' },
    outcome: fail('critical', 'petra'),
  },
  {
    says: 'is critical at High',
    risk: { ownerId: null },
    context: { level: 'high' },
    outcome: fail('critical', null),
  },
  {
    says: 'is a warning at Low',
    risk: { ownerId: null },
    context: { level: 'low' },
    outcome: fail('warn', null),
  },
  {
    says: 'cannot tell about an account that was not read',
    risk: { ownerId: 'stranger' },
    outcome: { result: 'unknown', reason: 'account-not-known' },
  },
];

describe('no-owner', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(noOwner.evaluate(buildRisk(risk), noOwner.options, buildRiskContext(context))).toEqual(outcome);
  });
});
