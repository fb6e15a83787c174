import { describe, expect, it } from 'vitest';

import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import { defaultPriority } from '#src/domain/backlog/checks/default-priority';
import { buildContext, buildIssue, PRIORITIES } from '../../../builders/issue';

interface Case {
  readonly says: string;
  readonly priorityId?: string | null;
  readonly level?: number;
  readonly context?: Partial<CheckContext>;
  readonly outcome: object;
}

const CASES: readonly Case[] = [
  {
    says: 'notes the default priority',
    outcome: { result: 'fail', facts: { priorityId: '3' } },
  },
  { says: 'passes a higher one', priorityId: '2', outcome: { result: 'pass' } },
  { says: 'passes a lower one', priorityId: '5', outcome: { result: 'pass' } },
  { says: 'passes one that the site no longer lists', priorityId: '99', outcome: { result: 'pass' } },
  {
    says: 'passes where the site has no default',
    context: { priorities: PRIORITIES.map(({ id }) => ({ id, isDefault: false })) },
    outcome: { result: 'pass' },
  },
  {
    says: 'applies to epics',
    level: 1,
    outcome: { result: 'fail', facts: { priorityId: '3' } },
  },
  {
    says: 'does not apply to sub-tasks',
    level: -1,
    outcome: { result: 'not-applicable', reason: 'sub-task' },
  },
  {
    says: 'leaves what lies beyond the horizon alone',
    context: { isWithinHorizon: false },
    outcome: { result: 'not-applicable', reason: 'beyond-horizon' },
  },
  {
    says: 'looks at everything while there is no forecast',
    context: { hasForecast: false },
    outcome: { result: 'fail', facts: { priorityId: '3' } },
  },
  {
    says: 'does not apply where nobody sets priorities',
    context: { usesPriorities: false, decidedShare: 0 },
    outcome: { result: 'not-applicable', reason: 'priorities-not-used' },
  },
  {
    says: 'speaks from half of the issues decided',
    context: { decidedShare: 0.5 },
    outcome: { result: 'fail', facts: { priorityId: '3' } },
  },
  {
    says: 'keeps quiet where fewer than half are decided',
    context: { decidedShare: 0.49 },
    outcome: { result: 'not-applicable', reason: 'not-the-practice-here' },
  },
  {
    says: 'cannot tell without a priority',
    priorityId: null,
    outcome: { result: 'unknown', reason: 'priority-not-shown' },
  },
  {
    says: 'cannot tell where the priorities of the site are not known',
    context: { priorities: [] },
    outcome: { result: 'unknown', reason: 'priority-not-shown' },
  },
];

describe('default-priority', () => {
  it.each(CASES)('$says', ({ priorityId = '3', level = 0, context, outcome }) => {
    const issue = buildIssue({ priorityId, issueType: { name: 'Any', level } });
    expect(defaultPriority.evaluate(issue, defaultPriority.options, buildContext(context))).toEqual(outcome);
  });
});
