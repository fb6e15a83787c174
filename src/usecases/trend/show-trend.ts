import { withoutNarrowReadings, type BoardDay } from '#src/domain/trend/board-day';
import { dayOf, daysBefore, type Day } from '#src/domain/trend/day';
import type { CountOpenItems } from '#src/ports/board-counts';
import type { ListBoardDays, LoadBoardDay } from '#src/ports/board-days';

/** How many days a trend covers, today among them. */
export const DAYS_SHOWN = 90;

export interface ShowTrendPorts {
  readonly countOpenItems: CountOpenItems;
  readonly listBoardDays: ListBoardDays;
  readonly loadBoardDay: LoadBoardDay;
  readonly now: () => Date;
}

export interface ShownTrend {
  readonly today: Day;
  /** The days of which anything is known, oldest first. */
  readonly days: readonly BoardDay[];
}

/**
 * A board's days, for somebody who may see the board. Whether they may is Jira's answer to the cheapest question about a board: a count
 * of its issues, at one point. What it counts is not used.
 * @throws ReadFailure `not-found` or `no-access` when the viewer may not see the board, or another when Jira does not answer.
 */
export async function showTrend(ports: ShowTrendPorts, boardId: number): Promise<ShownTrend> {
  const today = dayOf(ports.now());
  const [, listed, current] = await Promise.all([
    ports.countOpenItems(boardId),
    ports.listBoardDays(boardId, daysBefore(today, DAYS_SHOWN - 1)),
    // A list lags behind what was written a moment ago.
    ports.loadBoardDay(boardId, today),
  ]);
  const earlier = listed.filter(({ day }) => day < today);
  const days = current.version === 0 ? earlier : [...earlier, current.day];
  return { today, days: withoutNarrowReadings(days).filter(isKnown) };
}

/** Of a day whose only reading is left out nothing is known. */
const isKnown = ({ count, reading, scope }: BoardDay) => count !== null || reading !== null || scope !== null;
