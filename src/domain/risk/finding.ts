import type { Severity } from '#src/domain/backlog/finding';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type { Level } from '#src/domain/risk/level';
import type { Exposure, Rating } from '#src/domain/risk/rating';

/** What is wrong with a mitigating issue. */
export type IssueProblem = 'unrefined' | 'unscheduled' | 'late';

/** What is missing from an acceptance. */
export type AcceptanceProblem = 'no-approver' | 'no-expiry' | 'expired';

/** What each check of a risk observed when it failed: facts, never sentences. */
export interface FactsByRiskCheck {
  /** The account that is deactivated; null when nobody owns the risk. */
  readonly 'no-owner': { readonly ownerId: string | null };
  readonly 'no-mitigation': { readonly level: Level };
  readonly 'mitigation-not-on-track': {
    readonly dueOn: CalendarDate | null;
    /** Those with something wrong. `daysLate` is null for one that is not late. */
    readonly issues: readonly {
      readonly issueId: string;
      readonly problems: readonly IssueProblem[];
      readonly landsOn: CalendarDate | null;
      readonly daysLate: number | null;
    }[];
  };
  readonly 'mitigation-past-due': { readonly dueOn: CalendarDate; readonly days: number };
  readonly 'review-overdue': { readonly level: Level; readonly dueOn: CalendarDate; readonly days: number };
  readonly 'rubber-stamp': { readonly reviews: number };
  /** `daysExpired` is null when it has not expired. */
  readonly 'open-acceptance': {
    readonly problems: readonly AcceptanceProblem[];
    readonly until: CalendarDate | null;
    readonly daysExpired: number | null;
  };
  readonly 'residual-above-current': { readonly current: Exposure; readonly residual: Exposure };
  /** The issues that were to lower it and that nobody has planned; none when there is nothing at all. */
  readonly 'residual-lowered-untouched': { readonly issueIds: readonly string[] };
  /** `dueOn` is the day that has come; null where the probability alone says it. */
  readonly 'near-certain': { readonly probability: Rating; readonly dueOn: CalendarDate | null };
  readonly 'vague-statement': { readonly words: number; readonly minimum: number };
  /** The older risk that says the same; `isSame` when it has the same words. */
  readonly 'duplicate-risk': { readonly riskId: string; readonly isSame: boolean };
}

/** What each check of a register as a whole observed when it failed. */
export interface FactsByRegisterCheck {
  /** Risks that are closed or happened. */
  readonly 'empty-register': { readonly over: number };
}

export type RiskCheckId = keyof FactsByRiskCheck;
export type RegisterCheckId = keyof FactsByRegisterCheck;
/** The facts of every check, of a risk or of a register. */
export interface AnyFacts extends FactsByRiskCheck, FactsByRegisterCheck {}
export type AnyCheckId = keyof AnyFacts;

/** One failed check, for a known check. */
export type RiskFindingOf<Id extends AnyCheckId> = {
  readonly [K in Id]: { readonly check: K; readonly severity: Severity; readonly facts: AnyFacts[K] };
}[Id];

/** One failed check of one risk. */
export type RiskFinding = RiskFindingOf<RiskCheckId>;

/** One failed check of a register as a whole. */
export type RegisterFinding = RiskFindingOf<RegisterCheckId>;

/** Why a check gave no verdict. `error` means that the check itself broke. */
export type RiskReason =
  | 'low'
  | 'not-high'
  | 'accepted'
  | 'not-accepted'
  | 'no-issues'
  | 'no-date'
  | 'no-residual'
  | 'account-not-known'
  | 'jira-not-there'
  | 'issue-not-visible'
  | 'issue-not-known'
  | 'error';

/** The answer of one check. `not-applicable` and `unknown` always say why; unknown is never a pass. */
export type RiskOutcome<Facts> =
  | { readonly result: 'pass' }
  /** A severity is set when the check grades this case itself. */
  | { readonly result: 'fail'; readonly facts: Facts; readonly severity?: Severity }
  | { readonly result: 'not-applicable'; readonly reason: RiskReason }
  | { readonly result: 'unknown'; readonly reason: RiskReason };
