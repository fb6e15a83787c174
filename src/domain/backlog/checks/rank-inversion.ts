import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Notes an issue that is ranked `places` or more below one of clearly lower priority; `findInversions` says what clearly
 * is. One of the two is wrong, the priority or the rank. Known false positive: small work pulled forward on purpose.
 */
export const rankInversion = defineCheck({
  meta: { id: 'rank-inversion', severity: 'info', enabledByDefault: true },
  options: { places: 10 },
  evaluate({ priorityId, issueType }, { places }, { priorities, usesPriorities, outrankedBy }) {
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (priorities.length === 0) return { result: 'unknown', reason: 'priority-not-shown' };
    if (!usesPriorities) return { result: 'not-applicable', reason: 'priorities-not-used' };
    if (priorityId === null) return { result: 'unknown', reason: 'priority-not-shown' };
    return outrankedBy !== null && outrankedBy.placesAbove >= places
      ? { result: 'fail', facts: outrankedBy }
      : { result: 'pass' };
  },
});
