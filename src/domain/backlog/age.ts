const DAY = 86_400_000;

/**
 * Whole days of 24 hours from an instant (ISO 8601) to `now`; 0 when it lies ahead.
 * @throws RangeError when `instant` is none.
 */
export function wholeDaysSince(instant: string, now: Date): number {
  const elapsed = now.getTime() - Date.parse(instant);
  if (Number.isNaN(elapsed)) throw new RangeError('An age needs two instants.');
  return Math.max(0, Math.floor(elapsed / DAY));
}
