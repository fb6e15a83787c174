import { wholeDaysSince } from '#src/domain/backlog/age';
import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Notes an issue that nobody has touched for so many days and that the next two sprints will not reach: keep it on
 * purpose or let it go. Touched is any change of a field or a comment. Without a forecast nobody can say what the next
 * two sprints reach. An epic and a sub-task live by their children and their parent.
 */
export const abandoned = defineCheck({
  meta: { id: 'abandoned', severity: 'info', enabledByDefault: true },
  options: { days: 90 },
  evaluate({ updated, issueType }, { days: limit }, { now, hasForecast, isWithinHorizon }) {
    if (issueType.level >= 1) return { result: 'not-applicable', reason: 'epic' };
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (!hasForecast) return { result: 'unknown', reason: 'no-forecast' };
    if (isWithinHorizon) return { result: 'not-applicable', reason: 'within-horizon' };
    const days = wholeDaysSince(updated, now);
    return days >= limit ? { result: 'fail', facts: { days, limit } } : { result: 'pass' };
  },
});
