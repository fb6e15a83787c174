import { describe, expect, it } from 'vitest';

import { assessRegister } from '#src/domain/risk/assess-register';
import type { Surroundings } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { act, buildMitigatingIssue, buildRegister, buildRisks, exposure, TODAY } from '../../builders/risk';

const HIGH = exposure(3, 3);
const surroundings: Surroundings = {
  today: TODAY,
  accounts: new Map([['maria', 'active']]),
  issues: new Map([['1', buildMitigatingIssue({ isScheduled: false, landsOn: null })]]),
};
const assess = (risks: readonly Partial<Risk>[], changes: Partial<Surroundings> = {}) =>
  assessRegister(buildRegister(), buildRisks(risks), { ...surroundings, ...changes }, null);

describe('assessRegister', () => {
  it('needs nobody when all is well', () => {
    expect(assess([{}, HIGH, exposure(1, 1)])).toMatchObject({
      needing: 0,
      needs: [],
      findings: [],
      levels: { high: 1, medium: 1, low: 1 },
      since: null,
    });
  });

  it('says who needs somebody and why, each risk once, most urgent first', () => {
    const { needing, needs } = assess([
      { ...HIGH, created: act('2026-11-13'), ratedOn: '2026-11-13', ownerId: null },
      { ...HIGH, plan: null, issueIds: ['1'] },
      { ...HIGH, plan: null, issueIds: ['1'], ownerId: null },
      { ...HIGH, created: act('2026-11-13'), ratedOn: '2026-11-13' },
      { ...HIGH, created: act('2026-11-10'), ratedOn: '2026-11-10' },
      { ownerId: null },
      { plan: null },
      { ...HIGH, state: { kind: 'closed', on: TODAY }, ownerId: null },
      { ...HIGH, deleted: act(), ownerId: null },
    ]);
    expect(needing).toBe(6);
    expect(needs.map(({ level, check, risks }) => [level, check, risks.map(({ riskId }) => riskId)])).toEqual(
      [
        ['high', 'mitigation-not-on-track', ['risk-2', 'risk-3']],
        ['high', 'no-owner', ['risk-1']],
        ['high', 'review-overdue', ['risk-5', 'risk-4']],
        ['medium', 'no-owner', ['risk-6']],
      ],
    );
    expect(needs[2]?.risks[0]).toEqual({
      riskId: 'risk-5',
      ownerId: 'maria',
      finding: {
        check: 'review-overdue',
        severity: 'critical',
        facts: { level: 'high', dueOn: '2026-11-17', days: 7 },
      },
      others: [],
    });
    // Nobody owns it, and its review is overdue too.
    expect(needs[1]?.risks[0]?.others.map(({ check }) => check)).toEqual(['review-overdue']);
  });

  it('ranks live risks and counts all that are not deleted', () => {
    const { risks, states } = assess([
      {},
      HIGH,
      { state: { kind: 'happened', on: TODAY } },
      HIGH,
      { deleted: act() },
    ]);
    expect(risks.map(({ riskId, rank }) => [riskId, rank])).toEqual([
      ['risk-2', 1],
      ['risk-4', 1],
      ['risk-1', 3],
    ]);
    expect(states).toEqual({ open: 0, mitigating: 3, accepted: 0, happened: 1, closed: 0 });
  });

  it('finds a duplicate among live risks, and flags the younger one', () => {
    const title = 'Tax API changes in January';
    const findings = assess([
      { title, state: { kind: 'closed', on: TODAY } },
      { title: `${title}!` },
      {},
      { title: 'In January tax API changes' },
    ]).risks.map(({ riskId, findings: found }) => [riskId, found.map(({ facts }) => facts)]);
    expect(findings).toEqual([
      ['risk-2', []],
      ['risk-3', []],
      ['risk-4', [{ riskId: 'risk-2', isSame: true }]],
    ]);
  });

  it('keeps apart what it cannot tell without Jira', () => {
    expect(assess([{ issueIds: ['1'] }], { issues: null }).risks[0]).toMatchObject({
      findings: [],
      undecided: [{ check: 'mitigation-not-on-track', reason: 'jira-not-there' }],
    });
  });

  it('calls an empty register empty', () => {
    expect(assess([]).findings).toEqual([{ check: 'empty-register', severity: 'info', facts: { over: 0 } }]);
  });
});
