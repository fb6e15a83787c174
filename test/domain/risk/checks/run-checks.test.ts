import { describe, expect, it } from 'vitest';

import { runRegisterChecks, runRiskChecks } from '#src/domain/risk/checks/run-checks';
import {
  DEFAULT_REGISTER_CHECK_SETTINGS as DEFAULTS,
  type RegisterCheckSettings,
} from '#src/domain/risk/checks/settings';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import type { Risk } from '#src/domain/risk/risk';
import { buildRisk, buildRiskContext, buildRisks } from '../../../builders/risk';

const NEGLECTED: Partial<Risk> = { title: 'Delay', ownerId: null, plan: null };
const run = (
  risk: Partial<Risk>,
  settings: Partial<RegisterCheckSettings> = {},
  context: Partial<RiskContext> = {},
) => runRiskChecks(buildRisk(risk), { ...DEFAULTS, ...settings }, buildRiskContext(context));

describe('runRiskChecks', () => {
  it('finds nothing wrong with a risk that is looked after', () => {
    expect(run({})).toEqual({ findings: [], undecided: [] });
  });

  it('lists all findings, most urgent first', () => {
    expect(run(NEGLECTED)).toEqual({
      findings: [
        { check: 'no-mitigation', severity: 'warn', facts: { level: 'medium' } },
        { check: 'no-owner', severity: 'critical', facts: { ownerId: null } },
        { check: 'vague-statement', severity: 'info', facts: { words: 1, minimum: 4 } },
      ],
      undecided: [],
    });
  });

  it('keeps what a check could not tell apart from what it found', () => {
    expect(run({ issueIds: ['1'], ownerId: 'stranger' }, {}, { issues: null })).toEqual({
      findings: [],
      undecided: [
        { check: 'mitigation-not-on-track', reason: 'jira-not-there' },
        { check: 'no-owner', reason: 'account-not-known' },
      ],
    });
  });

  it('does not run what is switched off, and takes options and severities of the register', () => {
    const { findings } = run(NEGLECTED, {
      'no-owner': { ...DEFAULTS['no-owner'], enabled: false },
      'no-mitigation': { ...DEFAULTS['no-mitigation'], severity: 'info' },
      'vague-statement': { ...DEFAULTS['vague-statement'], options: { minimum: 2 } },
    });
    expect(findings).toEqual([
      { check: 'no-mitigation', severity: 'info', facts: { level: 'medium' } },
      { check: 'vague-statement', severity: 'info', facts: { words: 1, minimum: 2 } },
    ]);
  });

  it('reports a check that breaks as undecided, and still runs the others', () => {
    const broken = buildRisk({ ...NEGLECTED, dueOn: '2026-11-01' });
    Object.defineProperty(broken, 'title', {
      get: () => {
        throw new TypeError('not a text');
      },
    });
    const { findings, undecided } = runRiskChecks(broken, DEFAULTS, buildRiskContext());
    expect(findings.map(({ check }) => check)).toEqual(['no-mitigation', 'mitigation-past-due', 'no-owner']);
    expect(undecided).toEqual([{ check: 'vague-statement', reason: 'error' }]);
  });
});

describe('runRegisterChecks', () => {
  it('looks at the register as a whole', () => {
    const empty = { check: 'empty-register', severity: 'info', facts: { over: 0 } };
    expect(runRegisterChecks([], DEFAULTS)).toEqual([empty]);
    expect(runRegisterChecks(buildRisks([{}]), DEFAULTS)).toEqual([]);
  });
});
