import { defineRiskCheck } from '#src/domain/risk/checks/define-check';

/**
 * Fails from the day after a review was due: critical at High, and at any level once as many days have passed
 * again as its reviews are apart; a warning before that.
 */
export const reviewOverdue = defineRiskCheck({
  meta: { id: 'review-overdue', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate(_risk, _options, { due, level, cadence }) {
    if (due.daysOverdue === 0) return { result: 'pass' };
    const isUrgent = level === 'high' || due.daysOverdue >= cadence[level];
    return {
      result: 'fail',
      severity: isUrgent ? 'critical' : 'warn',
      facts: { level, dueOn: due.on, days: due.daysOverdue },
    };
  },
});
