import { KvsError } from '#sandbox/forge/kvs/errors';

export type Direction = 'read' | 'write';

/** Per installation. @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export interface KvsRates {
  readonly requestsPerSecond: number;
  readonly readUnitsPerMinute: number;
  readonly writeUnitsPerMinute: number;
}

export const KVS_RATES: KvsRates = {
  requestsPerSecond: 1000,
  readUnitsPerMinute: 4000,
  writeUnitsPerMinute: 4000,
};

/** Requests are rounded up to the nearest 10 KB; each 10 KB counts as one. */
const UNIT_BYTES = 10 * 1024;

interface Window {
  readonly length: number;
  readonly limit: number;
  start: number;
  used: number;
}

export interface RateMeter {
  /** @throws KvsError when the window is used up. */
  admit(direction: Direction, isTransaction: boolean): void;
  /** Counts what an admitted request moved. */
  count(direction: Direction, bytes: number): void;
}

/** Counts requests in windows of site time. */
export function createRateMeter(rates: KvsRates, now: () => number): RateMeter {
  const window = (length: number, limit: number): Window => ({ length, limit, start: now(), used: 0 });
  const requests = window(1000, rates.requestsPerSecond);
  const units = {
    read: window(60_000, rates.readUnitsPerMinute),
    write: window(60_000, rates.writeUnitsPerMinute),
  };
  const isFull = (of: Window) => {
    if (now() >= of.start + of.length) Object.assign(of, { start: now(), used: 0 });
    return of.used >= of.limit;
  };
  return {
    admit(direction, isTransaction) {
      if (isFull(requests) || isFull(units[direction])) {
        throw new KvsError(
          429,
          isTransaction ? 'TOO_MANY_REQUESTS' : 'RATE_LIMIT_EXCEEDED',
          'Limits for the current installation have been exceeded',
        );
      }
    },
    count(direction, bytes) {
      requests.used += 1;
      units[direction].used += Math.max(1, Math.ceil(bytes / UNIT_BYTES));
    },
  };
}
