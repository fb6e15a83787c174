import type { LoadBoardSettings, VersionedSettings } from '#src/ports/board-settings';
import type { BoardSetup } from '#src/ports/boards';
import type { KeptHealth, LoadHealth, SaveHealth } from '#src/ports/kept-health';
import { basisOf } from '#src/usecases/answer-basis';
import { assessBoardBacklog, type AssessBoardBacklogPorts } from '#src/usecases/assess-board-backlog';
import { NO_WORDS, type BoardBacklog } from '#src/usecases/board-backlog';
import type { BesideOpening } from '#src/usecases/trend/beside-opening';

export interface OpenBacklogPorts extends AssessBoardBacklogPorts {
  readonly loadSettings: LoadBoardSettings;
  readonly loadHealth: LoadHealth;
  readonly saveHealth: SaveHealth;
  /** Absent where nothing is kept of an opening, as of one for a register's suggestions. */
  readonly beside?: BesideOpening;
}

/** A board's backlog with the settings that it was judged by. */
export interface OpenedBacklog {
  readonly backlog: BoardBacklog;
  readonly settings: VersionedSettings;
}

/** The last answer in the shape of a new one: without words, since none are kept. */
export function fromKept(board: BoardSetup, kept: KeptHealth): BoardBacklog {
  const { asOf, hasSprints, activeSprintIds, missing, assessment } = kept;
  return {
    board,
    asOf: new Date(asOf),
    isKept: true,
    hasSprints,
    activeSprintIds,
    missing,
    assessment,
    words: NO_WORDS,
  };
}

/** What is kept of an answer; null for a partial one, which is no answer to come back to. */
export function toKept(backlog: BoardBacklog, settings: VersionedSettings): KeptHealth | null {
  const { board, asOf, hasSprints, activeSprintIds, missing, assessment } = backlog;
  if (missing.length > 0) return null;
  const basis = basisOf(board, settings.settings.checks);
  const when = { asOf: asOf.toISOString(), ownChanges: [] };
  return { ...when, basis, hasSprints, activeSprintIds, missing, assessment };
}

/**
 * Opens a board's backlog: the viewer's last answer where that will do, or else a new one, which is kept in its place. Jira is
 * asked for the board as the viewer in any case, and first: who may not see it any more gets neither. The last answer is
 * used while the board's set-up and the checks' settings are those that it was made with.
 * @throws ReadFailure when the viewer may not see the board, or Jira does not answer as it should.
 */
export async function openBacklog(
  ports: OpenBacklogPorts,
  boardId: number,
  { mayBeKept }: { readonly mayBeKept: boolean },
): Promise<OpenedBacklog> {
  const reading = ports.readBoard(boardId);
  // It is awaited below, and may fail before that.
  reading.catch(() => undefined);
  const noting = ports.beside?.note(boardId, reading);
  const [settings, kept] = await Promise.all([
    ports.loadSettings(boardId),
    mayBeKept ? ports.loadHealth(boardId) : null,
  ]);
  if (kept !== null) {
    const board = await reading;
    if (kept.basis === basisOf(board, settings.settings.checks)) {
      await noting;
      return { backlog: fromKept(board, kept), settings };
    }
  }
  // The board is on its way already, and what does not wait for it is read beside it.
  const portsWithBoard = { ...ports, readBoard: async () => await reading };
  const keepFigures = ports.beside?.beginReading(boardId);
  const backlog = await assessBoardBacklog(portsWithBoard, boardId, settings.settings.checks);
  const answer = toKept(backlog, settings);
  const keeping = answer === null ? [] : [ports.saveHealth(boardId, answer), keepFigures?.(answer)];
  await Promise.all([...keeping, noting]);
  return { backlog, settings };
}
