import type { Effective, Layer, NamedLayer } from '#src/domain/settings/layer';
import type { ListBoards } from '#src/ports/boards';
import type { LayerPlace, SaveLayer, StoredLayer } from '#src/ports/setting-layers';
import type { ReadFields, SiteField } from '#src/ports/site';
import { refuseOthers, type AdministerPorts } from '#src/usecases/settings/administer';
import { holding, layersOfBoard, type LayersPorts } from '#src/usecases/settings/layers-of-board';
import { writeLayer, type LayerRequest } from '#src/usecases/settings/next-layer';
import { fieldsToChoose } from '#src/usecases/show-board-settings';

export interface LayerOfPlacePorts extends AdministerPorts, LayersPorts {
  readonly saveLayer: SaveLayer;
  readonly listBoards: ListBoards;
  readonly readFields: ReadFields;
  readonly now: () => Date;
}

/** What is set in a place, with what is needed to change it. */
export interface ShownLayer {
  readonly stored: StoredLayer;
  readonly inherited: Effective;
  readonly fields: readonly SiteField[];
  /** Of a project. */
  readonly boards: readonly { readonly id: number; readonly name: string; readonly ownSettings: number }[];
}

/** What is set in a place, and above it from the site down. */
export async function layersAt(
  ports: LayersPorts,
  place: LayerPlace,
): Promise<{ readonly stored: StoredLayer; readonly above: readonly NamedLayer[] }> {
  if (place.of === 'board') {
    const { board, above } = await layersOfBoard(ports, place.boardId);
    return { stored: board, above };
  }
  if (place.of === 'site') return { stored: await ports.loadLayer(place), above: [] };
  const [stored, site] = await Promise.all([ports.loadLayer(place), ports.loadLayer({ of: 'site' })]);
  return { stored, above: [{ of: 'site', layer: site.layer }] };
}

/** More boards than a page shows; the rest is found from the boards themselves. */
const BOARDS_SHOWN = 100;

async function boardsOf(ports: LayerOfPlacePorts, place: LayerPlace): Promise<ShownLayer['boards']> {
  if (place.of !== 'project') return [];
  const boards = (await ports.listBoards(place.projectId)).slice(0, BOARDS_SHOWN);
  return await Promise.all(
    boards.map(async ({ id, name }) => {
      const { layer } = await ports.loadLayer({ of: 'board', boardId: id });
      return { id, name, ownSettings: Object.keys(layer).length };
    }),
  );
}

async function shown(
  ports: LayerOfPlacePorts,
  place: LayerPlace,
  stored: StoredLayer,
  above: readonly NamedLayer[],
): Promise<ShownLayer> {
  const [fields, boards] = await Promise.all([fieldsToChoose(ports), boardsOf(ports, place)]);
  return { stored, inherited: holding(above), fields, boards };
}

/** What is set in a place, for those who administer it. @throws ReadFailure `no-access` for everybody else. */
export async function showLayer(ports: LayerOfPlacePorts, place: LayerPlace): Promise<ShownLayer> {
  await refuseOthers(ports, place);
  const { stored, above } = await layersAt(ports, place);
  return await shown(ports, place, stored, above);
}

/**
 * Sets what a place sets, whole. Which project a board is in is looked at again, since boards move.
 * @throws ReadFailure `no-access` for everybody who does not administer it; WriteFailure `conflict` when what is stored is not what
 * they saw.
 */
export async function changeLayer(
  ports: LayerOfPlacePorts,
  place: LayerPlace,
  request: LayerRequest,
): Promise<ShownLayer> {
  await refuseOthers(ports, place);
  if (place.of === 'board') {
    await ports.rememberProjectOfBoard(place.boardId, await ports.readProjectOfBoard(place.boardId));
  }
  const { stored, above } = await layersAt(ports, place);
  return await shown(ports, place, await writeLayer(ports, place, stored, request), above);
}

/** The layers of a board as they would be with another one in a place; null where the board takes nothing from there. */
export async function layersWith(
  ports: LayersPorts,
  boardId: number,
  place: LayerPlace,
  layer: Layer,
): Promise<{ readonly now: readonly NamedLayer[]; readonly then: readonly NamedLayer[] } | null> {
  const { board, above } = await layersOfBoard(ports, boardId);
  const now: readonly NamedLayer[] = [...above, { of: 'board', layer: board.layer }];
  if (place.of === 'board' && place.boardId !== boardId) return null;
  if (place.of === 'project') {
    if ((await ports.readProjectOfBoard(boardId)) !== place.projectId) return null;
    const [site, ...rest] = now.filter(({ of }) => of !== 'project');
    const project: NamedLayer = { of: 'project', layer };
    return { now, then: site === undefined ? [project, ...rest] : [site, project, ...rest] };
  }
  return { now, then: now.map((each) => (each.of === place.of ? { of: each.of, layer } : each)) };
}
