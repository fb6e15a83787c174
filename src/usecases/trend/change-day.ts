import type { BoardDay } from '#src/domain/trend/board-day';
import type { Day } from '#src/domain/trend/day';
import type { LoadBoardDay, SaveBoardDay, VersionedDay } from '#src/ports/board-days';

export interface DayPorts {
  readonly loadBoardDay: LoadBoardDay;
  readonly saveBoardDay: SaveBoardDay;
}

/** Two or three write one board's day at the same moment at most: its viewers, and a schedule. */
const ATTEMPTS = 4;

/**
 * Changes a board's day by what it is at the moment of writing, whoever else writes it.
 * @param change The day as it shall be; null when it stays as it is.
 * @param known The day as it was a moment ago, where it was read already.
 * @returns whether it was written.
 * @throws Error when the storage does not answer, or others were quicker each time.
 */
export async function changeDay(
  { loadBoardDay, saveBoardDay }: DayPorts,
  boardId: number,
  day: Day,
  change: (day: BoardDay) => BoardDay | null,
  known?: Promise<VersionedDay>,
): Promise<boolean> {
  let current = await (known ?? loadBoardDay(boardId, day));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = change(current.day);
    if (next === null) return false;
    if (await saveBoardDay({ version: current.version + 1, day: next })) return true;
    current = await loadBoardDay(boardId, day);
  }
  throw new Error('The day was written by others each time.');
}
