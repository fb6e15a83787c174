import { contextsIn, type BacklogReading } from '#src/domain/backlog/assess-backlog';
import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import { runAllChecks } from '#src/domain/backlog/checks/run-checks';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { NOT_SCORED, type FrozenIssue } from '#src/domain/flag-record/frozen-readiness';

/**
 * What the checks say of a sprint's own issues, as the panel said it of them while the sprint was the next one: first in rank order, with
 * nothing above them. What a check needs of the issues below is not at hand, and such a check gives no answer rather than another one.
 * @param reading the sprint's issues alone.
 */
export function freezeIssues(reading: BacklogReading, settings: CheckSettings): readonly FrozenIssue[] {
  const { contexts } = contextsIn(reading);
  return reading.issues.flatMap((issue, index) => {
    const context = contexts[index];
    return context === undefined ? [] : [freezeIssue(issue, settings, context)];
  });
}

function freezeIssue(
  issue: BacklogIssue,
  settings: CheckSettings,
  context: Omit<CheckContext, 'isReadyOtherwise'>,
): FrozenIssue {
  const { findings, undecided, notApplicable } = runAllChecks(issue, settings, context);
  const failing = findings.map(({ check }) => check);
  const isAnswered = (check: CheckId) =>
    // Whether a team uses priorities at all, issues of which each has the default one do not tell.
    !NOT_SCORED.has(check) && (check !== 'rank-inversion' || context.usesPriorities);
  return {
    issueId: issue.id,
    failing: failing.filter(isAnswered),
    unanswered: [
      ...new Set([
        ...undecided.map(({ check }) => check),
        ...notApplicable,
        ...[...NOT_SCORED, 'rank-inversion' as const].filter(
          (check) => settings[check].enabled && !isAnswered(check),
        ),
      ]),
    ],
  };
}
