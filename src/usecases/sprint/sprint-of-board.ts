import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import { ReadFailure } from '#src/ports/read-failure';
import type { BoardSprint, BoardSprints, ReadBoardSprints, ReadSprint } from '#src/ports/sprint-list';

export interface SprintOfBoardPorts {
  readonly readBoardSprints: ReadBoardSprints;
  readonly readSprint: ReadSprint;
}

/** Closed sprints that a board's list goes back to. */
export const CLOSED_SHOWN = SPRINTS_CONSIDERED;

const notHere = () => new ReadFailure('not-found', 'sprint: it is not one of this board.');

/** The sprint that is opened when none is named: the next one or, where none is planned, the one that runs. */
export function sprintToOpen({ open }: BoardSprints): BoardSprint | null {
  return open.find(({ state }) => state === 'future') ?? open.find(({ state }) => state === 'active') ?? null;
}

/**
 * A sprint of this board, as it is now: its id comes from the screen. It belongs to the board that it was made on, and to those whose
 * list of sprints shows it.
 * @throws ReadFailure `not-found` for any other.
 */
export async function sprintOfBoard(
  ports: SprintOfBoardPorts,
  boardId: number,
  sprintId: number,
): Promise<BoardSprint> {
  const sprint = await ports.readSprint(sprintId);
  if (sprint.originBoardId === boardId) return sprint;
  const listed = await ports.readBoardSprints(boardId, CLOSED_SHOWN);
  if ([...(listed?.open ?? []), ...(listed?.closed ?? [])].some(({ id }) => id === sprintId)) return sprint;
  throw notHere();
}

/** The same where the board's list is at hand: only a sprint closed long ago is not in it. @throws ReadFailure as above. */
export async function sprintInList(
  { readSprint }: Pick<SprintOfBoardPorts, 'readSprint'>,
  boardId: number,
  { open, closed }: BoardSprints,
  sprintId: number,
): Promise<BoardSprint> {
  const listed = [...open, ...closed].find(({ id }) => id === sprintId);
  if (listed !== undefined) return listed;
  const sprint = await readSprint(sprintId);
  if (sprint.originBoardId !== boardId) throw notHere();
  return sprint;
}
