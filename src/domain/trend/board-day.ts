import type { Stock } from '#src/domain/backlog/assessment';
import type { Runway } from '#src/domain/backlog/runway';
import type { Unit } from '#src/domain/capacity/forecast';
import { daysBetween, type Day } from '#src/domain/trend/day';

/**
 * Why a day has no count: Jira had no capacity left for the app, the app does not see the board (or it is gone), Jira did not
 * answer, or counting began and was cut off.
 */
export type Skipped = 'no-capacity' | 'not-seen' | 'no-answer' | 'cut-off';

/** What the app counted on a day by itself, or why it did not. */
export type Count =
  | {
      readonly state: 'counted';
      /** Issues of the board that are not done. */
      readonly openItems: number;
      /** Issues in running sprints, done ones too; null when no sprint ran, or when this could not be counted. */
      readonly sprintItems: number | null;
    }
  | { readonly state: 'skipped'; readonly why: Skipped };

/** What somebody's reading of the backlog said on a day. */
export interface Reading {
  /** ISO 8601 instant at which Jira was read. */
  readonly at: string;
  readonly unit: Unit;
  /** null without a forecast. */
  readonly runway: Runway | null;
  readonly ready: Stock;
  readonly depth: Stock;
  /** How many issues it assessed: as far down as five sprints of demand reach. */
  readonly issuesSeen: number;
  /** Issues of the board that are not done, as far as the viewer may see them. */
  readonly inSight: number;
}

/** The scope of the running sprint as somebody's reading of it said on a day, in the board's unit. */
export interface SprintScope {
  readonly sprintId: number;
  readonly unit: Unit;
  /** At the sprint's start. */
  readonly committed: number;
  /** Since then. */
  readonly added: number;
  readonly removed: number;
  /** Issues that were in the sprint at some time of it, as far as the viewer may see them. */
  readonly issuesSeen: number;
}

/** One board on one day: numbers only. What nobody read and nothing counted is null, and is never filled in from another day. */
export interface BoardDay {
  readonly boardId: number;
  readonly day: Day;
  readonly count: Count | null;
  readonly reading: Reading | null;
  readonly scope: SprintScope | null;
}

export const emptyDay = (boardId: number, day: Day): BoardDay => ({
  boardId,
  day,
  count: null,
  reading: null,
  scope: null,
});

/**
 * Issues are finished and created between two counts, so one count counts as no less than another from this share of it on. Somebody who
 * sees nearly all of a board reads nearly its figures.
 */
const SAME_SIGHT = 0.9;

const isAsWide = (some: number, others: number) => some >= SAME_SIGHT * others;

/**
 * The day with a new reading in it; null when it stays as it is. Of two viewers the one counts who sees more of the board, and of two
 * who see as much the later, so that a refinement shows on its day.
 */
export function withReading(day: BoardDay, next: Reading): BoardDay | null {
  const { reading } = day;
  return reading === null || isAsWide(next.inSight, reading.inSight) ? { ...day, reading: next } : null;
}

/** A count further away says nothing of what could be seen on a day. */
const DAYS_COMPARED = 7;

/**
 * Leaves out readings of people who see clearly less of the board than the app does: theirs are not the board's figures. A reading is held
 * against the count of its day, else against the last one before it, else the next one. Where the app counted nothing near, it stays.
 * @param days Of one board, oldest first.
 */
export function withoutNarrowReadings(days: readonly BoardDay[]): readonly BoardDay[] {
  return days.map((each) => {
    const { reading, day } = each;
    const open = reading && openItemsNear(days, day);
    return reading === null || open === null || isAsWide(reading.inSight, open)
      ? each
      : { ...each, reading: null };
  });
}

function openItemsNear(days: readonly BoardDay[], day: Day): number | null {
  const openItems = ({ count }: BoardDay) => (count?.state === 'counted' ? count.openItems : null);
  const near = days.filter(
    (each) => Math.abs(daysBetween(day, each.day)) <= DAYS_COMPARED && openItems(each) !== null,
  );
  const found = near.findLast((each) => each.day <= day) ?? near[0];
  return found === undefined ? null : openItems(found);
}

/**
 * The day with a reading of the running sprint's scope; null when it stays as it is. It is left out where its viewer saw fewer of the
 * sprint's issues than the app counted on that day, or than another viewer did in the same sprint.
 */
export function withScope(day: BoardDay, next: SprintScope): BoardDay | null {
  const { count, scope } = day;
  const counted = count?.state === 'counted' ? count.sprintItems : null;
  if (counted !== null && next.issuesSeen < counted) return null;
  const isLess = scope?.sprintId === next.sprintId && next.issuesSeen < scope.issuesSeen;
  return isLess ? null : { ...day, scope: next };
}

/** The day with the mark that counting has begun; null when somebody began before: a schedule may be delivered twice. */
export function withCountBegun(day: BoardDay): BoardDay | null {
  return day.count === null ? { ...day, count: { state: 'skipped', why: 'cut-off' } } : null;
}

/** The day with what was counted, or why it was not. */
export const withCount = (day: BoardDay, count: Count): BoardDay => ({ ...day, count });
