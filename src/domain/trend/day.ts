/** A day in UTC as `2026-10-12`. Boards have no time zone of their own, and a site's people may have many. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** The day that an instant lies in. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);

/** The day that lies `count` days before; after it where the count is negative. */
export const daysBefore = (day: Day, count: number): Day =>
  dayOf(new Date(Date.parse(day) - count * MS_PER_DAY));

/** Whole days from one day to another; negative where the other is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
