import { describe, expect, it } from 'vitest';

import { openAcceptance } from '#src/domain/risk/checks/open-acceptance';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (
  severity: string,
  problems: readonly string[],
  until: string | null = null,
  daysExpired: number | null = null,
) => ({
  result: 'fail',
  severity,
  facts: { problems, until, daysExpired },
});
const accepted = (by: string | null, until: string | null): Partial<Risk> => ({
  response: 'accept',
  state: { kind: 'accepted', by, until },
});
const CASES: readonly Case[] = [
  {
    says: 'does not apply to what is not accepted',
    risk: {},
    outcome: { result: 'not-applicable', reason: 'not-accepted' },
  },
  {
    says: 'passes with an approver and an end ahead',
    risk: accepted('maria', '2027-02-01'),
    outcome: { result: 'pass' },
  },
  { says: 'passes on the last day', risk: accepted('maria', '2026-11-24'), outcome: { result: 'pass' } },
  {
    says: 'fails the day after',
    risk: accepted('maria', '2026-11-23'),
    outcome: fail('critical', ['expired'], '2026-11-23', 1),
  },
  {
    says: 'fails without an approver',
    risk: accepted(null, '2027-02-01'),
    outcome: fail('warn', ['no-approver'], '2027-02-01'),
  },
  { says: 'fails without an end', risk: accepted('maria', null), outcome: fail('warn', ['no-expiry']) },
  {
    says: 'is critical at High',
    risk: accepted('maria', null),
    context: { level: 'high' },
    outcome: fail('critical', ['no-expiry']),
  },
  {
    says: 'names all that is missing',
    risk: accepted(null, '2026-10-25'),
    outcome: fail('critical', ['no-approver', 'expired'], '2026-10-25', 30),
  },
  {
    says: 'fails when only the response says so',
    risk: { response: 'accept', state: { kind: 'open' } },
    outcome: fail('warn', ['no-approver', 'no-expiry']),
  },
  {
    says: 'looks at the state where the response says otherwise',
    risk: { ...accepted('maria', null), response: 'mitigate' },
    outcome: fail('warn', ['no-expiry']),
  },
];

describe('open-acceptance', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      openAcceptance.evaluate(buildRisk(risk), openAcceptance.options, buildRiskContext(context)),
    ).toEqual(outcome);
  });
});
