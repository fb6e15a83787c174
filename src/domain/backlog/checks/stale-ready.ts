import { wholeDaysSince } from '#src/domain/backlog/age';
import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Warns of an issue that is ready and that nobody has touched for so many sprints: what was refined then may no longer
 * be true. Touched is any change of a field or a comment. Where estimates count, what has none was not refined yet, though
 * nothing critical may be wrong with it below the next two sprints. An epic and a sub-task live by their children and
 * their parent. Known false positive: a story that is as true as it was.
 */
export const staleReady = defineCheck({
  meta: { id: 'stale-ready', severity: 'warn', enabledByDefault: true },
  options: { sprints: 3 },
  evaluate({ updated, issueType, estimate }, { sprints }, { now, unit, sprintDays, isReadyOtherwise }) {
    if (issueType.level >= 1) return { result: 'not-applicable', reason: 'epic' };
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (unit === 'points' && estimate === null) return { result: 'not-applicable', reason: 'no-estimate' };
    if (!isReadyOtherwise) return { result: 'not-applicable', reason: 'not-ready' };
    if (sprintDays === null) return { result: 'unknown', reason: 'too-little-history' };
    const limit = Math.round(sprintDays * sprints);
    // Sprints closed within the same hours say nothing of how long one lasts.
    if (limit < 1) return { result: 'unknown', reason: 'too-little-history' };
    const days = wholeDaysSince(updated, now);
    return days >= limit ? { result: 'fail', facts: { days, limit } } : { result: 'pass' };
  },
});
