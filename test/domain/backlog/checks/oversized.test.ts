import { describe, expect, it } from 'vitest';

import { oversized } from '#src/domain/backlog/checks/oversized';
import { buildContext, buildIssue } from '../../../builders/issue';

const fail = (severity: string, estimate: number, limit: number, medianSprint = 20) => ({
  result: 'fail',
  severity,
  facts: { estimate, medianSprint, limit },
});

const CASES = [
  { says: 'passes below half of a usual sprint', estimate: 8, outcome: { result: 'pass' } },
  { says: 'passes at exactly half', estimate: 10, outcome: { result: 'pass' } },
  { says: 'warns just above half', estimate: 10.5, outcome: fail('warn', 10.5, 10) },
  { says: 'still warns at a whole sprint', estimate: 20, outcome: fail('warn', 20, 10) },
  { says: 'is critical above a whole sprint', estimate: 21, outcome: fail('critical', 21, 20) },
  { says: 'passes an estimate of 0', estimate: 0, outcome: { result: 'pass' } },
  {
    says: 'takes the median as it is, decimals included',
    estimate: 7,
    context: { medianSprint: 13.5 },
    outcome: fail('warn', 7, 6.75, 13.5),
  },
  {
    says: 'has limits of its own',
    estimate: 9,
    options: { warnShare: 0.25, criticalShare: 0.4 },
    outcome: fail('critical', 9, 8),
  },
  {
    says: 'has limits without the noise of fractions',
    estimate: 7,
    options: { warnShare: 0.35, criticalShare: 1 },
    outcome: { result: 'pass' },
  },
  {
    says: 'does not apply without an estimate',
    estimate: null,
    outcome: { result: 'not-applicable', reason: 'no-estimate' },
  },
  {
    says: 'cannot tell with too little history',
    estimate: 40,
    context: { medianSprint: null },
    outcome: { result: 'unknown', reason: 'too-little-history' },
  },
  {
    says: 'does not apply where the board counts issues',
    estimate: 40,
    context: { unit: 'items' as const },
    outcome: { result: 'not-applicable', reason: 'board-counts-issues' },
  },
  {
    says: 'does not apply to epics',
    estimate: 40,
    level: 1,
    outcome: { result: 'not-applicable', reason: 'epic' },
  },
  { says: 'applies to sub-tasks with an estimate', estimate: 11, level: -1, outcome: fail('warn', 11, 10) },
];

describe('oversized', () => {
  it.each(CASES)('$says', ({ estimate, level = 0, options, context, outcome }) => {
    const issue = buildIssue({ estimate, issueType: { name: 'Any', level } });
    expect(oversized.evaluate(issue, options ?? oversized.options, buildContext(context))).toEqual(outcome);
  });
});
