import { Filter, FilterConditions, WhereConditions, type kvs } from '@forge/kvs';
import { z } from 'zod';

import { emptyDay, type BoardDay } from '#src/domain/trend/board-day';
import type { Day } from '#src/domain/trend/day';
import type { ListBoardDays, LoadBoardDay, SaveBoardDay } from '#src/ports/board-days';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type DaysStorage = Pick<typeof kvs, 'entity' | 'transact'>;

/** The entity of manifest.yml. */
const ENTITY = 'board-day';

/** Raise it when the shape changes, and read the older one here too: a day that is over cannot be counted again. */
const SHAPE = 1;

/** Twice what screens show. The platform removes it then, a few days late at most. */
export const DAYS_KEPT = 180;
const TIME_TO_LIVE = { unit: 'DAYS', value: DAYS_KEPT } as const;

/** The platform's limit for a page of a query. */
const PAGE = 100;

const UNIT = z.enum(['points', 'items']);
const STOCK = z.object({ amount: z.number(), items: z.number() });

const COUNT = z.discriminatedUnion('state', [
  z.object({ state: z.literal('counted'), openItems: z.number(), sprintItems: z.number().nullable() }),
  z.object({
    state: z.literal('skipped'),
    why: z.enum(['no-capacity', 'not-seen', 'no-answer', 'cut-off']),
  }),
]);

const FIGURES = z.object({
  count: COUNT.nullable(),
  reading: z
    .object({
      at: z.string(),
      unit: UNIT,
      runway: z.object({ p50: z.number(), p85: z.number(), isLowerBound: z.boolean() }).nullable(),
      ready: STOCK,
      depth: STOCK,
      issuesSeen: z.number(),
      inSight: z.number(),
    })
    .nullable(),
  scope: z
    .object({
      sprintId: z.number().int(),
      unit: UNIT,
      committed: z.number(),
      added: z.number(),
      removed: z.number(),
      issuesSeen: z.number(),
    })
    .nullable(),
});

/** What is stored, by the attributes of the entity. */
export const STORED_DAY = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  day: z.string(),
  version: z.number().int().positive(),
  figures: FIGURES,
});

type Stored = z.infer<typeof STORED_DAY>;

const NUMBERED = z.object({ version: z.number().int().positive() });

/** The version of a value that is unreadable otherwise, so that it can be replaced, but not by chance; 0 without one. */
const versionOf = (value: unknown) => NUMBERED.safeParse(value).data?.version ?? 0;

export interface DaysStore {
  readonly storage: DaysStorage;
  /** Told of a day that cannot be read: it stays where it is until it is written anew. */
  readonly report: (error: unknown) => void;
}

const keyOf = (boardId: number, day: Day) => `${boardId}:${day}`;

function toDay({ boardId, day, figures }: Stored): BoardDay {
  return { boardId, day, ...figures };
}

function toStored({ boardId, day, ...figures }: BoardDay, version: number): Stored {
  return { shape: SHAPE, boardId, day, version, figures };
}

export function loadBoardDay({ storage, report }: DaysStore): LoadBoardDay {
  return async (boardId, day) => {
    const value = await storage.entity<unknown>(ENTITY).get(keyOf(boardId, day));
    if (value === undefined) return { version: 0, day: emptyDay(boardId, day) };
    const stored = STORED_DAY.safeParse(value);
    if (stored.success) return { version: stored.data.version, day: toDay(stored.data) };
    report(stored.error);
    return { version: versionOf(value), day: emptyDay(boardId, day) };
  };
}

/** The storage itself compares the version as it writes, so that of two writers at once one is refused. */
export function saveBoardDay({ storage }: Pick<DaysStore, 'storage'>): SaveBoardDay {
  const write = async (key: string, last: number, value: Stored) => {
    if (last === 0) {
      await storage
        .entity<Stored>(ENTITY)
        .set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ttl: TIME_TO_LIVE });
      return;
    }
    const conditions = new Filter<Stored>().and('version', FilterConditions.equalTo(last));
    await storage
      .transact()
      .set(key, value, { entityName: ENTITY, conditions }, { ttl: TIME_TO_LIVE })
      .execute();
  };
  return async ({ version, day }) => {
    const key = keyOf(day.boardId, day.day);
    const last = version - 1;
    try {
      await write(key, last, toStored(day, version));
      return true;
    } catch (error) {
      // Whatever the refusal is called: it is a conflict when another version is there now.
      const now = await storage.entity<unknown>(ENTITY).get(key);
      if ((now === undefined ? 0 : versionOf(now)) === last) throw error;
      return false;
    }
  };
}

export function listBoardDays({ storage, report }: DaysStore): ListBoardDays {
  return async (boardId, since) => {
    const days: BoardDay[] = [];
    let cursor: string | undefined;
    do {
      const asked = storage
        .entity<unknown>(ENTITY)
        .query()
        .index('by-board', { partition: [boardId] })
        .where(WhereConditions.greaterThanEqualTo(since))
        .limit(PAGE);
      const page = await (cursor === undefined ? asked : asked.cursor(cursor)).getMany();
      for (const { value } of page.results) {
        const stored = STORED_DAY.safeParse(value);
        if (stored.success) days.push(toDay(stored.data));
        else report(stored.error);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return days;
  };
}
