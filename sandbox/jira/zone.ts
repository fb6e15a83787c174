/** Wall-clock arithmetic in a named time zone: Jira reads and writes dates in the zone of the user. */

export type DateUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'Etc/UTC' || zone === 'UTC') return 0;
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the zone's clocks show `wall`, given as if it were UTC. */
export function instantOf(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

const wallOf = (instant: number, zone: string) => new Date(instant + offsetAt(instant, zone));

/** The first instant of the unit around `instant`, moved by `shift` units. Weeks start on Sunday. */
export function startOf(unit: DateUnit, instant: number, zone: string, shift = 0): number {
  const wall = wallOf(instant, zone);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  const time = [wall.getUTCHours(), wall.getUTCMinutes()] as const;
  switch (unit) {
    case 'minute':
      return instantOf(Date.UTC(year, month, day, time[0], time[1] + shift), zone);
    case 'hour':
      return instantOf(Date.UTC(year, month, day, time[0] + shift), zone);
    case 'day':
      return instantOf(Date.UTC(year, month, day + shift), zone);
    case 'week':
      return instantOf(Date.UTC(year, month, day - wall.getUTCDay() + 7 * shift), zone);
    case 'month':
      return instantOf(Date.UTC(year, month + shift, 1), zone);
    case 'year':
      return instantOf(Date.UTC(year + shift, 0, 1), zone);
  }
}

/** A date-time as Jira's platform API writes it: `2026-06-01T09:00:00.000+0000`. */
export function jiraDateTime(instant: number, zone: string): string {
  const offset = Math.round(offsetAt(instant, zone) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const wall = wallOf(instant, zone).toISOString().slice(0, -1);
  return `${wall}${sign}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
