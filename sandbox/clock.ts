/** The site's time. It runs with the machine's and can be moved forward, never back. */
export interface Clock {
  /** Milliseconds since the epoch, site time. */
  now(): number;
  /** Moves the site forward. @throws RangeError when `milliseconds` is negative or not finite. */
  advance(milliseconds: number): void;
  /** How far the site is ahead of the machine, in milliseconds. */
  offset(): number;
}

/** A clock that starts `offset` milliseconds ahead of `machine` (epoch milliseconds). */
export function createClock(machine: () => number = Date.now, offset = 0): Clock {
  let ahead = offset;
  return {
    now: () => machine() + ahead,
    offset: () => ahead,
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new RangeError(`The clock only moves forward; got ${String(milliseconds)} ms.`);
      }
      ahead += milliseconds;
    },
  };
}
