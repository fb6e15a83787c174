import { describe, expect, it } from 'vitest';

import { emptyRegister } from '#src/domain/risk/checks/empty-register';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisks, TODAY } from '../../../builders/risk';

const CASES: readonly { says: string; risks: readonly Partial<Risk>[]; outcome: object }[] = [
  { says: 'fails without a risk', risks: [], outcome: { result: 'fail', facts: { over: 0 } } },
  { says: 'passes with one', risks: [{}], outcome: { result: 'pass' } },
  {
    says: 'passes with one that is accepted',
    risks: [{ state: { kind: 'accepted', by: null, until: null } }],
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when all are over',
    risks: [{ state: { kind: 'closed', on: TODAY } }, { state: { kind: 'happened', on: TODAY } }],
    outcome: { result: 'fail', facts: { over: 2 } },
  },
];

describe('empty-register', () => {
  it.each(CASES)('$says', ({ risks, outcome }) => {
    expect(emptyRegister.evaluate(buildRisks(risks), emptyRegister.options)).toEqual(outcome);
  });
});
