import { describe, expect, it } from 'vitest';

import { mitigationPastDue } from '#src/domain/risk/checks/mitigation-past-due';
import type { MitigatingIssue, RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, buildMitigatingIssue } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const fail = (severity: string, dueOn: string, days: number) => ({
  result: 'fail',
  severity,
  facts: { dueOn, days },
});
const issues = (...each: readonly Partial<MitigatingIssue>[]) => ({
  issues: new Map(each.map((issue, index) => [String(index + 1), buildMitigatingIssue(issue)])),
});
const CASES: readonly Case[] = [
  {
    says: 'does not apply without a date',
    risk: {},
    outcome: { result: 'not-applicable', reason: 'no-date' },
  },
  { says: 'passes the day before', risk: { dueOn: '2026-11-25' }, outcome: { result: 'pass' } },
  { says: 'passes on the day', risk: { dueOn: '2026-11-24' }, outcome: { result: 'pass' } },
  { says: 'fails the day after', risk: { dueOn: '2026-11-23' }, outcome: fail('critical', '2026-11-23', 1) },
  {
    says: 'is a warning at Low',
    risk: { dueOn: '2026-11-23' },
    context: { level: 'low' },
    outcome: fail('warn', '2026-11-23', 1),
  },
  {
    says: 'counts days over a change of the clocks',
    risk: { dueOn: '2026-10-20' },
    context: { today: '2026-11-03' },
    outcome: fail('critical', '2026-10-20', 14),
  },
  {
    says: 'does not apply to what is accepted',
    risk: { dueOn: '2026-11-01', state: { kind: 'accepted', by: 'maria', until: '2027-01-01' } },
    outcome: { result: 'not-applicable', reason: 'accepted' },
  },
  {
    says: 'passes when all issues are done',
    risk: { dueOn: '2026-11-01', issueIds: ['1', '2'] },
    context: issues({ isDone: true }, { isDone: true }),
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when one is not',
    risk: { dueOn: '2026-11-01', issueIds: ['1', '2'] },
    context: issues({ isDone: true }, {}),
    outcome: fail('critical', '2026-11-01', 23),
  },
  {
    says: 'fails when a visible one is not, though another is hidden',
    risk: { dueOn: '2026-11-01', issueIds: ['1', '9'] },
    context: issues({}),
    outcome: fail('critical', '2026-11-01', 23),
  },
  {
    says: 'cannot tell when one is hidden and the rest done',
    risk: { dueOn: '2026-11-01', issueIds: ['1', '9'] },
    context: issues({ isDone: true }),
    outcome: { result: 'unknown', reason: 'issue-not-visible' },
  },
  {
    says: 'cannot tell without Jira',
    risk: { dueOn: '2026-11-01', issueIds: ['1'] },
    context: { issues: null },
    outcome: { result: 'unknown', reason: 'jira-not-there' },
  },
];

describe('mitigation-past-due', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      mitigationPastDue.evaluate(buildRisk(risk), mitigationPastDue.options, buildRiskContext(context)),
    ).toEqual(outcome);
  });
});
