import { describe, expect, it } from 'vitest';

import { residualLoweredUntouched } from '#src/domain/risk/checks/residual-lowered-untouched';
import type { MitigatingIssue, RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, buildMitigatingIssue, exposure, plan } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const lowered = (changes: Partial<Risk>): Partial<Risk> => ({
  ...exposure(2, 2),
  residual: exposure(1, 2),
  plan: null,
  ...changes,
});
const issues = (...each: readonly Partial<MitigatingIssue>[]) => ({
  issues: new Map(each.map((issue, index) => [String(index + 1), buildMitigatingIssue(issue)])),
});
const fail = (...issueIds: readonly string[]) => ({ result: 'fail', facts: { issueIds } });
const CASES: readonly Case[] = [
  {
    says: 'does not apply without a residual',
    risk: lowered({ residual: null }),
    outcome: { result: 'not-applicable', reason: 'no-residual' },
  },
  {
    says: 'passes when it is not lowered',
    risk: lowered({ residual: exposure(2, 2) }),
    outcome: { result: 'pass' },
  },
  { says: 'fails when there is nothing at all', risk: lowered({}), outcome: fail() },
  { says: 'passes with a plan', risk: lowered({ plan: plan('Train.') }), outcome: { result: 'pass' } },
  {
    says: 'passes with an issue that is done',
    risk: lowered({ issueIds: ['1'] }),
    context: issues({ isDone: true, isScheduled: false }),
    outcome: { result: 'pass' },
  },
  {
    says: 'passes with an issue that has its place in time',
    risk: lowered({ issueIds: ['1'] }),
    context: issues({}),
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when no issue is planned',
    risk: lowered({ issueIds: ['1', '2'] }),
    context: issues({ isScheduled: false }, { isScheduled: false }),
    outcome: fail('1', '2'),
  },
  {
    says: 'cannot tell without Jira',
    risk: lowered({ issueIds: ['1'] }),
    context: { issues: null },
    outcome: { result: 'unknown', reason: 'jira-not-there' },
  },
  {
    says: 'cannot tell when an issue is hidden',
    risk: lowered({ issueIds: ['1', '9'] }),
    context: issues({ isScheduled: false }),
    outcome: { result: 'unknown', reason: 'issue-not-visible' },
  },
  {
    says: 'cannot tell when its place in time is not known',
    risk: lowered({ issueIds: ['1'] }),
    context: issues({ isScheduled: null }),
    outcome: { result: 'unknown', reason: 'issue-not-known' },
  },
];

describe('residual-lowered-untouched', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      residualLoweredUntouched.evaluate(
        buildRisk(risk),
        residualLoweredUntouched.options,
        buildRiskContext(context),
      ),
    ).toEqual(outcome);
  });
});
