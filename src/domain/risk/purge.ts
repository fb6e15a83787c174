import { daysBetween, type CalendarDate } from '#src/domain/risk/calendar';
import { LIMITS } from '#src/domain/risk/limits';
import type { Risk } from '#src/domain/risk/risk';

/** Somewhere it may still be the day before the one that it is by UTC, and a deletion is dated by its author's day. */
const DAYS_OF_THE_WORLD = 1;

/**
 * Whether a deleted risk has to go for good, with its history: nobody anywhere can bring it back any more.
 * @param today by UTC.
 */
export function isToGo({ deleted }: Pick<Risk, 'deleted'>, today: CalendarDate): boolean {
  return deleted !== null && daysBetween(deleted.on, today) > LIMITS.deletedDays + DAYS_OF_THE_WORLD;
}
