import type { CheckId, FactsByCheck, Outcome, Severity } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import type { Unit } from '#src/domain/capacity/forecast';

/** One of the site's priorities. */
export interface Priority {
  readonly id: string;
  readonly isDefault: boolean;
}

/** How many of the team's own done stories said how they are verified. */
export interface CriteriaPractice {
  readonly stories: number;
  readonly withCriteria: number;
}

/** What a check knows beyond the issue itself. */
export interface CheckContext {
  readonly now: Date;
  /** Where the issue starts: within the next two sprints at 85 % or beyond. True for all issues while there is no forecast. */
  readonly isWithinHorizon: boolean;
  /** Whether there is a forecast, and with it a horizon. */
  readonly hasForecast: boolean;
  /** A usual sprint of this team in the board's unit; null with too little history. */
  readonly medianSprint: number | null;
  /** Days from one sprint's end to the next, as a median; 14 on boards without sprints; null with too little history. */
  readonly sprintDays: number | null;
  readonly unit: Unit;
  /** Place in rank order; 0 is the top. */
  readonly index: number;
  /** null when no done story was read. */
  readonly practice: CriteriaPractice | null;
  /** Highest first; empty when they are not known. */
  readonly priorities: readonly Priority[];
  /** Whether any issue that was read has another priority than the default one. */
  readonly usesPriorities: boolean;
  /** Share of the issues read that have another priority than the default one, among those that show theirs; null when none does. */
  readonly decidedShare: number | null;
  /** The issue that this one repeats; null when there is none. */
  readonly duplicateOf: FactsByCheck['near-duplicate'] | null;
  /** The highest-ranked issue above of clearly lower priority; null when there is none. */
  readonly outrankedBy: FactsByCheck['rank-inversion'] | null;
  /** Whether no other check found anything critical: `stale-ready` runs last and asks. */
  readonly isReadyOtherwise: boolean;
}

/** Names of a check's options with their defaults or a team's own values: numbers, or lists of words or field ids. */
export type OptionValues = Readonly<Record<string, number | readonly string[]>>;

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
