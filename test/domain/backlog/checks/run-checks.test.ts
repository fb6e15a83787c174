import { describe, expect, it } from 'vitest';

import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { runChecks } from '#src/domain/backlog/checks/run-checks';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { buildBlocker, buildContext, buildIssue } from '../../../builders/issue';

/** Fails all five checks but one: what has no estimate is not oversized. */
const DREADFUL = buildIssue({
  summary: 'Export ???',
  estimate: null,
  description: null,
  blockers: [buildBlocker()],
});
const run = (issue: BacklogIssue, settings: Partial<CheckSettings> = {}, context = buildContext()) =>
  runChecks(issue, { ...DEFAULT_SETTINGS, ...settings }, context);

describe('runChecks', () => {
  it('finds nothing wrong with a refined issue', () => {
    expect(run(buildIssue())).toEqual({ findings: [], undecided: [], isReady: true });
  });

  it('lists all findings of an issue in the order of the registry', () => {
    const { findings, undecided, isReady } = run(DREADFUL);
    expect(findings).toEqual([
      { check: 'missing-estimate', severity: 'critical', facts: { field: 'Story Points' } },
      { check: 'thin-description', severity: 'warn', facts: { words: 0, minimum: 10 } },
      {
        check: 'placeholder-text',
        severity: 'warn',
        facts: { where: 'summary', marker: '???', excerpt: 'Export ???' },
      },
      {
        check: 'open-blocker',
        severity: 'critical',
        facts: { blockers: [{ key: 'PLAT-77', summary: 'Rotate signing keys', placesBelow: null }] },
      },
    ]);
    expect(undecided).toEqual([]);
    expect(isReady).toBe(false);
  });

  it('calls an issue ready that has warnings only', () => {
    expect(run(buildIssue({ description: null }))).toMatchObject({
      findings: [{ check: 'thin-description', severity: 'warn' }],
      isReady: true,
    });
  });

  it('keeps what a check could not tell apart from what it found', () => {
    const answer = run(buildIssue(), {}, buildContext({ medianSprint: null }));
    expect(answer).toEqual({
      findings: [],
      undecided: [{ check: 'oversized', reason: 'too-little-history' }],
      isReady: true,
    });
  });

  it('does not run a check that is switched off', () => {
    const setting = { ...DEFAULT_SETTINGS['thin-description'], enabled: false };
    expect(run(buildIssue({ description: null }), { 'thin-description': setting }).findings).toEqual([]);
  });

  it("takes the team's options", () => {
    const setting = {
      ...DEFAULT_SETTINGS['thin-description'],
      options: { minimum: 100, summaryMinimum: 7 },
    };
    expect(run(buildIssue(), { 'thin-description': setting }).findings).toMatchObject([
      { facts: { words: 15, minimum: 100 } },
    ]);
  });

  it("puts the team's severity above the check's own grading", () => {
    const settings = {
      'missing-estimate': { ...DEFAULT_SETTINGS['missing-estimate'], severity: 'info' as const },
      'open-blocker': { ...DEFAULT_SETTINGS['open-blocker'], severity: 'warn' as const },
    };
    const { findings, isReady } = run(DREADFUL, settings);
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['missing-estimate', 'info'],
      ['thin-description', 'warn'],
      ['placeholder-text', 'warn'],
      ['open-blocker', 'warn'],
    ]);
    expect(isReady).toBe(true);
  });

  it('reports a check that breaks as undecided, and still runs the others', () => {
    const broken = buildIssue({ estimate: null });
    Object.defineProperty(broken, 'description', {
      get: () => {
        throw new TypeError('not a document');
      },
    });
    expect(run(broken)).toMatchObject({
      findings: [{ check: 'missing-estimate' }],
      undecided: [
        { check: 'thin-description', reason: 'error' },
        { check: 'placeholder-text', reason: 'error' },
      ],
    });
  });

  it('has every check switched on by default, at its own severity', () => {
    for (const id of CHECK_IDS) {
      expect(DEFAULT_SETTINGS[id]).toMatchObject({ enabled: true, severity: null });
    }
  });
});
