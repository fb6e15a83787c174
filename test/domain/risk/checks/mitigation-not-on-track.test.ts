import { describe, expect, it } from 'vitest';

import { mitigationNotOnTrack } from '#src/domain/risk/checks/mitigation-not-on-track';
import type { MitigatingIssue, RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, buildMitigatingIssue } from '../../../builders/risk';

interface Case {
  readonly says: string;
  readonly risk?: Partial<Risk>;
  readonly context?: Partial<RiskContext>;
  readonly outcome: object;
}

const issues = (...each: readonly Partial<MitigatingIssue>[]) => ({
  issues: new Map(each.map((issue, index) => [String(index + 1), buildMitigatingIssue(issue)])),
});
const on = (dueOn: string | null, ...issueIds: readonly string[]): Partial<Risk> => ({ dueOn, issueIds });
const wrong = (
  issueId: string,
  problems: readonly string[],
  daysLate: number | null = null,
  landsOn: string | null = '2026-12-01',
) => ({
  issueId,
  problems,
  landsOn,
  daysLate,
});
const fail = (severity: string, dueOn: string | null, ...each: readonly ReturnType<typeof wrong>[]) => ({
  result: 'fail',
  severity,
  facts: { dueOn, issues: each },
});
const CASES: readonly Case[] = [
  {
    says: 'does not apply without issues',
    risk: on('2026-12-01'),
    outcome: { result: 'not-applicable', reason: 'no-issues' },
  },
  {
    says: 'does not apply to what is accepted',
    risk: { ...on(null, '1'), state: { kind: 'accepted', by: 'maria', until: null } },
    context: issues({ isReady: false }),
    outcome: { result: 'not-applicable', reason: 'accepted' },
  },
  {
    says: 'passes when it lands the day before',
    risk: on('2026-12-02', '1'),
    context: issues({}),
    outcome: { result: 'pass' },
  },
  {
    says: 'passes when it lands on the day',
    risk: on('2026-12-01', '1'),
    context: issues({}),
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when it lands the day after',
    risk: on('2026-11-30', '1'),
    context: issues({}),
    outcome: fail('warn', '2026-11-30', wrong('1', ['late'], 1)),
  },
  {
    says: 'is critical at High',
    risk: on('2026-11-30', '1'),
    context: { ...issues({}), level: 'high' },
    outcome: fail('critical', '2026-11-30', wrong('1', ['late'], 1)),
  },
  {
    says: 'fails when it is not refined',
    risk: on(null, '1'),
    context: issues({ isReady: false }),
    outcome: fail('warn', null, wrong('1', ['unrefined'])),
  },
  {
    says: 'fails when nothing holds it',
    risk: on('2026-12-01', '1'),
    context: issues({ isScheduled: false, landsOn: null }),
    outcome: fail('warn', '2026-12-01', wrong('1', ['unscheduled'], null, null)),
  },
  {
    says: 'names all that is wrong with each',
    risk: on('2026-12-01', '1', '2', '3'),
    context: issues({ isReady: false, landsOn: '2026-12-06' }, {}, { isScheduled: false, landsOn: null }),
    outcome: fail(
      'warn',
      '2026-12-01',
      wrong('1', ['unrefined', 'late'], 5, '2026-12-06'),
      wrong('3', ['unscheduled'], null, null),
    ),
  },
  {
    says: 'asks nothing of what is done',
    risk: on('2026-11-01', '1'),
    context: issues({ isDone: true, isReady: false, isScheduled: false, landsOn: '2027-01-01' }),
    outcome: { result: 'pass' },
  },
  {
    says: 'needs no day of landing where the risk has none',
    risk: on(null, '1'),
    context: issues({ landsOn: null }),
    outcome: { result: 'pass' },
  },
  {
    says: 'cannot tell without Jira',
    risk: on('2026-12-01', '1'),
    context: { issues: null },
    outcome: { result: 'unknown', reason: 'jira-not-there' },
  },
  {
    says: 'cannot tell about an issue that is not there',
    risk: on('2026-12-01', '9'),
    context: issues({}),
    outcome: { result: 'unknown', reason: 'issue-not-visible' },
  },
  {
    says: 'cannot tell about an issue that is hidden',
    risk: on('2026-12-01', '1'),
    context: issues({ isVisible: false, isReady: false }),
    outcome: { result: 'unknown', reason: 'issue-not-visible' },
  },
  {
    says: 'tells what is wrong with one though another is hidden',
    risk: on('2026-12-01', '1', '9'),
    context: issues({ isReady: false }),
    outcome: fail('warn', '2026-12-01', wrong('1', ['unrefined'])),
  },
  {
    says: 'cannot tell when readiness is not known',
    risk: on('2026-12-01', '1'),
    context: issues({ isReady: null }),
    outcome: { result: 'unknown', reason: 'issue-not-known' },
  },
  {
    says: 'cannot tell when the day is not known',
    risk: on('2026-12-01', '1'),
    context: issues({ landsOn: null }),
    outcome: { result: 'unknown', reason: 'issue-not-known' },
  },
];

describe('mitigation-not-on-track', () => {
  it.each(CASES)('$says', ({ risk, context, outcome }) => {
    expect(
      mitigationNotOnTrack.evaluate(buildRisk(risk), mitigationNotOnTrack.options, buildRiskContext(context)),
    ).toEqual(outcome);
  });
});
