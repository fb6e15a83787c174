import type { Severity } from '#src/domain/backlog/finding';
import type { RiskContext } from '#src/domain/risk/checks/define-check';
import {
  REGISTER_CHECK_IDS,
  REGISTER_CHECKS,
  RISK_CHECK_IDS,
  RISK_CHECKS,
} from '#src/domain/risk/checks/index';
import type { RegisterOptionsByCheck } from '#src/domain/risk/checks/index';
import type { RegisterCheckSetting, RegisterCheckSettings } from '#src/domain/risk/checks/settings';
import type {
  AnyCheckId,
  AnyFacts,
  RegisterFinding,
  RiskCheckId,
  RiskFinding,
  RiskFindingOf,
  RiskOutcome,
  RiskReason,
} from '#src/domain/risk/finding';
import type { Risk } from '#src/domain/risk/risk';

/** A check that gave no verdict, and why. */
export interface RiskUndecided<Id extends AnyCheckId = RiskCheckId> {
  readonly check: Id;
  readonly reason: RiskReason;
}

/** What all enabled checks say. Checks that pass, or do not apply, leave no trace. */
export interface RiskVerdict {
  /** In the registry's order: most urgent first. */
  readonly findings: readonly RiskFinding[];
  /** Checks that could not tell; a check that broke is here as `error`. */
  readonly undecided: readonly RiskUndecided[];
}

/**
 * Runs every enabled check on one live risk. Never throws: a check that does is `undecided`, and the others still
 * run.
 */
export function runRiskChecks(
  risk: Risk,
  settings: RegisterCheckSettings,
  context: RiskContext,
): RiskVerdict {
  const findings: RiskFinding[] = [];
  const undecided: RiskUndecided[] = [];
  for (const id of RISK_CHECK_IDS) {
    const answer = runRiskCheck(id, risk, settings, context);
    if (answer === null) continue;
    if ('reason' in answer) undecided.push(answer);
    else findings.push(answer);
  }
  return { findings, undecided };
}

/** Runs every enabled check of a register as a whole on its risks that are not deleted. Never throws. */
export function runRegisterChecks(
  risks: readonly Risk[],
  settings: RegisterCheckSettings,
): readonly RegisterFinding[] {
  return REGISTER_CHECK_IDS.flatMap((id) => {
    const check = REGISTER_CHECKS[id];
    const answer = run(id, settings[id], check.meta.severity, (options) => check.evaluate(risks, options));
    return answer === null || 'reason' in answer ? [] : [answer];
  });
}

function runRiskCheck<Id extends RiskCheckId>(
  id: Id,
  risk: Risk,
  settings: RegisterCheckSettings,
  context: RiskContext,
): RiskFindingOf<Id> | RiskUndecided | null {
  const check = RISK_CHECKS[id];
  return run(id, settings[id], check.meta.severity, (options) => check.evaluate(risk, options, context));
}

function run<Id extends AnyCheckId>(
  check: Id,
  { enabled, severity, options }: RegisterCheckSetting<Id>,
  usual: Severity,
  evaluate: (options: RegisterOptionsByCheck[Id]) => RiskOutcome<AnyFacts[Id]>,
): RiskFindingOf<Id> | RiskUndecided<Id> | null {
  if (!enabled) return null;
  try {
    const outcome = evaluate(options);
    switch (outcome.result) {
      case 'fail':
        return found(check, severity ?? outcome.severity ?? usual, outcome.facts);
      case 'unknown':
        return { check, reason: outcome.reason };
      case 'pass':
      case 'not-applicable':
        return null;
    }
  } catch {
    return { check, reason: 'error' };
  }
}

function found<Id extends AnyCheckId>(check: Id, severity: Severity, facts: AnyFacts[Id]): RiskFindingOf<Id> {
  return { check, severity, facts };
}
