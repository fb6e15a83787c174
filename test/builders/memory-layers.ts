import { valuesOf, type BoardSettings } from '#src/domain/settings/board-settings';
import { USUAL } from '#src/domain/settings/declared';
import { layerFromValues } from '#src/domain/settings/layer';
import type { LayerPlace, LoadLayer, SaveLayer, StoredLayer } from '#src/ports/setting-layers';
import { loadSettingsOf, type LayersPorts } from '#src/usecases/settings/layers-of-board';

const NOTHING: StoredLayer = { version: 0, layer: {}, changes: [] };

const keyOf = (place: LayerPlace) => JSON.stringify(Object.values(place));

/** Keeps what is set in memory, for tests. Every board is of project 10000. */
export function createMemoryLayers() {
  const stored = new Map<string, StoredLayer>();
  const at = (place: LayerPlace) => stored.get(keyOf(place)) ?? NOTHING;
  const loadLayer: LoadLayer = async (place) => {
    await Promise.resolve();
    return at(place);
  };
  const saveLayer: SaveLayer = async (place, next) => {
    await Promise.resolve();
    if (at(place).version !== next.version - 1) return false;
    stored.set(keyOf(place), next);
    return true;
  };
  const layers: LayersPorts = {
    loadLayer,
    hasProjectLayers: async () => {
      await Promise.resolve();
      return [...stored.keys()].some((key) => key.includes('project'));
    },
    recallProjectOfBoard: () => Promise.resolve('10000'),
    rememberProjectOfBoard: () => Promise.resolve(),
    readProjectOfBoard: () => Promise.resolve('10000'),
  };
  return {
    ...layers,
    saveLayer,
    loadSettings: loadSettingsOf(layers),
    /** Sets everything of a board at once. */
    setBoard: (boardId: number, settings: BoardSettings) => {
      const place = { of: 'board', boardId } as const;
      const { version } = at(place);
      const layer = layerFromValues(valuesOf(settings), { layer: {}, before: USUAL, inherited: USUAL });
      stored.set(keyOf(place), { version: version + 1, layer, changes: [] });
    },
  };
}
