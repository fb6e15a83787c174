import type { Instant } from '#src/domain/risk/calendar';

/** Milliseconds from one reminder of a register to the next. */
const APART_MS = 7 * 86_400_000;

/**
 * Whether a register may be reminded of again: seven days after the last time at the earliest, whatever weeks these days are of.
 * @param last null where it never was.
 */
export function mayRemind(last: Instant | null, at: Instant): boolean {
  return last === null || Date.parse(at) - Date.parse(last) >= APART_MS;
}
