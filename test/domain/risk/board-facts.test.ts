import { describe, expect, it } from 'vitest';

import type { AssessedIssue } from '#src/domain/backlog/assessment';
import { boardFacts, unknownBlockers } from '#src/domain/risk/board-facts';

/** Issue `SCR-n` with id `n`, of three points in the backlog. */
function issue(number: number, changes: Partial<AssessedIssue> = {}, blockers: readonly string[] = []) {
  const base: AssessedIssue = {
    id: String(number),
    key: `SCR-${number}`,
    level: 0,
    estimate: 3,
    sprintId: null,
    parentId: null,
    assigneeId: null,
    priorityId: null,
    width: 3,
    horizon: null,
    isReady: true,
    findings: [],
    waitsFor: blockers,
    undecided: [],
  };
  return { ...base, ...changes };
}

const assessment = (issues: readonly AssessedIssue[], unit: 'points' | 'items' = 'points') => ({
  issues,
  unit,
  runway: null,
  depth: { amount: 3, items: 1 },
});

const factsOf = (
  issues: readonly AssessedIssue[],
  unit: 'points' | 'items' = 'points',
  looked: readonly (readonly [string, string])[] = [],
) => boardFacts(7, assessment(issues, unit), new Map(looked));

describe('blocked issues', () => {
  const issues = [issue(1, {}, ['SCR-2', 'PLAT-9']), issue(2, {}, ['PLAT-9']), issue(3)];

  it('are those that wait for an open issue, by id, wherever it stands', () => {
    expect(factsOf(issues, 'points', [['PLAT-9', '900']]).blocks).toEqual([
      { issueId: '1', blockedById: '2' },
      { issueId: '1', blockedById: '900' },
      { issueId: '2', blockedById: '900' },
    ]);
  });

  it('leave out a blocker whose id is not known', () => {
    expect(factsOf(issues).blocks).toEqual([{ issueId: '1', blockedById: '2' }]);
    expect(unknownBlockers(assessment(issues))).toEqual(['PLAT-9']);
  });
});

describe('the next sprint', () => {
  const next = { sprintId: 4 };

  it('is the first with anything in it, shared by who is to do the work', () => {
    const issues = [
      issue(1, { ...next, assigneeId: 'jonas', estimate: 5 }),
      issue(2, { ...next, assigneeId: 'jonas', estimate: null, width: 3 }),
      issue(3, { ...next, estimate: 2 }),
      issue(4, { sprintId: 5, assigneeId: 'jonas' }),
      issue(5, { assigneeId: 'jonas' }),
    ];
    expect(factsOf(issues).nextSprint).toEqual({
      id: 4,
      items: 3,
      shares: [
        { accountId: 'jonas', points: 5 },
        { accountId: null, points: 2 },
      ],
    });
  });

  it('counts issues where the team does', () => {
    const issues = [
      issue(1, { ...next, assigneeId: 'sam', width: 1 }),
      issue(2, { ...next, assigneeId: 'sam', width: 0, level: -1 }),
    ];
    expect(factsOf(issues, 'items').nextSprint?.shares).toEqual([{ accountId: 'sam', points: 1 }]);
  });

  it('is none where nothing is planned', () => {
    expect(factsOf([issue(1)]).nextSprint).toBeNull();
  });
});
