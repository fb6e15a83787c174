import type { ReadSprintRights } from '#src/ports/sprint-changes';
import type { LoadSprintNotes } from '#src/ports/sprint-notes';
import { basisOf } from '#src/usecases/answer-basis';
import { NO_WORDS } from '#src/usecases/board-backlog';
import type { OpenedSprint } from '#src/usecases/sprint/opened-sprint';
import {
  closedSpans,
  knownPast,
  pastInHealth,
  unitOfRecords,
  unreadOf,
} from '#src/usecases/sprint/past-of-team';
import {
  CLOSED_SHOWN,
  sprintInList,
  sprintToOpen,
  type SprintOfBoardPorts,
} from '#src/usecases/sprint/sprint-of-board';
import { viewFuture, type ViewFuturePorts } from '#src/usecases/sprint/view-future';
import { viewStarted, type ViewStartedPorts } from '#src/usecases/sprint/view-started';

export interface OpenSprintPorts extends ViewFuturePorts, ViewStartedPorts, SprintOfBoardPorts {
  readonly readSprintRights: ReadSprintRights;
  readonly loadSprintNotes: LoadSprintNotes;
}

/**
 * Opens a sprint of a board, as the viewer: the one asked for or, without one, the next or else the active one.
 * @throws ReadFailure when the viewer may not see the board, the sprint is not one of it, or Jira does not answer as it should.
 */
export async function openSprint(
  ports: OpenSprintPorts,
  boardId: number,
  sprintId: number | null,
): Promise<OpenedSprint> {
  const board = ports.readBoard(boardId);
  const rights = ports.readSprintRights(boardId);
  // They are awaited below, and may fail before that.
  for (const reading of [board, rights]) reading.catch(() => undefined);
  const asOf = ports.now();
  // First of all: who may not see the board gets nothing of its sprints.
  const [sprints] = await Promise.all([ports.readBoardSprints(boardId, CLOSED_SHOWN), board]);
  const listed = sprints ?? { open: [], closed: [] };
  const sprint =
    sprintId === null ? sprintToOpen(listed) : await sprintInList(ports, boardId, listed, sprintId);
  const around = {
    sprints: [...listed.open, ...listed.closed.toReversed()],
    asOf,
  };
  if (sprint === null) {
    const known = await pastAlone(ports, boardId, closedSpans(listed.closed), await board);
    return { board: await board, rights: await rights, ...around, ...known, sprint, notes: null };
  }
  const notes = ports.loadSprintNotes(boardId, sprint.id);
  notes.catch(() => undefined);
  const viewed = await (sprint.state === 'future'
    ? viewFuture(
        { ...ports, readBoard: async () => await board },
        { boardId, sprint, sprints: listed, notes },
      )
    : viewStarted(ports, { board, boardId, sprint, sprints: listed, notes }));
  return { board: await board, rights: await rights, ...around, ...viewed, sprint, notes: await notes };
}

async function pastAlone(
  { recallRecords, loadHealth, loadSettings }: OpenSprintPorts,
  boardId: number,
  spans: ReturnType<typeof closedSpans>,
  board: OpenedSprint['board'],
) {
  const [records, kept, { settings }] = await Promise.all([
    recallRecords(board, spans),
    loadHealth(boardId),
    loadSettings(boardId),
  ]);
  const health = pastInHealth(kept, basisOf(board, settings.checks));
  const unit = health?.unit ?? unitOfRecords(board, records);
  const past = knownPast(records, unreadOf(spans, records), health?.delivered ?? [], unit);
  return { unit, view: null, past, missing: [], words: NO_WORDS };
}
