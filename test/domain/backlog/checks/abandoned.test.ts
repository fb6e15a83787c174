import { describe, expect, it } from 'vitest';

import { abandoned } from '#src/domain/backlog/checks/abandoned';
import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import { buildContext, buildIssue } from '../../../builders/issue';

interface Case {
  readonly says: string;
  /** `now` is 2026-11-24 at 09:00. */
  readonly updated: string;
  readonly level?: number;
  readonly days?: number;
  readonly context?: Partial<CheckContext>;
  readonly outcome: object;
}

const left = (days: number, limit = 90) => ({ result: 'fail', facts: { days, limit } });
const LONG_AGO = '2025-11-24T09:00:00.000Z';

const CASES: readonly Case[] = [
  { says: 'passes the day before', updated: '2026-08-27T09:00:00.000Z', outcome: { result: 'pass' } },
  { says: 'passes a second before', updated: '2026-08-26T09:00:01.000Z', outcome: { result: 'pass' } },
  { says: 'notes it on the day', updated: '2026-08-26T09:00:00.000Z', outcome: left(90) },
  { says: 'notes it on the day after', updated: '2026-08-25T09:00:00.000Z', outcome: left(91) },
  {
    says: 'has a number of days of its own',
    updated: '2026-11-17T09:00:00.000Z',
    days: 7,
    outcome: left(7, 7),
  },
  {
    says: 'needs no ready issue',
    updated: LONG_AGO,
    context: { isReadyOtherwise: false },
    outcome: left(365),
  },
  {
    says: 'does not apply within the horizon',
    updated: LONG_AGO,
    context: { isWithinHorizon: true },
    outcome: { result: 'not-applicable', reason: 'within-horizon' },
  },
  {
    says: 'cannot tell what lies beyond without a forecast',
    updated: LONG_AGO,
    context: { isWithinHorizon: true, hasForecast: false },
    outcome: { result: 'unknown', reason: 'no-forecast' },
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

describe('abandoned', () => {
  it.each(CASES)('$says', ({ updated, level = 0, days = 90, context, outcome }) => {
    const issue = buildIssue({ updated, issueType: { name: 'Any', level } });
    const at = buildContext({ isWithinHorizon: false, ...context });
    expect(abandoned.evaluate(issue, { days }, at)).toEqual(outcome);
  });

  it('has ninety days by default', () => {
    expect(abandoned.options).toEqual({ days: 90 });
  });
});
