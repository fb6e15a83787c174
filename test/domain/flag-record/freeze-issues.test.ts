import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { BacklogReading } from '#src/domain/backlog/assess-backlog';
import { freezeIssues } from '#src/domain/flag-record/freeze-issues';

import { buildIssue } from '../../builders/issue';

const PRIORITIES = [
  { id: '1', isDefault: false },
  { id: '2', isDefault: false },
  { id: '3', isDefault: true },
];

const reading = (issues: BacklogReading['issues']): BacklogReading => ({
  issues,
  isWholeBacklog: false,
  history: [],
  period: 'sprint',
  unit: 'points',
  priorities: PRIORITIES,
  now: new Date('2026-10-12T08:00:00.000Z'),
});

describe('freezeIssues', () => {
  it('tells what failed from what passed, and from what did not apply or could not tell', () => {
    const [issue] = freezeIssues(
      reading([buildIssue({ id: '7', estimate: null, priorityId: '1' })]),
      DEFAULT_SETTINGS,
    );
    expect(issue?.issueId).toBe('7');
    expect(issue?.failing).toContain('missing-estimate');
    expect(issue?.failing).not.toContain('near-duplicate');
    // It has no estimate, and there is no history.
    expect(issue?.unanswered).toContain('oversized');
    expect(issue?.unanswered).not.toContain('missing-estimate');
    expect(issue?.unanswered).not.toContain('near-duplicate');
  });

  it('answers neither what asks about the whole backlog nor what asks about issues far below', () => {
    const issues = [buildIssue({ id: '1', priorityId: '3' }), buildIssue({ id: '2', priorityId: '1' })];
    for (const { failing, unanswered } of freezeIssues(reading(issues), DEFAULT_SETTINGS)) {
      expect(failing).not.toContain('default-priority');
      expect(unanswered).toContain('default-priority');
      expect(unanswered).toContain('abandoned');
      expect(unanswered).not.toContain('rank-inversion');
    }
  });

  it('does not say that a priority is in its place where no issue has one of its own', () => {
    const issues = [buildIssue({ id: '1', priorityId: '3' })];
    expect(freezeIssues(reading(issues), DEFAULT_SETTINGS)[0]?.unanswered).toContain('rank-inversion');
  });

  it('has no answer of a check that is off', () => {
    const off = { ...DEFAULT_SETTINGS['missing-estimate'], enabled: false };
    const [issue] = freezeIssues(reading([buildIssue({ estimate: null })]), {
      ...DEFAULT_SETTINGS,
      'missing-estimate': off,
    });
    expect(issue?.failing).not.toContain('missing-estimate');
    expect(issue?.unanswered).not.toContain('missing-estimate');
  });
});
