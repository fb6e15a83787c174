import type { ReadBoard } from '#src/ports/boards';
import type { WriteGoal } from '#src/ports/sprint-changes';
import { sprintOfBoard, type SprintOfBoardPorts } from '#src/usecases/sprint/sprint-of-board';

export interface SetGoalPorts extends SprintOfBoardPorts {
  readonly readBoard: ReadBoard;
  readonly writeGoal: WriteGoal;
}

/** What somebody wants a sprint's goal to be, and what they saw. */
export interface GoalRequest {
  readonly boardId: number;
  readonly sprintId: number;
  readonly was: string;
  readonly goal: string;
}

/** `conflict`: somebody else changed it meanwhile, and nothing was done; `goal` is what it is now. */
export interface GoalSet {
  readonly result: 'changed' | 'conflict';
  readonly goal: string;
}

/** Browsers and Jira end lines and texts differently, which changes nobody's goal. */
const tidied = (goal: string) => goal.replace(/\r\n?/g, '\n').trim();

/**
 * Changes a sprint's goal, as the viewer: Jira decides whether they may. Jira has no conditional writes, so what the viewer saw is
 * compared with what was read a moment ago.
 * @throws WriteFailure `refused` when Jira does not let them; ReadFailure when they may not see the board, or the sprint is not its.
 */
export async function setGoal(ports: SetGoalPorts, request: GoalRequest): Promise<GoalSet> {
  const { boardId, sprintId } = request;
  const [sprint] = await Promise.all([sprintOfBoard(ports, boardId, sprintId), ports.readBoard(boardId)]);
  const [now, was, goal] = [sprint.goal, request.was, request.goal].map(tidied) as [string, string, string];
  if (now === goal) return { result: 'changed', goal };
  if (now !== was) return { result: 'conflict', goal: sprint.goal };
  await ports.writeGoal(sprintId, goal);
  return { result: 'changed', goal };
}
