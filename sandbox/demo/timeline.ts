const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A small number that is always the same for a name: minutes and days that differ without chance. */
export function spread(name: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % below;
}

/** Day 4 after the epoch was a Monday. */
const weekday = (instant: number) => (Math.floor(instant / DAY) + 4) % 7;

/** The same time on the Friday before when the instant (epoch milliseconds, UTC) falls on a weekend. */
export function onWeekday(instant: number): number {
  const day = weekday(instant);
  if (day === 6) return instant - DAY;
  return day === 0 ? instant - 2 * DAY : instant;
}

/** `instant`'s day at that time, UTC. */
export function atTime(instant: number, hour: number, minute = 0): number {
  return Math.floor(instant / DAY) * DAY + hour * HOUR + minute * MINUTE;
}

const SPRINT_LENGTH = 14 * DAY;
const WEDNESDAY = 3;

/** When sprints begin and end: two weeks from a Wednesday to a Tuesday. */
export interface Calendar {
  /**
   * What ages are counted back from: a day of the active sprint that has passed at any `now`. Ages then lie the same way
   * between sprints whenever the demo is seeded, and issues get the same keys.
   */
  readonly reference: number;
  /** That time on a day of a sprint; day 0 is its Wednesday, 13 its last Tuesday. */
  readonly on: (sprint: number, day: number, hour: number, minute?: number) => number;
}

/** Lays the calendar so that on `now` (epoch milliseconds) the active sprint is between its sixth and its twelfth day. */
export function createCalendar(now: number, activeSprint: number): Calendar {
  const latest = Math.floor(now / DAY) * DAY - 5 * DAY;
  const start = latest - ((weekday(latest) - WEDNESDAY + 7) % 7) * DAY;
  return {
    reference: start + 5 * DAY,
    on: (sprint, day, hour, minute = 0) =>
      atTime(start + (sprint - activeSprint) * SPRINT_LENGTH + day * DAY, hour, minute),
  };
}

/** Acts that are noted in any order and played in the order of time. */
export interface Timeline {
  at(moment: number, act: (at: number) => void): void;
  /** Plays everything. @throws RangeError when an act lies after `now`. */
  play(now: number): void;
}

export function createTimeline(): Timeline {
  const acts: { moment: number; act: (at: number) => void }[] = [];
  return {
    at: (moment, act) => {
      acts.push({ moment, act });
    },
    play(now) {
      acts.sort((a, b) => a.moment - b.moment);
      for (const { moment, act } of acts) {
        if (moment > now)
          throw new RangeError(`The demo has an act at ${new Date(moment).toISOString()}, after now.`);
        act(moment);
      }
    },
  };
}
