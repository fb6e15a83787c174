import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import { judgeAlone } from '#src/domain/backlog/work-item/judge-alone';

import { buildIssue } from '../../../builders/issue';

const NOW = new Date('2026-10-12T08:00:00.000Z');
const PRIORITIES = ['1', '2', '3', '4'].map((id) => ({ id, isDefault: id === '3' }));

const outcome = (index: number) => ({
  sprintId: index + 1,
  startDate: new Date(Date.UTC(2026, 6, 1 + index * 14)).toISOString(),
  completeDate: new Date(Date.UTC(2026, 6, 14 + index * 14)).toISOString(),
  deliveredPoints: 10,
  deliveredItems: 4,
  stories: 4,
  storiesWithCriteria: 0,
  isUnused: false,
});

/** Twenty stories of three points, after five sprints of ten. */
function lastAssessment() {
  return assessBacklog({
    issues: Array.from({ length: 20 }, (_, index) =>
      buildIssue({ id: String(index + 1), key: `EK-${index + 1}`, summary: `Story number ${index + 1}` }),
    ),
    isWholeBacklog: false,
    history: Array.from({ length: 5 }, (_, index) => outcome(index)),
    period: 'sprint',
    unit: 'points',
    priorities: PRIORITIES,
    now: NOW,
  });
}

const around = {
  isUnderWay: false,
  unit: 'points',
  priorities: PRIORITIES,
  settings: DEFAULT_SETTINGS,
  now: NOW,
} as const;

const checksOf = ({
  findings,
}: {
  readonly findings: readonly { readonly check: string; readonly severity: string }[];
}) => findings.map(({ check, severity }) => `${check} ${severity}`);

describe('an issue that the last assessment has', () => {
  it('gets the verdict that a whole assessment would give, and keeps no other issue', () => {
    const last = lastAssessment();
    const changed = buildIssue({ id: '3', key: 'EK-3', summary: 'Story number 3', estimate: null });
    const { issue, assessment } = judgeAlone({ ...around, issue: changed, last });
    expect(checksOf(issue)).toContain('missing-estimate critical');
    expect(issue.horizon).toBe('next');
    expect(assessment.issues).toEqual([issue]);
    expect(assessment.demand).toEqual(last.demand);
  });
});

describe('an issue below all that was read', () => {
  const below = buildIssue({ id: '99', key: 'EK-99', summary: 'Far away', estimate: null });

  it('is beyond the horizon, so that a missing estimate is no reason against it', () => {
    const { issue, notLooked } = judgeAlone({ ...around, issue: below, last: lastAssessment() });
    expect(checksOf(issue)).toContain('missing-estimate warn');
    expect(issue.isReady).toBe(true);
    expect(notLooked).toContainEqual({ check: 'near-duplicate', why: 'whole-backlog' });
    expect(notLooked.map(({ check }) => check)).not.toContain('oversized');
  });

  it('matters at once where its sprint is under way', () => {
    const { issue } = judgeAlone({ ...around, isUnderWay: true, issue: below, last: lastAssessment() });
    expect(checksOf(issue)).toContain('missing-estimate critical');
  });

  it('is measured by what the team delivered', () => {
    const large = { ...below, estimate: 8 };
    const { issue } = judgeAlone({ ...around, issue: large, last: lastAssessment() });
    expect(checksOf(issue)).toContain('oversized warn');
  });
});

describe('an issue without any last assessment', () => {
  it('is judged by itself, and what goes by the team or the backlog is said not to be known', () => {
    const large = buildIssue({ id: '1', key: 'EK-1', estimate: 100 });
    const { issue, notLooked, assessment } = judgeAlone({ ...around, issue: large, last: null });
    expect(checksOf(issue).filter((one) => one.startsWith('oversized'))).toEqual([]);
    expect(notLooked.filter(({ why }) => why === 'whole-backlog').map(({ check }) => check)).toEqual([
      'oversized',
      'unverifiable',
      'default-priority',
      'abandoned',
      'stale-ready',
      'rank-inversion',
      'near-duplicate',
    ]);
    expect(assessment.runway).toBeNull();
  });

  it('says nothing of checks that are off', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      'near-duplicate': { ...DEFAULT_SETTINGS['near-duplicate'], enabled: false },
    };
    const { notLooked } = judgeAlone({ ...around, settings, issue: buildIssue({ id: '1' }), last: null });
    expect(notLooked.map(({ check }) => check)).not.toContain('near-duplicate');
  });
});
