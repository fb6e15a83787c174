import { valuesOf } from '#src/domain/settings/board-settings';
import { layerFromValues } from '#src/domain/settings/layer';
import type { BoardSettings } from '#src/ports/board-settings';
import { ReadFailure } from '#src/ports/read-failure';
import type { SaveLayer } from '#src/ports/setting-layers';
import { holding, layersOfBoard } from '#src/usecases/settings/layers-of-board';
import { writeLayer } from '#src/usecases/settings/next-layer';
import {
  type ShowBoardSettingsPorts,
  type ShownSettings,
  withFields,
} from '#src/usecases/show-board-settings';

export interface SaveBoardSettingsPorts extends ShowBoardSettingsPorts {
  readonly saveLayer: SaveLayer;
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

/**
 * Changes a board's settings, as one of those who administer its project. What is as the board inherits it is not set for the board:
 * it goes on following its project and its site.
 * @throws ReadFailure `no-access` for anybody else; WriteFailure `conflict` when the settings are not those that they saw.
 */
export async function saveBoardSettings(
  ports: SaveBoardSettingsPorts,
  { boardId, by, version, settings }: SettingsRequest,
): Promise<ShownSettings> {
  if (!(await ports.mayAdministerBoard(boardId))) {
    throw new ReadFailure('no-access', 'settings: only those who administer the project may change them.');
  }
  const layers = await layersOfBoard(ports, boardId);
  const { board, above } = layers;
  const layer = layerFromValues(valuesOf(settings), {
    layer: board.layer,
    before: holding(above, { of: 'board', layer: board.layer }).values,
    inherited: holding(above).values,
  });
  const next = await writeLayer(ports, { of: 'board', boardId }, board, { by, version, layer });
  return await withFields(ports, { board: next, above }, true);
}
