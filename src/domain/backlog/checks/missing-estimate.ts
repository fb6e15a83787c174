import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Fails when the board's estimation field is empty: critical within the two-sprint horizon, a warning beyond it.
 * 0 is an estimate. Epics are sized by their children and sub-tasks by their parent, so neither needs its own.
 */
export const missingEstimate = defineCheck({
  meta: { id: 'missing-estimate', severity: 'critical', enabledByDefault: true },
  options: {},
  evaluate(issue, _options, { unit, isWithinHorizon }) {
    if (unit === 'items') return { result: 'not-applicable', reason: 'board-counts-issues' };
    if (issue.issueType.level >= 1) return { result: 'not-applicable', reason: 'epic' };
    if (issue.issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (issue.estimate !== null) return { result: 'pass' };
    return { result: 'fail', severity: isWithinHorizon ? 'critical' : 'warn', facts: {} };
  },
});
