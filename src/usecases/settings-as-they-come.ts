import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { BoardSettings, LoadBoardSettings, VersionedSettings } from '#src/ports/board-settings';

/** How a board is judged and refined while nobody has changed anything. */
export const AS_THEY_COME: BoardSettings = { checks: DEFAULT_SETTINGS, session: DEFAULT_SESSION };

const UNTOUCHED: VersionedSettings = { version: 0, settings: AS_THEY_COME, changes: [] };

/**
 * For reading a backlog: while the storage does not answer, the board is judged by the checks as they come rather than not at
 * all. Who shows or changes settings has to fail then.
 */
export function orAsItComes(load: LoadBoardSettings, report: (error: unknown) => void): LoadBoardSettings {
  return async (boardId) =>
    await load(boardId).catch((error: unknown) => {
      report(error);
      return UNTOUCHED;
    });
}
