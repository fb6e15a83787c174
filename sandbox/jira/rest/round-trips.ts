import type { LedgerEntry } from '#sandbox/jira/rest.types';

/**
 * How many calls had to wait for one another, which is what latency is multiplied by: the longest row of calls of which
 * each began after the one before it had ended.
 */
export function roundTrips(entries: readonly Pick<LedgerEntry, 'startedMs' | 'endedMs'>[]): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { startedMs, endedMs } of entries.toSorted((one, other) => one.endedMs - other.endedMs)) {
    if (startedMs < last) continue;
    count += 1;
    last = endedMs;
  }
  return count;
}
