import type { KeptRecord, LoadSprintRecords, SaveSprintRecords } from '#src/ports/sprint-records';

/** Keeps one viewer's records in memory, for tests and measurements. */
export function createMemoryRecords(): {
  readonly load: LoadSprintRecords;
  readonly save: SaveSprintRecords;
} {
  const kept = new Map<string, KeptRecord>();
  return {
    load: async (boardId, sprintIds) => {
      await Promise.resolve();
      return sprintIds.flatMap((id) => kept.get(`${boardId}:${id}`) ?? []);
    },
    save: async (boardId, records) => {
      await Promise.resolve();
      for (const entry of records) kept.set(`${boardId}:${entry.record.sprintId}`, entry);
    },
  };
}
