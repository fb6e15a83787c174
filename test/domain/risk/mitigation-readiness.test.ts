import { describe, expect, it } from 'vitest';

import { mitigatingIssue, type IssueFacts } from '#src/domain/risk/mitigation-readiness';

const NOW = new Date('2026-11-24T09:00:00.000Z');

const issue = (changes: Partial<IssueFacts> = {}): IssueFacts => ({
  id: '1',
  key: 'AUR-1',
  summary: 'Cache the tax rates',
  status: { name: 'To Do', category: 'new' },
  issueType: { name: 'Story', level: 0 },
  description: null,
  points: 3,
  originalEstimateSeconds: null,
  dueOn: null,
  sprint: null,
  updated: '2026-11-20T09:00:00.000Z',
  blockers: [],
  ...changes,
});

const blocker = (statusCategory: 'new' | 'done') => ({ key: 'AUR-2', summary: 'First', statusCategory });

describe('whether a mitigating issue is ready', () => {
  it.each<[string, Partial<IssueFacts>, boolean | null]>([
    ['with an estimate', {}, true],
    ['with an estimate of zero', { points: 0 }, true],
    ['without one', { points: null }, false],
    ['with hours in place of points', { points: null, originalEstimateSeconds: 3600 }, true],
    ['where it has no field for one', { points: undefined }, null],
    ['where only hours are there', { points: undefined, originalEstimateSeconds: 3600 }, true],
    ['an epic, which its children size', { points: null, issueType: { name: 'Epic', level: 1 } }, true],
    ['waiting for something whose place is not known', { blockers: [blocker('new')] }, null],
    ['waiting for something that is done', { blockers: [blocker('done')] }, true],
    ['without an estimate and waiting', { points: null, blockers: [blocker('new')] }, false],
  ])('%s', (_, changes, expected) => {
    expect(mitigatingIssue(issue(changes), NOW).isReady).toBe(expected);
  });
});

describe('whether it has a place in time', () => {
  it.each<[string, Partial<IssueFacts>, boolean | null, string | null]>([
    ['neither sprint nor date', {}, false, null],
    ['a date', { dueOn: '2026-12-01' }, true, '2026-12-01'],
    ['a sprint without an end', { sprint: { endsOn: null } }, true, null],
    ['a sprint with an end', { sprint: { endsOn: '2026-12-04' } }, true, '2026-12-04'],
    [
      'both: the sprint says when',
      { sprint: { endsOn: '2026-12-04' }, dueOn: '2026-12-01' },
      true,
      '2026-12-04',
    ],
    ['sprints that are not shown', { sprint: undefined }, null, null],
    [
      'sprints that are not shown, and a date',
      { sprint: undefined, dueOn: '2026-12-01' },
      true,
      '2026-12-01',
    ],
  ])('%s', (_, changes, isScheduled, landsOn) => {
    expect(mitigatingIssue(issue(changes), NOW)).toMatchObject({ isScheduled, landsOn });
  });
});

it('is done when its status is', () => {
  expect(mitigatingIssue(issue({ status: { name: 'Done', category: 'done' } }), NOW).isDone).toBe(true);
  expect(mitigatingIssue(issue(), NOW)).toMatchObject({ isDone: false, isVisible: true });
});
