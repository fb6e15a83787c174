import { z } from 'zod';

import { ISSUE_ROW, toIssueRow } from '#src/adapters/storage/sprint-issue-row';
import { viewerKey } from '#src/adapters/storage/viewer-key';
import type {
  KeptRecord,
  KeptSprint,
  LoadClosedSprint,
  LoadSprintRecords,
  SaveClosedSprint,
  SaveSprintRecords,
} from '#src/ports/sprint-records';

interface Entry {
  readonly entityName: string;
  readonly key: string;
}

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export interface RecordStorage {
  batchGet(entries: Entry[]): Promise<{ readonly successfulKeys: readonly { readonly value: unknown }[] }>;
  batchSet(items: (Entry & { value: object })[]): Promise<unknown>;
}

/** The entity of manifest.yml. */
const ENTITY = 'sprint-record';

/** The platform's limit for one batch. */
const BATCH = 25;

/** Raise it when the shape or the rules of docs/sprint-history.md change: records of another one are read from Jira anew. */
const SHAPE = 1;

const COUNT = z.number().int().nonnegative();
const AMOUNT = z.object({ points: z.number(), items: COUNT, withoutEstimate: COUNT });

const RECORD = z.object({
  sprintId: z.number().int(),
  startDate: z.string(),
  completeDate: z.string(),
  committed: AMOUNT,
  carriedIn: AMOUNT,
  added: AMOUNT,
  removed: AMOUNT,
  reestimated: z.object({ points: z.number(), items: COUNT }),
  delivered: AMOUNT,
  outside: AMOUNT,
  carriedOver: AMOUNT,
  deliveries: z.array(z.object({ at: z.number().min(0).max(1), points: z.number() })),
  cycleDays: z.array(z.number().nonnegative()),
  unseen: COUNT,
  removedMayBeMissing: z.boolean(),
});

/** What is stored, by the attributes of the entity. */
export const STORED_RECORD = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  sprintId: z.number().int(),
  basis: z.string(),
  record: RECORD,
});

/** A record with its issues is read by a key of its own: most readers want ten records, and no issue. */
export const STORED_SPRINT = STORED_RECORD.extend({ record: RECORD.extend({ issues: z.array(ISSUE_ROW) }) });

/** Issues beyond this are more than an entry holds; such a sprint is read from Jira each time. */
const MOST_ISSUES = 1_500;

const FOUND = z.array(z.object({ value: z.unknown() }));

function inBatches<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** Where records are kept, and for whom. */
export interface RecordsKeptFor {
  readonly storage: RecordStorage;
  readonly accountId: string;
  /** Told of storage that does not answer: records are then read from Jira again, at more points. */
  readonly report: (error: unknown) => void;
}

/**
 * Entries that are missing, of another shape or of another board are left out: they can be read from Jira again. So is everything while
 * the storage does not answer.
 */
export function loadSprintRecords({ storage, accountId, report }: RecordsKeptFor): LoadSprintRecords {
  return async (boardId, sprintIds) => {
    const keys = sprintIds.map((id) => ({ entityName: ENTITY, key: viewerKey(accountId, boardId, id) }));
    try {
      const answers = await Promise.all(inBatches(keys).map(async (batch) => await storage.batchGet(batch)));
      const found = answers.flatMap(({ successfulKeys }) => FOUND.parse(successfulKeys));
      return found.flatMap(({ value }): KeptRecord[] => {
        const { success, data } = STORED_RECORD.safeParse(value);
        return success && data.boardId === boardId && data.sprintId === data.record.sprintId
          ? [{ basis: data.basis, record: data.record }]
          : [];
      });
    } catch (error) {
      report(error);
      return [];
    }
  };
}

/** Keeps them for good: a closed sprint stays as it was. What cannot be written is left to the next time. */
export function saveSprintRecords({ storage, accountId, report }: RecordsKeptFor): SaveSprintRecords {
  return async (boardId, records) => {
    const items = records.map(({ basis, record }) => ({
      entityName: ENTITY,
      key: viewerKey(accountId, boardId, record.sprintId),
      value: { shape: SHAPE, boardId, sprintId: record.sprintId, basis, record },
    }));
    const writing = inBatches(items).map(async (batch) => await storage.batchSet(batch));
    await Promise.all(writing).catch(report);
  };
}

/** An entry that is missing, of another shape or of another board counts as nothing kept, and so it is while the storage does not answer. */
export function loadClosedSprint({ storage, accountId, report }: RecordsKeptFor): LoadClosedSprint {
  return async (boardId, sprintId) => {
    const key = viewerKey(accountId, boardId, sprintId, 'issues');
    try {
      const { successfulKeys } = await storage.batchGet([{ entityName: ENTITY, key }]);
      const [found] = FOUND.parse(successfulKeys);
      const { success, data } = STORED_SPRINT.safeParse(found?.value);
      if (!success || data.boardId !== boardId || data.record.sprintId !== sprintId) return null;
      const { issues, ...record } = data.record;
      return { basis: data.basis, record, issues } satisfies KeptSprint;
    } catch (error) {
      report(error);
      return null;
    }
  };
}

/** Ids, numbers and dates: no text of an issue. */
export function saveClosedSprint(kept: RecordsKeptFor): SaveClosedSprint {
  const saveRecords = saveSprintRecords(kept);
  return async (boardId, { basis, record, issues }) => {
    const { sprintId } = record;
    const whole = {
      entityName: ENTITY,
      key: viewerKey(kept.accountId, boardId, sprintId, 'issues'),
      value: {
        shape: SHAPE,
        boardId,
        sprintId,
        basis,
        record: { ...record, issues: issues.map(toIssueRow) },
      },
    };
    await Promise.all([
      saveRecords(boardId, [{ basis, record }]),
      issues.length > MOST_ISSUES ? null : kept.storage.batchSet([whole]).catch(kept.report),
    ]);
  };
}
