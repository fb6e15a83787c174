import type { BoardSettings, SaveBoardSettings, VersionedSettings } from '#src/ports/board-settings';
import { ReadFailure } from '#src/ports/read-failure';
import { WriteFailure } from '#src/ports/write-failure';
import {
  type ShowBoardSettingsPorts,
  type ShownSettings,
  withFields,
} from '#src/usecases/show-board-settings';

export interface SaveBoardSettingsPorts extends ShowBoardSettingsPorts {
  readonly saveSettings: SaveBoardSettings;
  readonly now: () => Date;
}

/** What somebody wants a board's settings to be. */
export interface SettingsRequest {
  readonly boardId: number;
  /** An account id. */
  readonly by: string;
  /** The version that they saw. */
  readonly version: number;
  readonly settings: BoardSettings;
}

/** Changes that are remembered with what was set before. */
const CHANGES_KEPT = 10;

const conflict = () => new WriteFailure('conflict', 'settings: somebody changed them in between.');

/** In the order of the checks as they come, so that equal settings read equal. */
const isSame = (one: BoardSettings, other: BoardSettings) => JSON.stringify(one) === JSON.stringify(other);

function next(stored: VersionedSettings, { by, settings }: SettingsRequest, at: Date): VersionedSettings {
  const version = stored.version + 1;
  const change = { version, by, at: at.toISOString(), before: stored.settings };
  return { version, settings, changes: [change, ...stored.changes].slice(0, CHANGES_KEPT) };
}

/**
 * Changes a board's settings, as one of those who administer its project. What is set already is not written again.
 * @throws ReadFailure `no-access` for anybody else; WriteFailure `conflict` when the settings are not those that they saw.
 */
export async function saveBoardSettings(
  ports: SaveBoardSettingsPorts,
  request: SettingsRequest,
): Promise<ShownSettings> {
  const { boardId, version, settings } = request;
  if (!(await ports.mayAdministerBoard(boardId))) {
    throw new ReadFailure('no-access', 'settings: only those who administer the project may change them.');
  }
  const stored = await ports.loadSettings(boardId);
  if (stored.version !== version) throw conflict();
  if (isSame(stored.settings, settings)) return await withFields(ports, stored, true);
  const changed = next(stored, request, ports.now());
  if (!(await ports.saveSettings(boardId, changed))) throw conflict();
  return await withFields(ports, changed, true);
}
