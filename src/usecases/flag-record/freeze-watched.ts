import { dayOf } from '#src/domain/trend/day';
import { watchedSince } from '#src/domain/trend/watch';
import { ReadFailure } from '#src/ports/read-failure';
import type { ListWatched, ReadLastOpening, WatchedPage } from '#src/ports/watched-boards';
import { freezeMissed, type FreezeMissedPorts } from '#src/usecases/flag-record/freeze-missed';
import { freezeSprint, type FreezeOutcome } from '#src/usecases/flag-record/freeze-sprint';

export interface FreezeWatchedPorts {
  readonly readLastOpening: ReadLastOpening;
  readonly listWatched: ListWatched;
  /** For one board. */
  readonly freezing: () => FreezeMissedPorts;
  readonly now: () => Date;
  /** Told of boards by their ids alone. */
  readonly report: (event: string, boardId: number, error?: unknown) => void;
}

/** Jira gives the site's apps no more for now: the next board would fare no better. */
const isOutOfPoints = (error: unknown) => error instanceof ReadFailure && error.kind === 'rate-limited';

/**
 * Freezes a sprint that was just started on a board that somebody opened lately. Nothing is thrown for what Jira refuses: the schedule
 * makes up for it.
 */
export async function freezeStarted(
  { readLastOpening, freezing, now, report }: FreezeWatchedPorts,
  boardId: number,
  sprintId: number,
): Promise<FreezeOutcome | 'not-watched' | 'failed'> {
  const last = await readLastOpening(boardId);
  if (last === null || last < watchedSince(dayOf(now()))) return 'not-watched';
  try {
    return await freezeSprint(freezing(), boardId, sprintId);
  } catch (error) {
    report('freeze-failed', boardId, error);
    return 'failed';
  }
}

/**
 * Freezes what no event told of, on the watched boards whose hour it is: so each is looked at once a day. A board that fails is left to
 * the next day; a site that is out of points is left alone at once.
 * @param until no board is begun after it.
 */
export async function freezeWatched(ports: FreezeWatchedPorts, until: number): Promise<void> {
  const { listWatched, freezing, now, report } = ports;
  const today = dayOf(now());
  const hour = now().getUTCHours();
  let cursor: string | null = null;
  do {
    const page: WatchedPage = await listWatched(today, { hour, cursor });
    for (const { boardId } of page.boards) {
      if (now().getTime() > until) return;
      try {
        await freezeMissed(freezing(), boardId);
      } catch (error) {
        report('freeze-failed', boardId, error);
        if (isOutOfPoints(error)) return;
      }
    }
    ({ cursor } = page);
  } while (cursor !== null);
}
