import { describe, expect, it } from 'vitest';

import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import { staleReady } from '#src/domain/backlog/checks/stale-ready';
import { buildContext, buildIssue } from '../../../builders/issue';

interface Case {
  readonly says: string;
  /** `now` is 2026-11-24 at 09:00. */
  readonly updated: string;
  readonly level?: number;
  readonly estimate?: number | null;
  readonly sprints?: number;
  readonly context?: Partial<CheckContext>;
  readonly outcome: object;
}

const stale = (days: number, limit: number) => ({ result: 'fail', facts: { days, limit } });
const LONG_AGO = '2026-01-01T09:00:00.000Z';

const CASES: readonly Case[] = [
  {
    says: 'passes the day before three sprints',
    updated: '2026-10-14T09:00:00.000Z',
    outcome: { result: 'pass' },
  },
  { says: 'passes a second before', updated: '2026-10-13T09:00:01.000Z', outcome: { result: 'pass' } },
  { says: 'warns on the day', updated: '2026-10-13T09:00:00.000Z', outcome: stale(42, 42) },
  { says: 'warns on the day after', updated: '2026-10-12T09:00:00.000Z', outcome: stale(43, 42) },
  {
    says: 'reads the time zone of the instant',
    updated: '2026-10-13T11:00:00.000+02:00',
    outcome: stale(42, 42),
  },
  {
    says: 'takes the team’s own sprints',
    updated: '2026-11-03T09:00:00.000Z',
    context: { sprintDays: 7 },
    outcome: stale(21, 21),
  },
  {
    says: 'rounds to whole days',
    updated: '2026-10-14T09:00:00.000Z',
    context: { sprintDays: 13.5 },
    outcome: stale(41, 41),
  },
  {
    says: 'has a number of sprints of its own',
    updated: '2026-10-27T09:00:00.000Z',
    sprints: 2,
    outcome: stale(28, 28),
  },
  {
    says: 'passes what was changed just now',
    updated: '2026-11-24T09:00:00.000Z',
    outcome: { result: 'pass' },
  },
  {
    says: 'passes what a clock ahead of ours changed',
    updated: '2026-11-24T09:05:00.000Z',
    outcome: { result: 'pass' },
  },
  {
    says: 'does not apply to what is not ready',
    updated: LONG_AGO,
    context: { isReadyOtherwise: false },
    outcome: { result: 'not-applicable', reason: 'not-ready' },
  },
  {
    says: 'cannot tell how long a sprint is without history',
    updated: LONG_AGO,
    context: { sprintDays: null },
    outcome: { result: 'unknown', reason: 'too-little-history' },
  },
  {
    says: 'cannot tell it from sprints that were closed within the same hour',
    updated: LONG_AGO,
    context: { sprintDays: 0.01 },
    outcome: { result: 'unknown', reason: 'too-little-history' },
  },
  {
    says: 'does not apply without an estimate where estimates count',
    updated: LONG_AGO,
    estimate: null,
    outcome: { result: 'not-applicable', reason: 'no-estimate' },
  },
  {
    says: 'applies without an estimate where issues are counted',
    updated: LONG_AGO,
    estimate: null,
    context: { unit: 'items' },
    outcome: stale(327, 42),
  },
  {
    says: 'does not apply to epics',
    updated: LONG_AGO,
    level: 1,
    outcome: { result: 'not-applicable', reason: 'epic' },
  },
  {
    says: 'does not apply to sub-tasks',
    updated: LONG_AGO,
    level: -1,
    outcome: { result: 'not-applicable', reason: 'sub-task' },
  },
];

describe('stale-ready', () => {
  it.each(CASES)('$says', ({ updated, level = 0, estimate = 3, sprints = 3, context, outcome }) => {
    const issue = buildIssue({ updated, estimate, issueType: { name: 'Any', level } });
    expect(staleReady.evaluate(issue, { sprints }, buildContext(context))).toEqual(outcome);
  });

  it('has three sprints by default', () => {
    expect(staleReady.options).toEqual({ sprints: 3 });
  });

  it('does not take a text for an instant', () => {
    expect(() =>
      staleReady.evaluate(buildIssue({ updated: 'yesterday' }), { sprints: 3 }, buildContext()),
    ).toThrow(RangeError);
  });
});
