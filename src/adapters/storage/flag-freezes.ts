import { Sort, type kvs } from '@forge/kvs';
import { z } from 'zod';

import { packFreeze, unpackFreeze } from '#src/domain/flag-record/packed-freeze';
import type { IsFrozen, KeepFreeze, KeptFreeze, ListFreezes } from '#src/ports/flag-record';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type FreezeStorage = Pick<typeof kvs, 'entity'>;

/** The entity of manifest.yml. */
const ENTITY = 'flag-freeze';

/** Raise it when the shape changes, and read the older one here too: what a sprint was like at its start cannot be read again. */
const SHAPE = 1;

/** What is stored, by the attributes of the entity. */
export const STORED_FREEZE = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  sprintId: z.number().int(),
  at: z.iso.datetime(),
  endDate: z.iso.datetime().optional(),
  frozen: z.object({
    rules: z.array(z.tuple([z.number().int(), z.string()])),
    issues: z.array(z.tuple([z.string(), z.number().int(), z.number().int()])),
  }),
});

type Stored = z.infer<typeof STORED_FREEZE>;

/** One sprint may be shown on several boards, each with checks of its own. */
const keyOf = (boardId: number, sprintId: number) => `${boardId}:${sprintId}`;

export interface FreezesKept {
  readonly storage: FreezeStorage;
  /** Told of a value that cannot be read: it stays where it is, and the others are answered without it. */
  readonly report: (error: unknown) => void;
}

/** @throws Error when the storage does not answer. */
export function isFrozen({ storage }: FreezesKept): IsFrozen {
  return async (boardId, sprintId) =>
    (await storage.entity<unknown>(ENTITY).get(keyOf(boardId, sprintId))) !== undefined;
}

/** The storage itself sees to it that the first one stays. @throws Error when the storage does not answer. */
export function keepFreeze(kept: FreezesKept): KeepFreeze {
  const exists = isFrozen(kept);
  return async (freeze, endDate) => {
    const { boardId, sprintId, at } = freeze;
    const { rules, issues } = packFreeze(freeze);
    const value: Stored = {
      shape: SHAPE,
      boardId,
      sprintId,
      at: new Date(at).toISOString(),
      ...(endDate === null ? {} : { endDate }),
      frozen: {
        rules: rules.map(([check, rule]) => [check, rule]),
        issues: issues.map(([issueId, failing, unanswered]) => [issueId, failing, unanswered]),
      },
    };
    try {
      await kept.storage
        .entity<Stored>(ENTITY)
        .set(keyOf(boardId, sprintId), value, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      // Whatever the refusal is called.
      if (await exists(boardId, sprintId)) return false;
      throw error;
    }
  };
}

/** @throws Error when the storage does not answer. */
export function listFreezes({ storage, report }: FreezesKept): ListFreezes {
  return async (boardId, most) => {
    const { results } = await storage
      .entity<Readonly<Record<string, unknown>>>(ENTITY)
      .query()
      .index('by-board', { partition: [boardId] })
      .sort(Sort.DESC)
      .limit(most)
      .getMany();
    return results.flatMap(({ value }): readonly KeptFreeze[] => {
      const { success, data, error } = STORED_FREEZE.safeParse(value);
      if (!success) {
        report(error);
        return [];
      }
      const { sprintId, at, endDate = null, frozen } = data;
      return [{ boardId, sprintId, at: Date.parse(at), endDate, ...unpackFreeze(frozen) }];
    });
  };
}
