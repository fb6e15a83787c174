import { Filter, FilterConditions, type kvs } from '@forge/kvs';

import {
  parseLayer,
  parseLink,
  parseProjects,
  storedLayer,
  versionOf,
} from '#src/adapters/storage/setting-layer-shape';
import type {
  HasProjectLayers,
  LayerPlace,
  LoadLayer,
  RecallProjectOfBoard,
  RememberProjectOfBoard,
  SaveLayer,
  StoredLayer,
} from '#src/ports/setting-layers';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type SettingsStorage = Pick<typeof kvs, 'entity' | 'transact'>;

export interface LayerStore {
  readonly storage: SettingsStorage;
  /** Told of what cannot be read: it stays where it is, and counts as not set. */
  readonly report: (error: unknown) => void;
}

/** The entities of manifest.yml. What boards set was there before the others, in an entity of its own. */
const ENTITY = 'setting-layer';
const OF_BOARDS = 'board-settings';

/** Rows of the entity that are no layers: the projects that have one, and which project a board is of. */
const PROJECTS = 'projects';
const linkOf = (boardId: number) => `board:${boardId}`;

function rowOf(place: LayerPlace): { readonly entity: string; readonly key: string } {
  if (place.of === 'board') return { entity: OF_BOARDS, key: String(place.boardId) };
  return { entity: ENTITY, key: place.of === 'site' ? 'site' : `project:${place.projectId}` };
}

/** The platform takes values up to 240 KiB, which eleven versions of long lists would exceed. */
const MOST_BYTES = 200 * 1024;

type Row = ReturnType<typeof storedLayer> & { readonly boardId?: number };

/** What is stored of a layer, with as much of its past as fits: the oldest changes are left out first. */
function fittingRow(place: LayerPlace, next: StoredLayer): Row {
  const row = { ...storedLayer(next), ...(place.of === 'board' && { boardId: place.boardId }) };
  if (next.changes.length === 0 || Buffer.byteLength(JSON.stringify(row)) <= MOST_BYTES) return row;
  return fittingRow(place, { ...next, changes: next.changes.slice(0, -1) });
}

/** @throws Error when the storage does not answer. */
export function loadLayer({ storage, report }: LayerStore): LoadLayer {
  return async (place) => {
    const { entity, key } = rowOf(place);
    const value = await storage.entity<unknown>(entity).get(key);
    if (value === undefined) return { version: 0, layer: {}, changes: [] };
    try {
      return parseLayer(value);
    } catch (error) {
      report(error);
      return { version: versionOf(value), layer: {}, changes: [] };
    }
  };
}

/** Writes where the stored version is still `last`. @returns false when another one is there. @throws Error otherwise. */
async function writeOver(
  storage: SettingsStorage,
  { entity, key }: { readonly entity: string; readonly key: string },
  last: number,
  value: object & { readonly version: number },
): Promise<boolean> {
  try {
    if (last === 0) {
      await storage.entity<typeof value>(entity).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    } else {
      const conditions = new Filter<typeof value>().and('version', FilterConditions.equalTo(last));
      await storage.transact().set(key, value, { entityName: entity, conditions }).execute();
    }
    return true;
  } catch (error) {
    // Whatever the refusal is called: it is a conflict when another version is there now.
    const now = await storage.entity<unknown>(entity).get(key);
    if ((now === undefined ? 0 : versionOf(now)) === last) throw error;
    return false;
  }
}

/** Others may list their projects at the same moment. */
const ATTEMPTS = 5;

async function listProject(storage: SettingsStorage, projectId: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { version, ids } = parseProjects(await storage.entity<unknown>(ENTITY).get(PROJECTS));
    if (ids.includes(projectId)) return;
    const value = { shape: 1, version: version + 1, settings: { ids: [...ids, projectId] }, changes: [] };
    if (await writeOver(storage, { entity: ENTITY, key: PROJECTS }, version, value)) return;
  }
  throw new Error('The list of projects with settings could not be written.');
}

/**
 * The storage itself compares the version as it writes, so that of two changes at once one is refused. A project is listed before
 * its first layer is written: one that is listed in vain costs a reading, one that is not listed would not be found.
 * @throws Error when the storage does not answer.
 */
export function saveLayer({ storage }: Pick<LayerStore, 'storage'>): SaveLayer {
  return async (place, next) => {
    const last = next.version - 1;
    if (place.of === 'project' && last === 0) await listProject(storage, place.projectId);
    return await writeOver(storage, rowOf(place), last, fittingRow(place, next));
  };
}

/** @throws Error when the storage does not answer. */
export function hasProjectLayers({ storage }: Pick<LayerStore, 'storage'>): HasProjectLayers {
  return async () => parseProjects(await storage.entity<unknown>(ENTITY).get(PROJECTS)).ids.length > 0;
}

export function recallProjectOfBoard({ storage }: Pick<LayerStore, 'storage'>): RecallProjectOfBoard {
  return async (boardId) => parseLink(await storage.entity<unknown>(ENTITY).get(linkOf(boardId)));
}

/** What cannot be kept is asked for again. */
export function rememberProjectOfBoard({ storage, report }: LayerStore): RememberProjectOfBoard {
  return async (boardId, projectId) => {
    const value = { shape: 1, version: 1, settings: { projectId }, changes: [] };
    await storage.entity<typeof value>(ENTITY).set(linkOf(boardId), value).catch(report);
  };
}
