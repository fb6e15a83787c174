import { daysBetween } from '#src/domain/risk/calendar';
import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import { isAccepted } from '#src/domain/risk/checks/open-acceptance';

/**
 * Fails from the day after the risk's date, as long as the risk is open and its mitigating issues are not all
 * done: critical at High and Medium, a warning at Low. Whether a plan without issues was carried out, only its
 * owner knows: by closing the risk or moving the date.
 */
export const mitigationPastDue = defineRiskCheck({
  meta: { id: 'mitigation-past-due', severity: 'critical', enabledByDefault: true },
  options: {},
  evaluate(risk, _options, { today, level, issues }) {
    const { dueOn, issueIds } = risk;
    if (dueOn === null) return { result: 'not-applicable', reason: 'no-date' };
    if (isAccepted(risk)) return { result: 'not-applicable', reason: 'accepted' };
    const days = daysBetween(dueOn, today);
    if (days <= 0) return { result: 'pass' };
    const fail = {
      result: 'fail',
      severity: level === 'low' ? 'warn' : 'critical',
      facts: { dueOn, days },
    } as const;
    if (issueIds.length === 0) return fail;
    if (issues === null) return { result: 'unknown', reason: 'jira-not-there' };
    const found = issueIds.map((id) => issues.get(id));
    if (found.some((issue) => issue?.isVisible === true && !issue.isDone)) return fail;
    return found.every((issue) => issue?.isVisible === true)
      ? { result: 'pass' }
      : { result: 'unknown', reason: 'issue-not-visible' };
  },
});
