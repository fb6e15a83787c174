import type { BoardToRead } from '#src/ports/backlog';
import type { LoadBoardSettings, VersionedSettings } from '#src/ports/board-settings';
import type { BoardSummary, ListBoards, ReadBoard } from '#src/ports/boards';
import type { LoadHealth } from '#src/ports/kept-health';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadFields, ReadPriorities, SiteField, SitePriority } from '#src/ports/site';
import type { LoadWorkItemBoard, SaveWorkItemBoard, WorkItemBoard } from '#src/ports/work-item/work-item';
import { boardToRead } from '#src/usecases/board-to-read';
import type { OptionalParts } from '#src/usecases/optional-parts';
import { chooseBoard } from '#src/usecases/work-item/choose-board';

export interface SetupPorts {
  readonly listBoards: ListBoards;
  readonly readBoard: ReadBoard;
  readonly readFields: ReadFields;
  readonly readPriorities: ReadPriorities;
  readonly loadSettings: LoadBoardSettings;
  readonly loadHealth: LoadHealth;
  readonly loadWorkItemBoard: LoadWorkItemBoard;
  readonly saveWorkItemBoard: SaveWorkItemBoard;
  readonly now: () => Date;
}

/** What work items of a project are judged by. */
export interface WorkItemSetup {
  readonly board: BoardToRead;
  readonly settings: VersionedSettings;
  readonly fields: readonly SiteField[];
  readonly priorities: readonly SitePriority[];
  /** null where they were not listed. */
  readonly boards: readonly BoardSummary[] | null;
}

/** Boards are set up anew seldom: for the lozenge, what was read within a day will do. */
const DAY_MS = 86_400_000;

const isGone = (error: unknown) =>
  error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access');

/** As it was read within the last day, without names; null where it has to be read. Costs no points. */
export async function recallSetup(
  { loadWorkItemBoard, loadSettings, now }: Pick<SetupPorts, 'loadWorkItemBoard' | 'loadSettings' | 'now'>,
  projectId: string,
): Promise<WorkItemSetup | null> {
  const known = await loadWorkItemBoard(projectId);
  if (known === null) return null;
  const { setup } = known;
  if (now().getTime() - Date.parse(setup.readAt) > DAY_MS) return null;
  const settings = await loadSettings(known.boardId);
  if (settings.version !== setup.settingsVersion) return null;
  return { board: setup.board, settings, fields: [], priorities: setup.priorities, boards: null };
}

/**
 * Reads how the chosen board is set up, or the one that the viewer last used in this project, or the one that `chooseBoard`
 * finds; and keeps it for the next time.
 * @returns null where the project has no board that the viewer may see.
 * @throws ReadFailure when the viewer may not see the chosen board, or Jira does not answer.
 */
export async function readSetup(
  ports: SetupPorts,
  parts: OptionalParts,
  { projectId, boardId }: { readonly projectId: string; readonly boardId: number | null },
): Promise<WorkItemSetup | null> {
  const site = Promise.all([
    parts.or('fields', ports.readFields(), []),
    parts.or('priorities', ports.readPriorities(), []),
  ]);
  // It is awaited below, and may fail before that.
  site.catch(() => undefined);
  const known = await ports.loadWorkItemBoard(projectId);
  const remembered = boardId === null && known !== null ? await stillThere(ports, known) : null;

  let boards: readonly BoardSummary[] | null = null;
  let id = boardId ?? remembered?.id ?? null;
  if (id === null) {
    const chosen = await chooseBoard(ports, projectId);
    ({ boards, boardId: id } = chosen);
  }
  if (id === null) return null;
  const [setup, settings, [fields, priorities]] = await Promise.all([
    remembered ?? ports.readBoard(id),
    ports.loadSettings(id),
    site,
  ]);
  const board = boardToRead(setup, fields, settings.settings.checks);
  if (!parts.isMissing('fields') && !parts.isMissing('priorities')) {
    await ports.saveWorkItemBoard(projectId, {
      boardId: id,
      setup: { readAt: ports.now().toISOString(), settingsVersion: settings.version, board, priorities },
    });
  }
  return { board, settings, fields, priorities, boards };
}

/** The same for another board of the site, which is not kept as the one that the viewer uses. */
export async function withOtherBoard(
  { readBoard, loadSettings }: Pick<SetupPorts, 'readBoard' | 'loadSettings'>,
  setup: WorkItemSetup,
  boardId: number,
): Promise<WorkItemSetup> {
  const [board, settings] = await Promise.all([readBoard(boardId), loadSettings(boardId)]);
  return { ...setup, settings, board: boardToRead(board, setup.fields, settings.settings.checks) };
}

/** The board that was used last; null where it is gone, or no longer shown to the viewer. */
async function stillThere({ readBoard }: SetupPorts, { boardId }: WorkItemBoard) {
  try {
    return await readBoard(boardId);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
