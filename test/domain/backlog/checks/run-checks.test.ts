import { describe, expect, it } from 'vitest';

import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import { runChecks } from '#src/domain/backlog/checks/run-checks';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { buildBlocker, buildContext, buildIssue, buildParent } from '../../../builders/issue';
import { onlyChecks } from '../../../builders/settings';

/** Fails all five of these checks but one: what has no estimate is not oversized. */
const FIVE = onlyChecks(
  'missing-estimate',
  'oversized',
  'thin-description',
  'placeholder-text',
  'open-blocker',
);
const DREADFUL = buildIssue({
  summary: 'Export ???',
  estimate: null,
  description: null,
  blockers: [buildBlocker()],
});
const run = (issue: BacklogIssue, settings: Partial<CheckSettings> = {}, context = buildContext()) =>
  runChecks(issue, { ...FIVE, ...settings }, context);

/** Told, sized, prioritised, verifiable, and with a parent that says why. */
const REFINED = buildIssue({ priorityId: '2', hasCriteriaField: true, parent: buildParent() });

describe('runChecks', () => {
  it('finds nothing wrong with a refined issue', () => {
    const answer = runChecks(REFINED, DEFAULT_SETTINGS, buildContext());
    expect(answer).toEqual({ findings: [], undecided: [], isReady: true });
  });

  it('lists all findings of an issue in the order of the registry', () => {
    const { findings, undecided, isReady } = run(DREADFUL);
    expect(findings).toEqual([
      { check: 'missing-estimate', severity: 'critical', facts: {} },
      {
        check: 'thin-description',
        severity: 'warn',
        facts: { words: 0, minimum: 10, hasLongSummary: false },
      },
      {
        check: 'placeholder-text',
        severity: 'warn',
        facts: { where: 'summary', excerpt: 'Export ???' },
      },
      {
        check: 'open-blocker',
        severity: 'critical',
        facts: { blockers: [{ key: 'PLAT-77', placesBelow: null }] },
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

  it('tells the last check whether the others found anything critical', () => {
    const settings = onlyChecks('open-blocker', 'near-duplicate', 'stale-ready');
    const old = { updated: '2026-01-01T09:00:00.000Z' };
    const context = buildContext({ duplicateOf: { key: 'AUR-9', isSame: true } });
    const found = (issue: BacklogIssue) =>
      runChecks(issue, settings, context).findings.map(({ check }) => check);
    expect(found(buildIssue(old))).toEqual(['near-duplicate', 'stale-ready']);
    expect(found(buildIssue({ ...old, blockers: [buildBlocker()] }))).toEqual([
      'open-blocker',
      'near-duplicate',
    ]);
    expect(CHECK_IDS.at(-1)).toBe('stale-ready');
  });

  it('takes a check for critical that is so for the team', () => {
    const setting = { ...DEFAULT_SETTINGS['required-field'], enabled: true, severity: 'critical' as const };
    const required = { ...setting, options: { fields: ['components'] } };
    const issue = buildIssue({ emptyFieldIds: ['components'] });
    expect(run(issue, { 'required-field': required })).toEqual({
      findings: [{ check: 'required-field', severity: 'critical', facts: { fieldIds: ['components'] } }],
      undecided: [],
      isReady: false,
    });
  });

  it('has each check as it comes by default, at its own severity', () => {
    for (const id of CHECK_IDS) {
      const { enabledByDefault } = CHECKS[id].meta;
      expect(DEFAULT_SETTINGS[id]).toEqual({
        enabled: enabledByDefault,
        severity: null,
        options: CHECKS[id].options,
      });
    }
    const off = CHECK_IDS.filter((id) => !DEFAULT_SETTINGS[id].enabled);
    expect(off).toEqual(['compound-story', 'required-field']);
  });
});
