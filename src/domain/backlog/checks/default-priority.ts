import { defineCheck } from '#src/domain/backlog/checks/define-check';

/** Share of decided priorities from which one that is left at the default stands out. */
const USUALLY_DECIDED = 0.5;

/**
 * Notes an issue at the site's default priority, which nobody may ever have decided. Only where the team does decide
 * priorities, so that the default is the exception: at least half of the issues read have another one. And only within
 * the two-sprint horizon, since further down there is time. Known false positive: the default was meant.
 */
export const defaultPriority = defineCheck({
  meta: { id: 'default-priority', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate(
    { priorityId, issueType },
    _options,
    { priorities, usesPriorities, decidedShare, isWithinHorizon },
  ) {
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (priorities.length === 0) return { result: 'unknown', reason: 'priority-not-shown' };
    if (!usesPriorities) return { result: 'not-applicable', reason: 'priorities-not-used' };
    if (priorityId === null) return { result: 'unknown', reason: 'priority-not-shown' };
    const usual = priorities.find(({ isDefault }) => isDefault);
    if (priorityId !== usual?.id) return { result: 'pass' };
    if ((decidedShare ?? 0) < USUALLY_DECIDED)
      return { result: 'not-applicable', reason: 'not-the-practice-here' };
    if (!isWithinHorizon) return { result: 'not-applicable', reason: 'beyond-horizon' };
    return { result: 'fail', facts: { priorityId } };
  },
});
