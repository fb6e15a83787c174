import { daysBetween, type CalendarDate } from '#src/domain/risk/calendar';
import { defineRiskCheck, type MitigatingIssue } from '#src/domain/risk/checks/define-check';
import { isAccepted } from '#src/domain/risk/checks/open-acceptance';
import type { FactsByRiskCheck, IssueProblem } from '#src/domain/risk/finding';

type IssueFacts = FactsByRiskCheck['mitigation-not-on-track']['issues'][number];

/**
 * Fails when a mitigating issue is not refined, has no place in time or lands after the risk's date: critical at
 * High, a warning below. One known problem is enough, whatever else is not known. Without a date nothing is late.
 */
export const mitigationNotOnTrack = defineRiskCheck({
  meta: { id: 'mitigation-not-on-track', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate(risk, _options, { level, issues }) {
    const { dueOn, issueIds } = risk;
    if (issueIds.length === 0) return { result: 'not-applicable', reason: 'no-issues' };
    if (isAccepted(risk)) return { result: 'not-applicable', reason: 'accepted' };
    if (issues === null) return { result: 'unknown', reason: 'jira-not-there' };
    const visible = issueIds.flatMap((issueId) => {
      const issue = issues.get(issueId);
      return issue?.isVisible === true ? [{ issueId, issue }] : [];
    });
    const wrong = visible
      .map(({ issueId, issue }) => factsOf(issueId, issue, dueOn))
      .filter(({ problems }) => problems.length > 0);
    if (wrong.length > 0) {
      return {
        result: 'fail',
        severity: level === 'high' ? 'critical' : 'warn',
        facts: { dueOn, issues: wrong },
      };
    }
    if (visible.length < issueIds.length) return { result: 'unknown', reason: 'issue-not-visible' };
    const isKnown = visible.every(({ issue }) => isFullyKnown(issue, dueOn));
    return isKnown ? { result: 'pass' } : { result: 'unknown', reason: 'issue-not-known' };
  },
});

function factsOf(issueId: string, issue: MitigatingIssue, dueOn: CalendarDate | null): IssueFacts {
  const { isDone, isReady, isScheduled, landsOn } = issue;
  if (isDone) return { issueId, problems: [], landsOn: null, daysLate: null };
  const late = dueOn === null || landsOn === null ? 0 : daysBetween(dueOn, landsOn);
  const problems: readonly IssueProblem[] = [
    ...(isReady === false ? (['unrefined'] as const) : []),
    ...(isScheduled === false ? (['unscheduled'] as const) : []),
    ...(late > 0 ? (['late'] as const) : []),
  ];
  return { issueId, problems, landsOn, daysLate: late > 0 ? late : null };
}

function isFullyKnown(
  { isDone, isReady, isScheduled, landsOn }: MitigatingIssue,
  dueOn: CalendarDate | null,
) {
  return isDone || (isReady !== null && isScheduled !== null && (dueOn === null || landsOn !== null));
}
