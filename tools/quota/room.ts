import { createRandom } from '#sandbox/demo/random';
import type { Costs } from '#tools/quota/costs';
import { makeTenant } from '#tools/quota/tenants';
import { HOURS, pointsOfWeek } from '#tools/quota/working-week';

/** Jira's quota for all sites of an app together. @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const POINTS_AN_HOUR = 65_000;

/** The most tenants whose busiest hour of a week stays within the quota, in one simulated week. */
export interface Room {
  readonly tenants: number;
  readonly boards: number;
  /** Points by the hour from Monday 0:00 UTC, of these tenants. */
  readonly week: readonly number[];
}

/** Lets sites install the app, one after the other, until an hour is over the quota. */
export function roomIn(quota: number, costs: Costs, seed: number): Room {
  const random = createRandom(seed);
  const week = new Float64Array(HOURS);
  let [tenants, boards] = [0, 0];
  for (;;) {
    const tenant = makeTenant(random);
    const own = pointsOfWeek(tenant, costs, random);
    if (own.some((points, hour) => points + (week[hour] ?? 0) > quota)) break;
    for (const [hour, points] of own.entries()) week[hour] = (week[hour] ?? 0) + points;
    tenants += 1;
    boards += tenant.boards;
  }
  return { tenants, boards, week: [...week] };
}

/** The busiest hours of sites with so many boards. */
export interface Peak {
  readonly boards: number;
  /** Points in the busiest hour of the week: in half of the sites at most this many. */
  readonly median: number;
  /** In 95 of 100 sites at most this many. */
  readonly p95: number;
  /** Share of the sites whose busiest hour is over the limit. */
  readonly over: number;
}

/** How busy sites with so many boards are at their busiest. */
export function peakOf(boards: number, limit: number, costs: Costs, seed: number, weeks: number): Peak {
  const random = createRandom(seed);
  const peaks = Array.from({ length: weeks }, () =>
    Math.max(...pointsOfWeek({ boards, offset: 0 }, costs, random)),
  ).sort((one, other) => one - other);
  const at = (share: number) => peaks[Math.min(weeks - 1, Math.floor(share * weeks))] ?? 0;
  return {
    boards,
    median: at(0.5),
    p95: at(0.95),
    over: peaks.filter((points) => points > limit).length / weeks,
  };
}

/** The most boards with which at least half of all sites stay within the limit in their busiest hour; 0 where none does. */
export function boardsWithin(limit: number, costs: Costs, seed: number, weeks: number): number {
  const fits = (boards: number) => boards === 0 || peakOf(boards, limit, costs, seed, weeks).median <= limit;
  let [low, high] = [0, 1];
  while (fits(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
