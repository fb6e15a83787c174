import { z } from 'zod';

import { viewerKey } from '#src/adapters/storage/viewer-key';
import { packTally, unpackTally } from '#src/domain/flag-record/packed-tally';
import type { KeptTally, LoadTallies, SaveTallies } from '#src/ports/flag-record';

interface Entry {
  readonly entityName: string;
  readonly key: string;
}

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export interface TallyStorage {
  batchGet(entries: Entry[]): Promise<{ readonly successfulKeys: readonly { readonly value: unknown }[] }>;
  batchSet(items: (Entry & { value: object })[]): Promise<unknown>;
}

/** The entity of manifest.yml. */
const ENTITY = 'flag-tally';

/** The platform's limit for one batch. */
const BATCH = 25;

/** Raise it when the shape or the rules of docs/flag-record.md change: tallies of another one are read from Jira anew. */
const SHAPE = 1;

/** What is stored, by the attributes of the entity. */
export const STORED_TALLY = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  sprintId: z.number().int(),
  basis: z.string(),
  startDate: z.string(),
  completeDate: z.string(),
  frozenAt: z.number(),
  tally: z.array(z.number()),
});

const FOUND = z.array(z.object({ value: z.unknown() }));

/** Where tallies are kept, and for whom. */
export interface TalliesKeptFor {
  readonly storage: TallyStorage;
  readonly accountId: string;
  /** Told of storage that does not answer: tallies are then read from Jira again, at more points. */
  readonly report: (error: unknown) => void;
}

function inBatches<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** Entries that are missing, of another shape or of another board are left out, and so is everything while the storage does not answer. */
export function loadTallies({ storage, accountId, report }: TalliesKeptFor): LoadTallies {
  return async (boardId, sprintIds) => {
    const keys = sprintIds.map((id) => ({ entityName: ENTITY, key: viewerKey(accountId, boardId, id) }));
    try {
      const answers = await Promise.all(inBatches(keys).map(async (batch) => await storage.batchGet(batch)));
      return answers
        .flatMap(({ successfulKeys }) => FOUND.parse(successfulKeys))
        .flatMap(({ value }): readonly KeptTally[] => {
          const { success, data } = STORED_TALLY.safeParse(value);
          if (!success || data.boardId !== boardId) return [];
          const tally = unpackTally(data.tally);
          const { sprintId, basis, startDate, completeDate, frozenAt } = data;
          return tally === null ? [] : [{ sprintId, basis, startDate, completeDate, frozenAt, tally }];
        });
    } catch (error) {
      report(error);
      return [];
    }
  };
}

/** What cannot be written is left to the next time. */
export function saveTallies({ storage, accountId, report }: TalliesKeptFor): SaveTallies {
  return async (boardId, tallies) => {
    const items = tallies.map(({ tally, ...kept }) => ({
      entityName: ENTITY,
      key: viewerKey(accountId, boardId, kept.sprintId),
      value: { shape: SHAPE, boardId, ...kept, tally: packTally(tally) },
    }));
    const writing = inBatches(items).map(async (batch) => await storage.batchSet(batch));
    await Promise.all(writing).catch(report);
  };
}
