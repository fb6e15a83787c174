import { createHash } from 'node:crypto';

import type { SetOptions } from '@forge/kvs';
import { z } from 'zod';

import type { KeptOutcome, LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';

interface Entry {
  readonly entityName: string;
  readonly key: string;
}

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export interface BatchStorage {
  batchGet(entries: Entry[]): Promise<{ readonly successfulKeys: readonly { readonly value: unknown }[] }>;
  batchSet(items: (Entry & { value: object; options: SetOptions })[]): Promise<unknown>;
}

/** The entity of manifest.yml. */
const ENTITY = 'sprint-outcome';

/** The platform's limit for one batch. */
const BATCH = 25;

/** Long enough for a sprint to count ten times; a viewer whose permissions changed sees it sooner or later. */
const TIME_TO_LIVE = { unit: 'DAYS', value: 30 } as const;

/** Raise it when the shape changes: entries of another one are read anew, since they can be. */
const SHAPE = 1;

const STORED = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  sprintId: z.number().int(),
  basis: z.string(),
  startDate: z.string(),
  completeDate: z.string(),
  deliveredPoints: z.number().nonnegative(),
  deliveredItems: z.number().int().nonnegative(),
});

const FOUND = z.array(z.object({ value: z.unknown() }));

/**
 * What a viewer may see decides the figures, so each viewer has their own. The account is part of the key as a digest:
 * nothing stored names a person.
 */
function keyOf(accountId: string, boardId: number, sprintId: number): string {
  const viewer = createHash('sha256').update(accountId).digest('hex').slice(0, 32);
  return `${viewer}:${boardId}:${sprintId}`;
}

function inBatches<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** Where the figures are kept, and for whom. */
export interface OutcomeStorage {
  readonly storage: BatchStorage;
  readonly accountId: string;
  /** Told of storage that does not answer: the figures are then read from Jira again, at more points. */
  readonly report: (error: unknown) => void;
}

/**
 * Entries that are missing, of another shape or of another board are left out: they can be read from Jira again. So is
 * everything while the storage does not answer.
 */
export function loadSprintOutcomes({ storage, accountId, report }: OutcomeStorage): LoadSprintOutcomes {
  const read = async (keys: readonly Entry[]) => {
    const answers = await Promise.all(inBatches(keys).map(async (batch) => await storage.batchGet(batch)));
    return answers.flatMap(({ successfulKeys }) => FOUND.parse(successfulKeys));
  };
  return async (boardId, sprintIds) => {
    const keys = sprintIds.map((id) => ({ entityName: ENTITY, key: keyOf(accountId, boardId, id) }));
    const found = await read(keys).catch((error: unknown) => {
      report(error);
      return [];
    });
    return found.flatMap(({ value }): KeptOutcome[] => {
      const { success, data } = STORED.safeParse(value);
      if (!success || data.boardId !== boardId) return [];
      const { sprintId, startDate, completeDate, deliveredPoints, deliveredItems, basis } = data;
      return [{ sprintId, startDate, completeDate, deliveredPoints, deliveredItems, basis }];
    });
  };
}

/** What cannot be written is left to the next time. */
export function saveSprintOutcomes({ storage, accountId, report }: OutcomeStorage): SaveSprintOutcomes {
  return async (boardId, outcomes) => {
    const items = outcomes.map((outcome) => ({
      entityName: ENTITY,
      key: keyOf(accountId, boardId, outcome.sprintId),
      value: { ...outcome, shape: SHAPE, boardId },
      options: { ttl: TIME_TO_LIVE },
    }));
    const writing = inBatches(items).map(async (batch) => await storage.batchSet(batch));
    await Promise.all(writing).catch(report);
  };
}
