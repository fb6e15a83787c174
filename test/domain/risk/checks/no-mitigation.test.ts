import { describe, expect, it } from 'vitest';

import { noMitigation } from '#src/domain/risk/checks/no-mitigation';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, plan } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (severity: string, level: string) => ({ result: 'fail', severity, facts: { level } });
const NONE = { plan: null, issueIds: [] };
const CASES: readonly Case[] = [
  {
    says: 'passes with a plan',
    risk: { plan: plan('Train them.'), issueIds: [] },
    outcome: { result: 'pass' },
  },
  {
    says: 'passes with an issue, whatever it is worth',
    risk: { plan: null, issueIds: ['1'] },
    outcome: { result: 'pass' },
  },
  { says: 'fails at Medium with neither', risk: NONE, outcome: fail('warn', 'medium') },
  { says: 'is critical at High', risk: NONE, context: { level: 'high' }, outcome: fail('critical', 'high') },
  {
    says: 'asks for a plan where the risk is transferred',
    risk: { ...NONE, response: 'transfer' },
    outcome: fail('warn', 'medium'),
  },
  {
    says: 'does not apply at Low',
    risk: NONE,
    context: { level: 'low' },
    outcome: { result: 'not-applicable', reason: 'low' },
  },
  {
    says: 'does not apply to what is accepted by its state',
    risk: { ...NONE, state: { kind: 'accepted', by: 'maria', until: null } },
    outcome: { result: 'not-applicable', reason: 'accepted' },
  },
  {
    says: 'does not apply to what is accepted by its response',
    risk: { ...NONE, response: 'accept', state: { kind: 'open' } },
    outcome: { result: 'not-applicable', reason: 'accepted' },
  },
];

describe('no-mitigation', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(noMitigation.evaluate(buildRisk(risk), noMitigation.options, buildRiskContext(context))).toEqual(
      outcome,
    );
  });
});
