import { boardSettingsOf } from '#src/domain/settings/board-settings';
import { USUAL } from '#src/domain/settings/declared';
import { effectiveOf, type Effective, type Layer, type NamedLayer } from '#src/domain/settings/layer';
import type { LoadBoardSettings, VersionedSettings } from '#src/ports/board-settings';
import type {
  HasProjectLayers,
  LoadLayer,
  ReadProjectOfBoard,
  RecallProjectOfBoard,
  RememberProjectOfBoard,
  StoredLayer,
} from '#src/ports/setting-layers';

export interface LayersPorts {
  readonly loadLayer: LoadLayer;
  readonly hasProjectLayers: HasProjectLayers;
  readonly recallProjectOfBoard: RecallProjectOfBoard;
  readonly rememberProjectOfBoard: RememberProjectOfBoard;
  readonly readProjectOfBoard: ReadProjectOfBoard;
}

/** What is set for a board, and above it. */
export interface BoardLayers {
  readonly board: StoredLayer;
  /** From the site down. */
  readonly above: readonly NamedLayer[];
}

async function projectOf(ports: LayersPorts, boardId: number): Promise<string | null> {
  const known = await ports.recallProjectOfBoard(boardId);
  if (known !== undefined) return known;
  const read = await ports.readProjectOfBoard(boardId);
  await ports.rememberProjectOfBoard(boardId, read);
  return read;
}

/**
 * The layers of a board. Its project is asked for only where anything is set in a project, and of Jira only once: then it is kept.
 * @throws Error when the storage does not answer; ReadFailure when Jira does not.
 */
export async function layersOfBoard(ports: LayersPorts, boardId: number): Promise<BoardLayers> {
  const [board, site, hasProjects] = await Promise.all([
    ports.loadLayer({ of: 'board', boardId }),
    ports.loadLayer({ of: 'site' }),
    ports.hasProjectLayers(),
  ]);
  const projectId = hasProjects ? await projectOf(ports, boardId) : null;
  const project = projectId === null ? null : await ports.loadLayer({ of: 'project', projectId });
  return {
    board,
    above: [
      { of: 'site', layer: site.layer },
      ...(project === null ? [] : [{ of: 'project', layer: project.layer } as const]),
    ],
  };
}

/** What holds below these layers. */
export function holding(above: readonly NamedLayer[], own?: NamedLayer): Effective {
  return effectiveOf(USUAL, own === undefined ? above : [...above, own]);
}

/** The layers as those take them who judge by them. */
export function versionedOf({ board, above }: BoardLayers): VersionedSettings {
  const settingsWith = (layer: Layer) => boardSettingsOf(holding(above, { of: 'board', layer }).values);
  return {
    version: board.version,
    settings: settingsWith(board.layer),
    changes: board.changes.map(({ before, ...change }) => ({ ...change, before: settingsWith(before) })),
  };
}

/** What holds for a board, for everybody who judges its backlog. */
export function loadSettingsOf(ports: LayersPorts): LoadBoardSettings {
  return async (boardId) => versionedOf(await layersOfBoard(ports, boardId));
}
