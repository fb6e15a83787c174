import { createHash } from 'node:crypto';

import { Filter, FilterConditions, WhereConditions, type kvs } from '@forge/kvs';
import { z } from 'zod';

import type { Day } from '#src/domain/trend/day';
import { DAYS_WATCHED, watchedSince } from '#src/domain/trend/watch';
import type {
  HourOfDay,
  ListWatched,
  NoteOpening,
  ReadLastOpening,
  WatchedBoard,
} from '#src/ports/watched-boards';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type WatchStorage = Pick<typeof kvs, 'entity' | 'transact'>;

/** The entity of manifest.yml. */
const ENTITY = 'watched-board';

/** Raise it when the shape changes. An older one counts as a board that nobody opened: it is noted again when somebody does. */
const SHAPE = 1;

/** The platform's limit for a page of a query. */
const PAGE = 100;

/** A day longer than boards are watched. The platform may take days more to remove it, so whoever lists looks at the day too. */
const TIME_TO_LIVE = { unit: 'DAYS', value: DAYS_WATCHED + 1 } as const;

/** What is stored, by the attributes of the entity. */
export const STORED_WATCHED = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  openedOn: z.string(),
  hour: z.number().int().min(0).max(23),
});

type Stored = z.infer<typeof STORED_WATCHED>;

const keyOf = (boardId: number) => String(boardId);

/** A board's hour: the same whenever it is asked for, and spread evenly whatever ids a site's boards have. */
export function hourOf(boardId: number): HourOfDay {
  return createHash('sha256').update(keyOf(boardId)).digest().readUInt16BE(0) % 24;
}

export function readLastOpening(storage: WatchStorage): ReadLastOpening {
  return async (boardId) => {
    const stored = STORED_WATCHED.safeParse(await storage.entity<unknown>(ENTITY).get(keyOf(boardId)));
    return stored.success ? stored.data.openedOn : null;
  };
}

/** The storage itself compares the day as it writes, so that of two openings at once one writes. */
export function noteOpening(storage: WatchStorage): NoteOpening {
  const write = async (value: Stored, last: Day | null) => {
    const key = keyOf(value.boardId);
    if (last === null) {
      await storage
        .entity<Stored>(ENTITY)
        .set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ttl: TIME_TO_LIVE });
      return;
    }
    const conditions = new Filter<Stored>().and('openedOn', FilterConditions.equalTo(last));
    await storage
      .transact()
      .set(key, value, { entityName: ENTITY, conditions }, { ttl: TIME_TO_LIVE })
      .execute();
  };
  return async (boardId, today, last) => {
    try {
      await write({ shape: SHAPE, boardId, openedOn: today, hour: hourOf(boardId) }, last);
    } catch (error) {
      // Whatever the refusal is called: it is somebody else's note when the day is there now.
      const now = await readLastOpening(storage)(boardId);
      if (now === null || now < today) throw error;
    }
  };
}

export function listWatched(storage: WatchStorage): ListWatched {
  return async (today, { hour, cursor = null } = {}) => {
    const asked = storage.entity<Stored>(ENTITY).query();
    const since = watchedSince(today);
    const query =
      hour === undefined
        ? asked
            .index('by-key')
            .filters(new Filter<Stored>().and('openedOn', FilterConditions.greaterThanEqualTo(since)))
        : asked.index('by-hour', { partition: [hour] }).where(WhereConditions.greaterThanEqualTo(since));
    const paged = query.limit(PAGE);
    const { results, nextCursor } = await (cursor === null ? paged : paged.cursor(cursor)).getMany();
    const boards = results.flatMap(({ value }): readonly WatchedBoard[] => {
      const stored = STORED_WATCHED.safeParse(value);
      return stored.success
        ? [{ boardId: stored.data.boardId, openedOn: stored.data.openedOn, hour: stored.data.hour }]
        : [];
    });
    return { boards, cursor: nextCursor ?? null };
  };
}
