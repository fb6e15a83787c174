import type { ForgetHealth, KeptHealth, LoadHealth, SaveHealth } from '#src/ports/kept-health';

/** Keeps one viewer's last answers in memory, for tests. */
export function createMemoryHealth(): {
  readonly load: LoadHealth;
  readonly save: SaveHealth;
  readonly forget: ForgetHealth;
} {
  const kept = new Map<number, KeptHealth>();
  return {
    load: async (boardId) => {
      await Promise.resolve();
      return kept.get(boardId) ?? null;
    },
    save: async (boardId, health) => {
      await Promise.resolve();
      kept.set(boardId, health);
    },
    forget: async (boardId) => {
      await Promise.resolve();
      kept.delete(boardId);
    },
  };
}
