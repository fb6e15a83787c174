import type { Day } from '#src/domain/trend/day';

/** The hours of a day in UTC, 0 to 23: background work on a board has its own, so that boards spread over the day. */
export type HourOfDay = number;

/** A board that somebody opened lately. */
export interface WatchedBoard {
  readonly boardId: number;
  /** The last day on which somebody opened it. */
  readonly openedOn: Day;
  /** When background work on it is done. */
  readonly hour: HourOfDay;
}

/** Some of the watched boards; with a cursor there may be more, even where this page is empty. */
export interface WatchedPage {
  readonly boards: readonly WatchedBoard[];
  readonly cursor: string | null;
}

/**
 * The last day on which somebody opened the board; null when nobody did lately, or nothing readable is noted.
 * @throws Error when the storage does not answer.
 */
export type ReadLastOpening = (boardId: number) => Promise<Day | null>;

/**
 * Notes that somebody opened a board on this day. To be called only once Jira has shown the board to a viewer (what is watched costs
 * points), and where `last`, the day noted before, is an earlier one: so it is one write a board and day, whoever opens it. The note
 * goes away by itself.
 * @throws Error when the storage does not answer.
 */
export type NoteOpening = (boardId: number, today: Day, last: Day | null) => Promise<void>;

/**
 * The boards watched on this day, a page at a time: all of them, or those of one hour. What was noted seconds ago may be missing.
 * Only background work asks: whether a viewer may see a board is not looked at.
 * @throws Error when the storage does not answer.
 */
export type ListWatched = (
  today: Day,
  options?: { readonly hour?: HourOfDay; readonly cursor?: string | null },
) => Promise<WatchedPage>;
