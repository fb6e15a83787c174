import { defineCheck } from '#src/domain/backlog/checks/define-check';
import { roundAmount } from '#src/domain/capacity/amount';

/**
 * Fails when the estimate exceeds a share of the team's usual sprint: a warning above half of it, critical above
 * all of it, since such an issue cannot fit. The limit in the facts is the one that was passed. An epic spans
 * sprints by nature and is left alone.
 */
export const oversized = defineCheck({
  meta: {
    id: 'oversized',
    severity: 'warn',
    enabledByDefault: true,
  },
  options: { warnShare: 0.5, criticalShare: 1 },
  evaluate(issue, { warnShare, criticalShare }, { unit, medianSprint }) {
    if (unit === 'items') return { result: 'not-applicable', reason: 'board-counts-issues' };
    if (issue.issueType.level >= 1) return { result: 'not-applicable', reason: 'epic' };
    const { estimate } = issue;
    if (estimate === null) return { result: 'not-applicable', reason: 'no-estimate' };
    if (medianSprint === null) return { result: 'unknown', reason: 'too-little-history' };
    const criticalLimit = roundAmount(criticalShare * medianSprint);
    if (estimate > criticalLimit) {
      return {
        result: 'fail',
        severity: 'critical',
        facts: { estimate, medianSprint, limit: criticalLimit },
      };
    }
    const limit = roundAmount(warnShare * medianSprint);
    return estimate > limit
      ? { result: 'fail', severity: 'warn', facts: { estimate, medianSprint, limit } }
      : { result: 'pass' };
  },
});
