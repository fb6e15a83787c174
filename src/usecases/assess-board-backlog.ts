import { assessBacklog, type BacklogAssessment } from '#src/domain/backlog/assess-backlog';
import { deliveredLately, demandOf, type Demand, type Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_CONSIDERED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { FindInSprints, ReadBacklogPage, ReadSprintIssues } from '#src/ports/backlog';
import type { BoardSetup, ReadBoard } from '#src/ports/boards';
import type { OpenSprint, ReadClosedSprints, ReadOpenSprints, ReadSprintHistory } from '#src/ports/sprints';
import { FIRST_PAGE_SIZE, PLANNED_PAGE_SIZE } from '#src/usecases/page-size';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';
import { walkBacklog } from '#src/usecases/walk-backlog';

export interface AssessBoardBacklogPorts {
  readonly readBoard: ReadBoard;
  readonly readOpenSprints: ReadOpenSprints;
  readonly readClosedSprints: ReadClosedSprints;
  readonly readSprintHistory: ReadSprintHistory;
  readonly readSprintIssues: ReadSprintIssues;
  readonly readBacklogPage: ReadBacklogPage;
  readonly findInSprints: FindInSprints;
  readonly now: () => Date;
}

/** A board's backlog as one viewer sees it. */
export interface BoardBacklog {
  readonly board: BoardSetup;
  readonly asOf: Date;
  /** false on boards without sprints: Kanban, or sprints switched off. */
  readonly hasSprints: boolean;
  readonly assessment: BacklogAssessment;
}

const idsOf = (sprints: readonly OpenSprint[] | null, state: OpenSprint['state']) =>
  (sprints ?? []).filter((sprint) => sprint.state === state).map(({ id }) => id);

/**
 * Reads a board's backlog in rank order as far as five sprints of demand reach, and assesses it. Done issues, epics and
 * sub-tasks are left out (a sub-task's parent counts). What does not wait for something else is read side by side: the
 * board and its sprints; then planned issues, the top of the backlog and what closed sprints delivered; then the rest of
 * the reading; then, where blockers were not among it, whether they are under way.
 * @throws ReadFailure when the viewer may not see the board, or Jira does not answer as it should.
 */
export async function assessBoardBacklog(
  ports: AssessBoardBacklogPorts,
  boardId: number,
): Promise<BoardBacklog> {
  const asOf = ports.now();
  const reading = ports.readBoard(boardId);
  const open = ports.readOpenSprints(boardId);
  const closed = ports.readClosedSprints(boardId, SPRINTS_CONSIDERED);
  const [board, sprints, planned, history, firstPage] = await Promise.all([
    reading,
    open,
    Promise.all([reading, open]).then(([setup, list]) =>
      ports.readSprintIssues(setup, idsOf(list, 'future'), null, PLANNED_PAGE_SIZE),
    ),
    Promise.all([reading, closed]).then(([setup, list]) => ports.readSprintHistory(setup, list)),
    reading.then((setup) => ports.readBacklogPage(setup, null, FIRST_PAGE_SIZE)),
  ]);
  const unit: Unit = board.estimation ? 'points' : 'items';
  const start = { sprintIds: idsOf(sprints, 'future'), planned, firstPage };
  const { issues, isWholeBacklog } = await walkBacklog(ports, board, start, {
    unit,
    demand: demandIn(history, unit),
  });
  const started = await ports.findInSprints(board, unreadBlockers(issues), idsOf(sprints, 'active'));
  return {
    board,
    asOf,
    hasSprints: sprints !== null,
    assessment: assessBacklog({
      issues: placeBlockers(issues, started),
      isWholeBacklog,
      history,
      unit,
      estimationField: board.estimation?.displayName ?? '',
      now: asOf,
    }),
  };
}

function demandIn(history: readonly SprintOutcome[], unit: Unit): Demand | null {
  return demandOf(deliveredLately(history, unit).map(({ amount }) => amount));
}
