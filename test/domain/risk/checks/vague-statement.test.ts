import { describe, expect, it } from 'vitest';

import { vagueStatement } from '#src/domain/risk/checks/vague-statement';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (words: number) => ({ result: 'fail', facts: { words, minimum: 4 } });
const CASES: readonly Case[] = [
  { says: 'fails on one word', risk: { title: 'Resources' }, outcome: fail(1) },
  { says: 'fails on three', risk: { title: 'API delay (backend)' }, outcome: fail(3) },
  { says: 'passes with four', risk: { title: 'Tax API changes late' }, outcome: { result: 'pass' } },
  {
    says: 'counts the guided parts',
    risk: { title: 'API delay', effect: 'invoices are rejected' },
    outcome: { result: 'pass' },
  },
  {
    says: 'counts no numbers and no addresses',
    risk: { title: 'Delay 2026 12 https://example.com' },
    outcome: fail(1),
  },
  {
    says: 'counts words of German',
    risk: { title: 'Steuerschnittstelle ändert sich im Januar' },
    outcome: { result: 'pass' },
  },
  {
    says: 'counts words of Japanese',
    risk: { title: '税務APIが1月に変更され請求書が拒否される' },
    outcome: { result: 'pass' },
  },
  { says: 'fails on one word of Japanese', risk: { title: '遅延' }, outcome: fail(1) },
];

describe('vague-statement', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      vagueStatement.evaluate(buildRisk(risk), vagueStatement.options, buildRiskContext(context)),
    ).toEqual(outcome);
  });
});
