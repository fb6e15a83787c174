import type { AdfNode } from '#src/domain/backlog/issue';
import type { CalendarDate, Instant } from '#src/domain/risk/calendar';
import type { Exposure, Rating } from '#src/domain/risk/rating';

/** Who did something, and when. */
export interface Act {
  /** accountId. */
  readonly by: string;
  readonly at: Instant;
  /** The day it was for who did it: days are counted from here, so that they are the same for every reader. */
  readonly on: CalendarDate;
}

/** What is done about a risk: ISO 31000's treatments, or nothing decided yet. */
export type Response = 'avoid' | 'mitigate' | 'transfer' | 'accept' | 'none';

export const RESPONSES: readonly Response[] = ['avoid', 'mitigate', 'transfer', 'accept', 'none'];

/**
 * Where a risk stands. `by` is the account that accepts it; a null there, or in `until`, leaves the acceptance
 * open.
 */
export type RiskState =
  | { readonly kind: 'open' }
  | { readonly kind: 'mitigating' }
  | { readonly kind: 'accepted'; readonly by: string | null; readonly until: CalendarDate | null }
  | { readonly kind: 'happened'; readonly on: CalendarDate }
  | { readonly kind: 'closed'; readonly on: CalendarDate };

export type StateKind = RiskState['kind'];

/** What people write about a risk. Every change of a risk is a change of some of these, field by field. */
export interface RiskFields {
  /** The statement in one line. */
  readonly title: string;
  /** The parts of a guided statement: because of `cause`, `event` may happen, which leads to `effect`. */
  readonly cause: string | null;
  readonly event: string | null;
  readonly effect: string | null;
  /** One of the register's categories; null while nobody has chosen one. */
  readonly categoryId: string | null;
  readonly probability: Rating;
  readonly impact: Rating;
  readonly response: Response;
  /** The mitigation plan; null when there is none. */
  readonly plan: AdfNode | null;
  /** Ids of the Jira issues that mitigate it: a set. */
  readonly issueIds: readonly string[];
  /** accountId; null when nobody owns it. */
  readonly ownerId: string | null;
  /** What would show that it is happening. */
  readonly trigger: string | null;
  /** The day by which its mitigation has to be there. */
  readonly dueOn: CalendarDate | null;
  readonly state: RiskState;
  /** What is expected to remain once the response has worked. */
  readonly residual: Exposure | null;
}

export type RiskField = keyof RiskFields;

/** In the order in which changes are listed. */
export const RISK_FIELDS: readonly RiskField[] = [
  'title',
  'cause',
  'event',
  'effect',
  'categoryId',
  'probability',
  'impact',
  'response',
  'plan',
  'issueIds',
  'ownerId',
  'trigger',
  'dueOn',
  'state',
  'residual',
];

/** The last review of a risk, and the version of the risk that it left behind. */
export interface LastReview extends Act {
  readonly version: number;
}

/** One risk of a register. */
export interface Risk extends RiskFields {
  readonly id: string;
  readonly registerId: string;
  /** Shown as R-7; never used twice in a register. */
  readonly number: number;
  /** 1 when created, one more with every event. */
  readonly version: number;
  readonly created: Act;
  /** The day on which it got its probability and impact as they are. */
  readonly ratedOn: CalendarDate;
  /**
   * `last` is null before the first review. `unchangedInARow` counts reviews without any edit before, in or
   * between them.
   */
  readonly review: { readonly last: LastReview | null; readonly unchangedInARow: number };
  /** null unless it is deleted. */
  readonly deleted: Act | null;
}

/** Whether a risk still needs watching: neither deleted nor closed nor happened. */
export function isLive({ deleted, state }: Pick<Risk, 'deleted' | 'state'>): boolean {
  return deleted === null && state.kind !== 'closed' && state.kind !== 'happened';
}

/** What people wrote about a risk, without what is kept about it. */
export function fieldsOf(risk: RiskFields): RiskFields {
  return {
    title: risk.title,
    cause: risk.cause,
    event: risk.event,
    effect: risk.effect,
    categoryId: risk.categoryId,
    probability: risk.probability,
    impact: risk.impact,
    response: risk.response,
    plan: risk.plan,
    issueIds: risk.issueIds,
    ownerId: risk.ownerId,
    trigger: risk.trigger,
    dueOn: risk.dueOn,
    state: risk.state,
    residual: risk.residual,
  };
}
