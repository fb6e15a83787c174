import type { Severity } from '#src/domain/backlog/finding';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type {
  AnyCheckId,
  AnyFacts,
  FactsByRiskCheck,
  RegisterCheckId,
  RiskCheckId,
  RiskOutcome,
} from '#src/domain/risk/finding';
import type { Level } from '#src/domain/risk/level';
import type { Cadence } from '#src/domain/risk/register';
import type { Scale } from '#src/domain/risk/rating';
import type { ReviewDue } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';

/**
 * A mitigating issue as the viewer may see it in Jira now. Nothing else of it counts when it is done, or not
 * visible.
 */
export interface MitigatingIssue {
  readonly isVisible: boolean;
  readonly isDone: boolean;
  /** Whether no critical readiness check fails; null when that is not known. */
  readonly isReady: boolean | null;
  /** The day on which the work is forecast to be done; null when that is not known. */
  readonly landsOn: CalendarDate | null;
  /** Whether a sprint or a date holds it; null when that is not known. */
  readonly isScheduled: boolean | null;
}

/** What is known about the world around a register's risks. */
export interface Surroundings {
  /** The viewer's day. */
  readonly today: CalendarDate;
  /** By accountId; an account that is not here is not known. */
  readonly accounts: ReadonlyMap<string, 'active' | 'deactivated'>;
  /** By issue id; null where Jira is not there or did not answer. An issue that is not here is not visible. */
  readonly issues: ReadonlyMap<string, MitigatingIssue> | null;
}

/** What a check knows beyond the risk itself. */
export interface RiskContext extends Surroundings {
  readonly scale: Scale;
  readonly cadence: Cadence;
  readonly level: Level;
  readonly due: ReviewDue;
  /** The older risk of the register that says the same; null when there is none. */
  readonly duplicateOf: FactsByRiskCheck['duplicate-risk'] | null;
}

/** Names of a check's options with their defaults or a register's own values. */
export type RiskOptionValues = Readonly<Record<string, number>>;

/** What a check is, whatever it looks at. */
export interface CheckMeta<Id extends AnyCheckId> {
  readonly id: Id;
  /** Holds where the check grades no case itself and the register has set none. */
  readonly severity: Severity;
  readonly enabledByDefault: boolean;
}

/** One check of a live risk. Pure: the same risk, options and context give the same outcome. */
export interface RiskCheck<Id extends RiskCheckId, Options extends RiskOptionValues> {
  readonly meta: CheckMeta<Id>;
  readonly options: Options;
  evaluate(risk: Risk, options: Options, context: RiskContext): RiskOutcome<AnyFacts[Id]>;
}

/** One check of a register as a whole, given its risks that are not deleted. */
export interface RegisterCheck<Id extends RegisterCheckId, Options extends RiskOptionValues> {
  readonly meta: CheckMeta<Id>;
  readonly options: Options;
  evaluate(risks: readonly Risk[], options: Options): RiskOutcome<AnyFacts[Id]>;
}

/** Declares a check of a risk: infers its options from their defaults, and holds its facts to those of its id. */
export function defineRiskCheck<Id extends RiskCheckId, Options extends RiskOptionValues>(
  check: RiskCheck<Id, Options>,
): RiskCheck<Id, Options> {
  return check;
}

/** Declares a check of a register as a whole. */
export function defineRegisterCheck<Id extends RegisterCheckId, Options extends RiskOptionValues>(
  check: RegisterCheck<Id, Options>,
): RegisterCheck<Id, Options> {
  return check;
}
