import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type {
  CheckId,
  FactsByCheck,
  Finding,
  FindingOf,
  Reason,
  Severity,
} from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';

/** A check that gave no verdict on an issue, and why. */
export interface Undecided {
  readonly check: CheckId;
  readonly reason: Reason;
}

/** What all enabled checks say about one issue. Checks that pass, or do not apply, leave no trace. */
export interface Verdict {
  /** In the registry's order. */
  readonly findings: readonly Finding[];
  /** Checks that could not tell; a check that broke is here as `error`. */
  readonly undecided: readonly Undecided[];
  /** No failing critical check. */
  readonly isReady: boolean;
}

/** A verdict with the checks that are on and do not apply to the issue. */
export interface WholeVerdict extends Verdict {
  /** In the registry's order. */
  readonly notApplicable: readonly CheckId[];
}

/** Runs every enabled check on one issue. Never throws: a check that does is `undecided`, and the others still run. */
export function runChecks(
  issue: BacklogIssue,
  settings: CheckSettings,
  context: Omit<CheckContext, 'isReadyOtherwise'>,
): Verdict {
  const { findings, undecided, isReady } = runAllChecks(issue, settings, context);
  return { findings, undecided, isReady };
}

/** The same, for whom a check that passes and one that does not apply are not alike. */
export function runAllChecks(
  issue: BacklogIssue,
  settings: CheckSettings,
  context: Omit<CheckContext, 'isReadyOtherwise'>,
): WholeVerdict {
  const isReady = () => findings.every(({ severity }) => severity !== 'critical');
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const notApplicable: CheckId[] = [];
  // One context an issue, whose last part is asked for by few checks: ten thousand issues have no time for one a check.
  const seen: CheckContext = {
    ...context,
    get isReadyOtherwise() {
      return isReady();
    },
  };
  for (const id of CHECK_IDS) {
    const answer = answerOf(id, issue, settings, seen);
    if (answer === 'not-applicable') notApplicable.push(id);
    else if (typeof answer === 'string') continue;
    else if ('reason' in answer) undecided.push(answer);
    else findings.push(answer);
  }
  return { findings, undecided, notApplicable, isReady: isReady() };
}

/** Runs one check on one issue; null when it is off, passes or does not apply. Never throws. */
export function runCheck<Id extends CheckId>(
  id: Id,
  issue: BacklogIssue,
  settings: CheckSettings,
  context: CheckContext,
): FindingOf<Id> | Undecided | null {
  const answer = answerOf(id, issue, settings, context);
  return typeof answer === 'string' ? null : answer;
}

function answerOf<Id extends CheckId>(
  id: Id,
  issue: BacklogIssue,
  settings: CheckSettings,
  context: CheckContext,
): FindingOf<Id> | Undecided | 'off' | 'pass' | 'not-applicable' {
  const { enabled, severity, options } = settings[id];
  if (!enabled) return 'off';
  const check = CHECKS[id];
  try {
    const outcome = check.evaluate(issue, options, context);
    switch (outcome.result) {
      case 'fail':
        return found(id, severity ?? outcome.severity ?? check.meta.severity, outcome.facts);
      case 'unknown':
        return { check: id, reason: outcome.reason };
      case 'pass':
      case 'not-applicable':
        return outcome.result;
    }
  } catch {
    return { check: id, reason: 'error' };
  }
}

function found<Id extends CheckId>(check: Id, severity: Severity, facts: FactsByCheck[Id]): FindingOf<Id> {
  return { check, severity, facts };
}
