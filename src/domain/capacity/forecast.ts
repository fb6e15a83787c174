import { median, roundAmount } from '#src/domain/capacity/amount';
import {
  SPRINTS_CONSIDERED,
  SPRINTS_REQUIRED,
  type SprintOutcome,
} from '#src/domain/capacity/sprint-history';

/** What a board measures work in: its estimation field, or the number of issues. */
export type Unit = 'points' | 'items';

/** What may be delivered in a number of sprints, as a distribution. */
export interface DemandForecast {
  /**
   * The smallest amount that delivery stays at or below with probability `p`.
   * @throws RangeError unless 0 < p ≤ 1.
   */
  quantile(p: number): number;
}

/** The two ends Evenkeel speaks of: as likely as not, and 85 of 100 cases. */
export interface Quantiles {
  readonly p50: number;
  readonly p85: number;
}

/** What the team may deliver in the next one to five sprints, in the board's unit. */
export interface Demand {
  readonly one: Quantiles;
  readonly two: Quantiles;
  readonly three: Quantiles;
  readonly four: Quantiles;
  readonly five: Quantiles;
}

/** What one sprint delivered, in the board's unit. */
export interface Delivered {
  readonly sprintId: number;
  readonly amount: number;
}

/** The closed sprints that forecasts rest on: the last `SPRINTS_CONSIDERED`, oldest first, whatever the order given. */
export function deliveredLately(history: readonly SprintOutcome[], unit: Unit): readonly Delivered[] {
  return [...history]
    .sort((a, b) => Date.parse(a.completeDate) - Date.parse(b.completeDate))
    .slice(-SPRINTS_CONSIDERED)
    .map((sprint) => ({
      sprintId: sprint.sprintId,
      amount: unit === 'points' ? sprint.deliveredPoints : sprint.deliveredItems,
    }));
}

const DAY = 86_400_000;

/** Days from the end of one period to the end of the next, as a median; null with fewer than two of them. */
export function periodDays(history: readonly SprintOutcome[]): number | null {
  const ends = history.map(({ completeDate }) => Date.parse(completeDate)).sort((a, b) => a - b);
  return median(ends.slice(1).map((end, index) => (end - (ends[index] ?? end)) / DAY));
}

/**
 * Forecasts the amount delivered in the next `sprints` sprints as the sum of that many past sprints drawn at
 * random with replacement. The distribution is exact (every draw is counted), so equal input gives equal answers.
 *
 * Known limit: teams vary more than their last sprints show. Measured on 1,263 forecasts for 84 boards, the 85th
 * percentile of two draws from the last five sprints held in 76–77 % of cases. It is the best simple rule, and a
 * calibration by the team's own misses is meant to replace it.
 *
 * @param delivered Amounts of closed sprints, oldest first; only the last `SPRINTS_CONSIDERED` count.
 * @returns null with fewer than `SPRINTS_REQUIRED` sprints, or when none of them delivered anything.
 * @throws RangeError unless `sprints` is a whole number above 0 and every amount is a number of at least 0.
 */
export function forecastDemand(delivered: readonly number[], sprints: number): DemandForecast | null {
  if (!Number.isInteger(sprints) || sprints < 1) {
    throw new RangeError(`A forecast looks a whole number of sprints ahead; got ${sprints}.`);
  }
  const draws = drawable(delivered);
  if (draws === null) return null;
  let sums = new Map([[0, 1]]);
  for (let sprint = 0; sprint < sprints; sprint += 1) sums = addDraw(sums, draws);
  return { quantile: quantileOf(sums) };
}

/** The forecasts for one to five sprints at 50 % and 85 %; null as `forecastDemand` says. @throws RangeError as it does. */
export function demandOf(delivered: readonly number[]): Demand | null {
  const draws = drawable(delivered);
  if (draws === null) return null;
  let sums = new Map([[0, 1]]);
  const next = (): Quantiles => {
    sums = addDraw(sums, draws);
    const quantile = quantileOf(sums);
    return { p50: quantile(0.5), p85: quantile(0.85) };
  };
  return { one: next(), two: next(), three: next(), four: next(), five: next() };
}

/**
 * The median amount of the last `SPRINTS_CONSIDERED` sprints: a usual sprint of this team.
 * null with fewer than `SPRINTS_REQUIRED` sprints, or when the usual sprint delivered nothing, which says nothing of size.
 */
export function medianSprint(delivered: readonly number[]): number | null {
  const draws = drawable(delivered);
  const middle = draws === null ? null : median(draws);
  return middle === 0 ? null : middle;
}

function drawable(delivered: readonly number[]): readonly number[] | null {
  const lately = delivered.slice(-SPRINTS_CONSIDERED);
  const broken = lately.find((amount) => !Number.isFinite(amount) || amount < 0);
  if (broken !== undefined) {
    throw new RangeError(`A sprint delivers an amount of at least 0; got ${broken}.`);
  }
  return lately.length < SPRINTS_REQUIRED || lately.every((amount) => amount === 0) ? null : lately;
}

/** One more draw on top of the sums so far: sum to probability. */
function addDraw(sums: ReadonlyMap<number, number>, draws: readonly number[]): Map<number, number> {
  const next = new Map<number, number>();
  for (const [sum, probability] of sums) {
    for (const draw of draws) {
      const total = roundAmount(sum + draw);
      next.set(total, (next.get(total) ?? 0) + probability / draws.length);
    }
  }
  return next;
}

/** Probabilities are sums of fractions: a step that reaches p but for rounding has reached it. */
const ROUNDING = 1e-9;

function quantileOf(sums: ReadonlyMap<number, number>): (p: number) => number {
  const steps = [...sums].sort(([a], [b]) => a - b);
  return (p) => {
    if (!(p > 0 && p <= 1)) throw new RangeError(`A quantile lies above 0 and up to 1; got ${p}.`);
    let reached = 0;
    for (const [sum, probability] of steps) {
      reached += probability;
      if (reached >= p - ROUNDING) return sum;
    }
    return steps.at(-1)?.[0] ?? 0;
  };
}
