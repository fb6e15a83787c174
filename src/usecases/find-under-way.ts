import type { FindInSprints, FindOnBoard, LinkedBlocker } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';

export interface FindUnderWayPorts {
  readonly findInSprints: FindInSprints;
  readonly findOnBoard: FindOnBoard;
}

/**
 * Which of these blockers come first anyway: those in an active sprint or, where there are no sprints, those that were started
 * and are on this board.
 * @param activeSprintIds null on a board without sprints.
 */
export async function findUnderWay(
  { findInSprints, findOnBoard }: FindUnderWayPorts,
  board: BoardSetup,
  blockers: readonly LinkedBlocker[],
  activeSprintIds: readonly number[] | null,
): Promise<ReadonlySet<string>> {
  const ids = (some: readonly LinkedBlocker[]) => some.map(({ id }) => id);
  if (activeSprintIds !== null) return await findInSprints(board, ids(blockers), activeSprintIds);
  const started = blockers.filter(({ statusCategory }) => statusCategory === 'indeterminate');
  return await findOnBoard(board, ids(started));
}
