import type { Stock } from '#src/domain/backlog/assessment';
import { roundAmount } from '#src/domain/capacity/amount';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { fanAt, fanOf, type FanPoint } from '#src/domain/sprint/fan';
import { figuresOf, type SprintFigures } from '#src/domain/sprint/figures';
import { sprintForecast } from '#src/domain/sprint/odds';
import { aged, ageLimit, type AgedIssue, type StartedIssue } from '#src/domain/sprint/started-issue';
import type { TeamPast } from '#src/domain/sprint/team-past';
import { usualOf, type Usual } from '#src/domain/sprint/usual';

/** `as-usual`, or what differs most from this team's past; `no-history` when there is none to compare with. */
export type FollowUpVerdict = 'as-usual' | 'behind' | 'scope-grew' | 'ahead' | 'no-history';

/** A figure of this sprint beside the team's own past; null without history. */
export interface Beside {
  readonly now: Stock;
  readonly usual: Usual | null;
}

/** A sprint that runs, as it was read a moment ago. */
export interface RunningSprint {
  /** Its window ends now. */
  readonly record: SprintRecord;
  readonly issues: readonly StartedIssue[];
  /** ISO 8601; null where Jira has none. */
  readonly endDate: string | null;
  readonly availability: number;
}

/** How a running sprint goes, by what is usual for the team. */
export interface SprintFollowUp {
  readonly verdict: FollowUpVerdict;
  readonly committed: Stock;
  readonly added: Beside;
  readonly removed: Beside;
  readonly carriedIn: Beside;
  readonly delivered: Stock;
  readonly remaining: Stock;
  /** The share of the sprint's time that has passed, 0 to 1. */
  readonly elapsed: number;
  readonly ageLimitDays: number | null;
  /** Delivered so far by share of time: steps, in time order, the last one at `elapsed`. */
  readonly course: readonly { readonly at: number; readonly amount: number }[];
  readonly fan: readonly FanPoint[] | null;
  readonly issues: readonly AgedIssue[];
}

/** Follows a sprint that runs. */
export function followUp(
  { record, issues, endDate, availability }: RunningSprint,
  past: TeamPast,
  now: Date,
): SprintFollowUp {
  const { unit, records, figures: before } = past;
  const figures = figuresOf(record, unit);
  const elapsed = elapsedOf(record.startDate, endDate, now);
  const limit = ageLimit(records);
  const likely = sprintForecast(past.history, availability)?.likely ?? null;
  const fan = fanOf(records, likely, unit);
  const beside = (figure: 'added' | 'removed' | 'carriedIn'): Beside => ({
    now: figures[figure],
    usual: usualOf(before.map((sprint) => sprint[figure].amount)),
  });
  const added = beside('added');
  return {
    verdict: verdictOf(figures, added.usual, fan && fanAt(fan, elapsed)),
    committed: figures.committed,
    added,
    removed: beside('removed'),
    carriedIn: beside('carriedIn'),
    delivered: figures.delivered,
    remaining: figures.carriedOver,
    elapsed,
    ageLimitDays: limit,
    course: courseOf(record, past.unit, elapsed),
    fan,
    issues: aged(issues, limit, now),
  };
}

/** A sprint past its end that nobody closed has used its time up; so has one without an end as soon as it starts. */
function elapsedOf(startDate: string, endDate: string | null, now: Date): number {
  const start = Date.parse(startDate);
  const end = endDate === null ? start : Date.parse(endDate);
  if (end <= start) return 1;
  return Math.min(1, Math.max(0, (now.getTime() - start) / (end - start)));
}

/** The record's window ends now, so its shares of time are shares of what has passed. */
function courseOf({ deliveries }: SprintRecord, unit: TeamPast['unit'], elapsed: number) {
  let amount = 0;
  const steps = deliveries.map(({ at, points }) => {
    amount = roundAmount(amount + (unit === 'points' ? points : 1));
    return { at: Math.min(elapsed, at * elapsed), amount };
  });
  return [{ at: 0, amount: 0 }, ...steps, { at: elapsed, amount }];
}

function verdictOf(
  { delivered, added }: SprintFigures,
  usuallyAdded: Usual | null,
  now: { readonly p15: number; readonly p85: number } | null,
): FollowUpVerdict {
  if (now === null && usuallyAdded === null) return 'no-history';
  if (now !== null && delivered.amount < now.p15) return 'behind';
  if (usuallyAdded !== null && added.amount > usuallyAdded.highest) return 'scope-grew';
  if (now !== null && delivered.amount > now.p85) return 'ahead';
  return 'as-usual';
}
