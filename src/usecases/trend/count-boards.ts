import { withCount, withCountBegun, type Count, type Skipped } from '#src/domain/trend/board-day';
import { dayOf, type Day } from '#src/domain/trend/day';
import type { CountOpenItems, CountSprintItems } from '#src/ports/board-counts';
import { ReadFailure } from '#src/ports/read-failure';
import type { HourOfDay, ListWatched } from '#src/ports/watched-boards';
import { changeDay, type DayPorts } from '#src/usecases/trend/change-day';

/** Counts one board, at one point each. */
export interface BoardCounts {
  readonly countOpenItems: CountOpenItems;
  readonly countSprintItems: CountSprintItems;
}

export interface CountBoardsPorts extends DayPorts {
  readonly listWatched: ListWatched;
  /** As the app, anew for each board: at most two calls are made with it. */
  readonly countsOf: () => BoardCounts;
  readonly now: () => Date;
  readonly report: (event: string, error?: unknown) => void;
}

/** What a run did. */
export interface CountedBoards {
  readonly counted: number;
  readonly skipped: number;
}

/**
 * Counts the watched boards whose hour has come, each once a day: a day begins to be counted with a mark in it, so that a schedule
 * which is delivered twice, at once or one after the other, costs nothing more. The hour before is looked at too, since schedules
 * drift. Once Jira has no capacity for the app it is asked no more: the boards that are left are skipped, and their day says why.
 *
 * What counts cannot tell (runway, ready work, depth) is left as it is.
 * @param endsAt Epoch milliseconds after which no further board is begun.
 */
export async function countBoards(ports: CountBoardsPorts, endsAt: number): Promise<CountedBoards> {
  const now = ports.now();
  const today = dayOf(now);
  const done = { counted: 0, skipped: 0 };
  let hasCapacity = true;
  for await (const boardId of boardsDue(ports, today, now.getUTCHours())) {
    if (ports.now().getTime() >= endsAt) break;
    try {
      const count = await countBoard(ports, boardId, today, hasCapacity);
      if (count === null) continue;
      done[count.state] += 1;
      if (count.state === 'skipped' && count.why === 'no-capacity') hasCapacity = false;
    } catch (error) {
      ports.report('board-day-failed', error);
    }
  }
  if (!hasCapacity) ports.report('no-capacity-for-counts');
  return done;
}

async function* boardsDue({ listWatched }: CountBoardsPorts, today: Day, hour: HourOfDay) {
  const hours = hour === 0 ? [hour] : [hour - 1, hour];
  for (const each of hours) {
    let cursor: string | null = null;
    do {
      const page = await listWatched(today, { hour: each, cursor });
      yield* page.boards.map(({ boardId }) => boardId);
      cursor = page.cursor;
    } while (cursor !== null);
  }
}

/** null when the board was counted before on this day. */
async function countBoard(
  ports: CountBoardsPorts,
  boardId: number,
  today: Day,
  hasCapacity: boolean,
): Promise<Count | null> {
  if (!(await changeDay(ports, boardId, today, withCountBegun))) return null;
  const count: Count = hasCapacity
    ? await countNow(ports.countsOf(), boardId)
    : { state: 'skipped', why: 'no-capacity' };
  await changeDay(ports, boardId, today, (day) => withCount(day, count));
  return count;
}

async function countNow(counts: BoardCounts, boardId: number): Promise<Count> {
  try {
    const openItems = await counts.countOpenItems(boardId);
    // Open issues alone say something, too; and Jira may have run out of capacity in between.
    const sprintItems = await counts.countSprintItems(boardId).catch(() => null);
    return { state: 'counted', openItems, sprintItems };
  } catch (error) {
    return { state: 'skipped', why: skippedBy(error) };
  }
}

function skippedBy(error: unknown): Skipped {
  if (!(error instanceof ReadFailure)) throw error;
  switch (error.kind) {
    case 'rate-limited':
      return 'no-capacity';
    case 'not-found':
    case 'no-access':
      return 'not-seen';
    case 'timed-out':
    case 'jira-unavailable':
    case 'confluence-unavailable':
    case 'unexpected-answer':
      return 'no-answer';
  }
}
