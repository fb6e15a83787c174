import type { ReadBoard } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadSprintRights } from '#src/ports/sprint-changes';
import type { LoadSprintNotes, NotedSprint, SaveSprintNotes, VersionedNotes } from '#src/ports/sprint-notes';
import { sprintOfBoard, type SprintOfBoardPorts } from '#src/usecases/sprint/sprint-of-board';

export interface SaveSprintNotesPorts extends SprintOfBoardPorts {
  readonly readBoard: ReadBoard;
  readonly readSprintRights: ReadSprintRights;
  readonly loadSprintNotes: LoadSprintNotes;
  readonly saveSprintNotes: SaveSprintNotes;
  readonly now: () => Date;
}

/** What somebody wants to note about a sprint. */
export interface NotesRequest {
  readonly boardId: number;
  readonly sprintId: number;
  /** An account id. */
  readonly by: string;
  /** The version that they saw. */
  readonly version: number;
  readonly notes: NotedSprint;
}

/** On `conflict` nothing was stored: `stored` is what somebody else saved meanwhile. */
export interface NotesSaved {
  readonly result: 'saved' | 'conflict';
  readonly stored: VersionedNotes;
}

/** Changes that are remembered with what was noted before. */
const CHANGES_KEPT = 10;

function isSame(one: NotedSprint, other: NotedSprint): boolean {
  const values = ({ people, daysOff, serves }: NotedSprint) => JSON.stringify([people, daysOff, serves]);
  return values(one) === values(other);
}

/**
 * Notes who is there in a sprint and what serves its goal. Whoever sees the board and may edit issues in its project may: that is the
 * team, each of whom knows their own days off. Managing sprints would leave it to one person; seeing the board would leave it to
 * stakeholders, whose notes would change what the team reads about itself. What is noted already is not written again.
 * @throws ReadFailure `no-access` for anybody else; `not-found` when the sprint is not one of this board.
 */
export async function saveSprintNotes(
  ports: SaveSprintNotesPorts,
  request: NotesRequest,
): Promise<NotesSaved> {
  const { boardId, sprintId, by, version, notes } = request;
  const [rights] = await Promise.all([
    ports.readSprintRights(boardId),
    ports.readBoard(boardId),
    sprintOfBoard(ports, boardId, sprintId),
  ]);
  if (!rights.canEditIssues) {
    throw new ReadFailure('no-access', 'sprint notes: only those who may edit issues may save them.');
  }
  const stored = await ports.loadSprintNotes(boardId, sprintId);
  if (stored.version !== version) return { result: 'conflict', stored };
  if (isSame(stored.notes, notes)) return { result: 'saved', stored };
  const next = {
    version: version + 1,
    notes,
    changes: [
      { version: version + 1, by, at: ports.now().toISOString(), before: stored.notes },
      ...stored.changes,
    ].slice(0, CHANGES_KEPT),
  };
  if (await ports.saveSprintNotes(boardId, sprintId, next)) return { result: 'saved', stored: next };
  return { result: 'conflict', stored: await ports.loadSprintNotes(boardId, sprintId) };
}
