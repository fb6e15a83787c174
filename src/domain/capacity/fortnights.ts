/** The first Monday of 1970, 00:00 UTC. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5);
const FORTNIGHT = 14 * 86_400_000;

/** A calendar fortnight in UTC, from one Monday to the Monday two weeks later. */
export interface CalendarFortnight {
  /** 0 begins on the first Monday of 1970, so that a fortnight has the same number whenever it is asked for. */
  readonly number: number;
  /** ISO 8601 instants, Mondays 00:00 UTC; the end is not part of it. */
  readonly start: string;
  readonly end: string;
}

/**
 * The last `count` fortnights that are over at `now`, oldest first. One that ends at `now` is over.
 * @throws RangeError unless `count` is a whole number of at least 0.
 */
export function fortnightsBefore(now: Date, count: number): readonly CalendarFortnight[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`Fortnights are counted in whole numbers; got ${count}.`);
  }
  const current = Math.floor((now.getTime() - FIRST_MONDAY) / FORTNIGHT);
  return Array.from({ length: count }, (_, index) => {
    const number = current - count + index;
    const start = FIRST_MONDAY + number * FORTNIGHT;
    return {
      number,
      start: new Date(start).toISOString(),
      end: new Date(start + FORTNIGHT).toISOString(),
    };
  });
}
