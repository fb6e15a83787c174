import type { BoardDay } from '#src/domain/trend/board-day';
import type { Day } from '#src/domain/trend/day';

/** A day as it is stored. Version 0 was never written. */
export interface VersionedDay {
  readonly version: number;
  readonly day: BoardDay;
}

/**
 * One day of one board as it is now; an empty one where nothing, or nothing readable, is kept.
 * @throws Error when the storage does not answer.
 */
export type LoadBoardDay = (boardId: number, day: Day) => Promise<VersionedDay>;

/**
 * Keeps a day in place of the version before it, in one step; false, and nothing written, when there is another one by now.
 * @throws Error when the storage does not answer.
 */
export type SaveBoardDay = (next: VersionedDay) => Promise<boolean>;

/**
 * The days of a board that are kept since this one, oldest first; those that cannot be read are left out. What was written
 * seconds ago may be missing.
 * @throws Error when the storage does not answer.
 */
export type ListBoardDays = (boardId: number, since: Day) => Promise<readonly BoardDay[]>;
