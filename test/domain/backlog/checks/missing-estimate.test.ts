import { describe, expect, it } from 'vitest';

import { missingEstimate } from '#src/domain/backlog/checks/missing-estimate';
import { buildContext, buildIssue } from '../../../builders/issue';

const check = (
  ...[issue, context]: [Parameters<typeof buildIssue>[0]?, Parameters<typeof buildContext>[0]?]
) => missingEstimate.evaluate(buildIssue(issue), missingEstimate.options, buildContext(context));

const CASES = [
  {
    says: 'is critical within the horizon',
    issue: { estimate: null },
    outcome: { result: 'fail', severity: 'critical', facts: {} },
  },
  {
    says: 'warns beyond the horizon',
    issue: { estimate: null },
    context: { isWithinHorizon: false },
    outcome: { result: 'fail', severity: 'warn', facts: {} },
  },
  { says: 'passes with an estimate', issue: { estimate: 5 }, outcome: { result: 'pass' } },
  { says: 'takes 0 for an estimate', issue: { estimate: 0 }, outcome: { result: 'pass' } },
  { says: 'takes a half for an estimate', issue: { estimate: 0.5 }, outcome: { result: 'pass' } },
  {
    says: 'needs history for nothing',
    issue: { estimate: null },
    context: { medianSprint: null },
    outcome: { result: 'fail', severity: 'critical', facts: {} },
  },
  {
    says: 'does not apply where the board counts issues',
    issue: { estimate: null },
    context: { unit: 'items' as const },
    outcome: { result: 'not-applicable', reason: 'board-counts-issues' },
  },
  {
    says: 'does not apply to epics',
    issue: { estimate: null, issueType: { name: 'Epic', level: 1 } },
    outcome: { result: 'not-applicable', reason: 'epic' },
  },
  {
    says: 'does not apply above epics',
    issue: { estimate: null, issueType: { name: 'Initiative', level: 2 } },
    outcome: { result: 'not-applicable', reason: 'epic' },
  },
  {
    says: 'does not apply to sub-tasks',
    issue: { estimate: null, issueType: { name: 'Sub-task', level: -1 } },
    outcome: { result: 'not-applicable', reason: 'sub-task' },
  },
];

describe('missing-estimate', () => {
  it.each(CASES)('$says', ({ issue, context, outcome }) => {
    expect(check(issue, context)).toEqual(outcome);
  });
});
