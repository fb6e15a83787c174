import type { KeptOutcome, LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';

/** Keeps one viewer's sprint figures in memory, for tests. */
export function createMemoryOutcomes(): {
  readonly load: LoadSprintOutcomes;
  readonly save: SaveSprintOutcomes;
} {
  const kept = new Map<string, KeptOutcome>();
  return {
    load: async (boardId, sprintIds) => {
      await Promise.resolve();
      return sprintIds.flatMap((id) => kept.get(`${boardId}:${id}`) ?? []);
    },
    save: async (boardId, outcomes) => {
      await Promise.resolve();
      for (const outcome of outcomes) kept.set(`${boardId}:${outcome.sprintId}`, outcome);
    },
  };
}
