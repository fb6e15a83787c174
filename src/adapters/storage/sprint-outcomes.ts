import type { SetOptions } from '@forge/kvs';
import { z } from 'zod';

import { viewerKey } from '#src/adapters/storage/viewer-key';
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
const SHAPE = 2;

const OUTCOME = z.object({
  sprintId: z.number().int(),
  basis: z.string(),
  startDate: z.string(),
  completeDate: z.string(),
  deliveredPoints: z.number().nonnegative(),
  deliveredItems: z.number().int().nonnegative(),
  stories: z.number().int().nonnegative(),
  storiesWithCriteria: z.number().int().nonnegative(),
  isUnused: z.boolean().optional(),
});

const STORED = z
  .object({ shape: z.literal(SHAPE), boardId: z.number().int() })
  .and(OUTCOME)
  .transform((value) => ({ boardId: value.boardId, outcome: OUTCOME.parse(value) }));

const FOUND = z.array(z.object({ value: z.unknown() }));

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
  return async (boardId, series, ids) => {
    const keys = ids.map((id) => ({ entityName: ENTITY, key: viewerKey(accountId, boardId, series, id) }));
    const found = await read(keys).catch((error: unknown) => {
      report(error);
      return [];
    });
    return found.flatMap(({ value }): KeptOutcome[] => {
      const { success, data } = STORED.safeParse(value);
      return success && data.boardId === boardId ? [data.outcome] : [];
    });
  };
}

/** What cannot be written is left to the next time. */
export function saveSprintOutcomes({ storage, accountId, report }: OutcomeStorage): SaveSprintOutcomes {
  return async (boardId, series, outcomes) => {
    const items = outcomes.map((outcome) => ({
      entityName: ENTITY,
      key: viewerKey(accountId, boardId, series, outcome.sprintId),
      // That figures are exact is said by the sprint's record alone.
      value: { ...OUTCOME.parse(outcome), shape: SHAPE, boardId },
      options: { ttl: TIME_TO_LIVE },
    }));
    const writing = inBatches(items).map(async (batch) => await storage.batchSet(batch));
    await Promise.all(writing).catch(report);
  };
}
