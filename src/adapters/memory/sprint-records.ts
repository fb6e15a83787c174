import type {
  KeptRecord,
  KeptSprint,
  LoadClosedSprint,
  LoadSprintRecords,
  SaveClosedSprint,
  SaveSprintRecords,
} from '#src/ports/sprint-records';

/** Keeps one viewer's records in memory, for tests and measurements. */
export function createMemoryRecords(): {
  readonly load: LoadSprintRecords;
  readonly save: SaveSprintRecords;
  readonly loadSprint: LoadClosedSprint;
  readonly saveSprint: SaveClosedSprint;
} {
  const kept = new Map<string, KeptRecord>();
  const sprints = new Map<string, KeptSprint>();
  return {
    load: async (boardId, sprintIds) => {
      await Promise.resolve();
      return sprintIds.flatMap((id) => kept.get(`${boardId}:${id}`) ?? []);
    },
    save: async (boardId, records) => {
      await Promise.resolve();
      for (const entry of records) kept.set(`${boardId}:${entry.record.sprintId}`, entry);
    },
    loadSprint: async (boardId, sprintId) => {
      await Promise.resolve();
      return sprints.get(`${boardId}:${sprintId}`) ?? null;
    },
    saveSprint: async (boardId, sprint) => {
      await Promise.resolve();
      const key = `${boardId}:${sprint.record.sprintId}`;
      sprints.set(key, sprint);
      kept.set(key, { basis: sprint.basis, record: sprint.record });
    },
  };
}
