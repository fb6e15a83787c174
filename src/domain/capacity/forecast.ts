import { median, roundAmount } from '#src/domain/capacity/amount';
import { chanceIn, quantileIn, type Slices } from '#src/domain/capacity/distribution';
import { FORECAST_PRIOR, type ForecastPrior } from '#src/domain/capacity/forecast-prior';
import {
  SPRINTS_CONSIDERED,
  SPRINTS_REQUIRED,
  type SprintOutcome,
} from '#src/domain/capacity/sprint-history';
import { sumsOf } from '#src/domain/capacity/sums-of-sprints';

/** What a board measures work in: its estimation field, or the number of issues. */
export type Unit = 'points' | 'items';

/** What may be delivered in a number of sprints, as a distribution. */
export interface DemandForecast {
  /**
   * The amount that delivery stays at or below with probability `p`.
   * @throws RangeError unless 0 < p ≤ 1.
   */
  quantile(p: number): number;
  /** The probability of delivering `amount` or more: 1 for 0 or less. @throws RangeError when it is not a number. */
  chanceOfAtLeast(amount: number): number;
}

export interface ForecastOptions {
  /** Working time in each sprint ahead relative to the usual: 0.8 when a fifth is missing. 1 unless given. */
  readonly availability?: number;
  /** What boards have in common; another one is only of use for deriving it. */
  readonly prior?: ForecastPrior;
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

/** Of the last sprints those that had something in them. */
function tellingLately(history: readonly SprintOutcome[]): readonly SprintOutcome[] {
  return [...history]
    .sort((a, b) => Date.parse(a.completeDate) - Date.parse(b.completeDate))
    .slice(-SPRINTS_CONSIDERED)
    .filter(({ isUnused }) => isUnused !== true);
}

/**
 * The closed sprints that forecasts rest on: of the last `SPRINTS_CONSIDERED` those that had something in them, oldest first, whatever
 * the order given.
 */
export function deliveredLately(history: readonly SprintOutcome[], unit: Unit): readonly Delivered[] {
  return tellingLately(history).map((sprint) => ({
    sprintId: sprint.sprintId,
    amount: unit === 'points' ? sprint.deliveredPoints : sprint.deliveredItems,
  }));
}

/** Of how many of those sprints the figures come from how issues stand today. */
export function approximateLately(history: readonly SprintOutcome[]): number {
  return tellingLately(history).filter(({ isExact }) => isExact !== true).length;
}

const DAY = 86_400_000;

/** Days from the end of one period to the end of the next, as a median; null with fewer than two of them. */
export function periodDays(history: readonly SprintOutcome[]): number | null {
  const ends = history.map(({ completeDate }) => Date.parse(completeDate)).sort((a, b) => a - b);
  return median(ends.slice(1).map((end, index) => (end - (ends[index] ?? end)) / DAY));
}

/**
 * Forecasts the amount delivered in the next `sprints` sprints. The team's own sprints, later ones weighing more, are
 * mixed with the shape that deliveries have around a team's level on real boards; the level itself drifts. Equal input
 * gives equal answers, and an amount more or less moves the odds a little. Formulas, measurements, limits: docs/forecast.md.
 *
 * @param delivered Amounts of closed sprints, oldest first; only the last `SPRINTS_CONSIDERED` count. Leave out sprints that had
 *   nothing in them: they say nothing of capacity.
 * @returns null with fewer than `SPRINTS_REQUIRED` sprints, or when none of them delivered anything.
 * @throws RangeError unless `sprints` is a whole number above 0, and every amount and the availability a number of at least 0.
 */
export function forecastDemand(
  delivered: readonly number[],
  sprints: number,
  options: ForecastOptions = {},
): DemandForecast | null {
  const known = drawable(delivered);
  return forecastOf(known ?? [], sprints, options);
}

/**
 * The widest honest range with too little history: what `forecastDemand` says where there is enough, and wider below that, since the
 * level itself is in doubt. It rests mostly on other boards, and whoever shows it says so.
 * @returns null when no sprint delivered anything: then nothing is known of the team's scale.
 * @throws RangeError as `forecastDemand` does.
 */
export function forecastFromLittle(
  delivered: readonly number[],
  sprints: number,
  options: ForecastOptions = {},
): DemandForecast | null {
  return forecastOf(considered(delivered), sprints, options);
}

/** The forecasts for one to five sprints at 50 % and 85 %; null and @throws RangeError as `forecastDemand`. */
export function demandOf(delivered: readonly number[], options: ForecastOptions = {}): Demand | null {
  const known = drawable(delivered);
  if (known === null) return null;
  const end = (forecast: DemandForecast): Quantiles => ({
    p50: forecast.quantile(0.5),
    p85: forecast.quantile(0.85),
  });
  const [one, two, three, four, five] = forecastsOf(known, 5, options).map(end);
  return one && two && three && four && five ? { one, two, three, four, five } : null;
}

/**
 * The median amount of the last `SPRINTS_CONSIDERED` sprints: a usual sprint of this team.
 * null with fewer than `SPRINTS_REQUIRED` sprints, or when the usual sprint delivered nothing, which says nothing of size.
 */
export function medianSprint(delivered: readonly number[]): number | null {
  const known = drawable(delivered);
  const middle = known === null ? null : median(known);
  return middle === 0 ? null : middle;
}

function considered(delivered: readonly number[]): readonly number[] {
  const lately = delivered.slice(-SPRINTS_CONSIDERED);
  const broken = lately.find((amount) => !Number.isFinite(amount) || amount < 0);
  if (broken !== undefined) {
    throw new RangeError(`A sprint delivers an amount of at least 0; got ${broken}.`);
  }
  return lately;
}

function drawable(delivered: readonly number[]): readonly number[] | null {
  const lately = considered(delivered);
  return lately.length < SPRINTS_REQUIRED || lately.every((amount) => amount === 0) ? null : lately;
}

function forecastOf(
  known: readonly number[],
  sprints: number,
  options: ForecastOptions,
): DemandForecast | null {
  if (!Number.isInteger(sprints) || sprints < 1) {
    throw new RangeError(`A forecast looks a whole number of sprints ahead; got ${sprints}.`);
  }
  return forecastsOf(known, sprints, options).at(-1) ?? null;
}

/** Of one sprint, of two, and so on; none when nothing was delivered. */
function forecastsOf(
  known: readonly number[],
  most: number,
  { availability = 1, prior = FORECAST_PRIOR }: ForecastOptions,
): readonly DemandForecast[] {
  if (!Number.isFinite(availability) || availability < 0) {
    throw new RangeError(`Availability is a factor of at least 0; got ${availability}.`);
  }
  return sumsOf(known, most, prior).map((slices) => readable(slices, availability));
}

function readable(slices: Slices, availability: number): DemandForecast {
  return {
    quantile(p) {
      if (!(p > 0 && p <= 1)) throw new RangeError(`A quantile lies above 0 and up to 1; got ${p}.`);
      return roundAmount(availability * quantileIn(slices, p));
    },
    chanceOfAtLeast(amount) {
      if (Number.isNaN(amount)) throw new RangeError('A chance is that of an amount; got NaN.');
      if (amount <= 0) return 1;
      return availability === 0 ? 0 : chanceIn(slices, amount / availability);
    },
  };
}
