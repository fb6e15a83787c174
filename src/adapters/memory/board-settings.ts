import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { LoadBoardSettings, SaveBoardSettings, VersionedSettings } from '#src/ports/board-settings';

const UNTOUCHED: VersionedSettings = {
  version: 0,
  settings: { checks: DEFAULT_SETTINGS, session: DEFAULT_SESSION },
  changes: [],
};

/** Keeps boards' settings in memory, for tests. */
export function createMemorySettings(): {
  readonly load: LoadBoardSettings;
  readonly save: SaveBoardSettings;
} {
  const stored = new Map<number, VersionedSettings>();
  const at = (boardId: number) => stored.get(boardId) ?? UNTOUCHED;
  return {
    load: async (boardId) => {
      await Promise.resolve();
      return at(boardId);
    },
    save: async (boardId, next) => {
      await Promise.resolve();
      if (at(boardId).version !== next.version - 1) return false;
      stored.set(boardId, next);
      return true;
    },
  };
}
