import type { CheckId, FactsByCheck, Outcome, Severity } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import type { Unit } from '#src/domain/capacity/forecast';

/** What a check knows beyond the issue itself. */
export interface CheckContext {
  readonly now: Date;
  /** Whether the issue starts within the next two sprints at 85 %; true for all issues while there is no forecast. */
  readonly isWithinHorizon: boolean;
  /** A usual sprint of this team in the board's unit; null with too little history. */
  readonly medianSprint: number | null;
  readonly unit: Unit;
  /** Place in rank order; 0 is the top. */
  readonly index: number;
  /** Display name of the board's estimation field, such as "Story Points". */
  readonly estimationField: string;
}

/** Names of a check's options with their defaults or a team's own values. */
export type OptionValues = Readonly<Record<string, number>>;

export interface CheckMeta<Id extends CheckId> {
  readonly id: Id;
  /** Holds where the check grades no case itself and the team has set none. */
  readonly severity: Severity;
  readonly enabledByDefault: boolean;
}

/** One readiness check: what it is, its options with their defaults, and its verdict about one issue. */
export interface Check<Id extends CheckId, Options extends OptionValues> {
  readonly meta: CheckMeta<Id>;
  readonly options: Options;
  /** Pure: the same issue, options and context give the same outcome. */
  evaluate(issue: BacklogIssue, options: Options, context: CheckContext): Outcome<FactsByCheck[Id]>;
}

/** Declares a check: infers its options from their defaults, and holds its facts to those of its id. */
export function defineCheck<Id extends CheckId, Options extends OptionValues>(
  check: Check<Id, Options>,
): Check<Id, Options> {
  return check;
}
