import type { KeptOutcome, LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';

/** Keeps one viewer's figures in memory, for tests. */
export function createMemoryOutcomes(): {
  readonly load: LoadSprintOutcomes;
  readonly save: SaveSprintOutcomes;
} {
  const kept = new Map<string, KeptOutcome>();
  return {
    load: async (boardId, series, ids) => {
      await Promise.resolve();
      return ids.flatMap((id) => kept.get(`${boardId}:${series}:${id}`) ?? []);
    },
    save: async (boardId, series, outcomes) => {
      await Promise.resolve();
      for (const outcome of outcomes) kept.set(`${boardId}:${series}:${outcome.sprintId}`, outcome);
    },
  };
}
