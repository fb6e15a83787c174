/** A day without a time of day or a zone, as `2026-11-24`. */
export type CalendarDate = string;

/** A point in time, ISO 8601 in UTC, as `2026-11-24T09:00:00.000Z`. */
export type Instant = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/** Whether a text is a day that exists, written as ISO 8601 does: 2026-02-30 is none. */
export function isCalendarDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const start = new Date(startOf(text));
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
}

/**
 * How many days `to` lies after `from`; negative when it lies before. Days have no hours, so no clock change
 * counts.
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((startOf(to) - startOf(from)) / DAY);
}

/** The day so many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(startOf(date) + days * DAY).toISOString().slice(0, 10);
}

/** The later of two days. ISO dates sort as text. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** The Monday on or before a day: weeks start as in ISO 8601. */
export function weekOf(date: CalendarDate): CalendarDate {
  const sinceMonday = (new Date(startOf(date)).getUTCDay() + 6) % 7;
  return addDays(date, -sinceMonday);
}

/**
 * The day that it is somewhere at an instant.
 * @param timeZone IANA name, as in Forge's `context.timezone`.
 * @throws RangeError for a zone that does not exist.
 */
export function dayIn(timeZone: string, at: Instant): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at));
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

function startOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}
