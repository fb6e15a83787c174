import { assessBacklog, type BacklogAssessment } from '#src/domain/backlog/assess-backlog';
import { needsMoreReading, readingDepth, widthsOf } from '#src/domain/backlog/runway';
import { deliveredLately, demandOf, type Demand, type Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_CONSIDERED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type {
  BacklogPage,
  FindInSprints,
  ListedIssue,
  ReadBacklogPage,
  ReadSprintIssues,
} from '#src/ports/backlog';
import type { BoardSetup, ReadBoard } from '#src/ports/boards';
import type { OpenSprint, ReadClosedSprints, ReadOpenSprints, ReadSprintHistory } from '#src/ports/sprints';
import { nextPageSize, FIRST_PAGE_SIZE } from '#src/usecases/page-size';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';

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

/** Epics are worked on through their children, sub-tasks through their parent: both would count twice. */
function isWalked(issue: ListedIssue): boolean {
  return issue.issueType.level === 0;
}

const idsOf = (sprints: readonly OpenSprint[] | null, state: OpenSprint['state']) =>
  (sprints ?? []).filter((sprint) => sprint.state === state).map(({ id }) => id);

/** Planned issues by the order of their sprints, then the backlog; an issue moved in between counts once, where it was first. */
function inOrder(
  sprintIds: readonly number[],
  planned: readonly ListedIssue[],
  backlog: readonly ListedIssue[],
): readonly ListedIssue[] {
  const bySprint = sprintIds.flatMap((id) => planned.filter(({ sprint }) => sprint?.id === id));
  const all = [...bySprint, ...backlog].filter(isWalked);
  return [...new Map(all.map((issue) => [issue.id, issue])).values()];
}

interface Walk {
  readonly issues: readonly ListedIssue[];
  readonly isWholeBacklog: boolean;
}

/** Goes on down the backlog until the reading's depth is reached or nothing is left, and cuts to exactly that depth. */
async function walk(
  { readBacklogPage }: AssessBoardBacklogPorts,
  board: BoardSetup,
  start: { sprintIds: readonly number[]; planned: readonly ListedIssue[]; firstPage: BacklogPage },
  { unit, demand }: { unit: Unit; demand: Demand | null },
): Promise<Walk> {
  const { sprintIds, planned, firstPage } = start;
  let backlog = firstPage.issues;
  let { next } = firstPage;
  let issues = inOrder(sprintIds, planned, backlog);
  while (next !== null && needsMoreReading(widthsOf(issues, unit), demand)) {
    const page = await readBacklogPage(board, next, nextPageSize(widthsOf(issues, unit), demand));
    backlog = [...backlog, ...page.issues];
    ({ next } = page);
    issues = inOrder(sprintIds, planned, backlog);
  }
  const depth = readingDepth(widthsOf(issues, unit), demand);
  return { issues: issues.slice(0, depth), isWholeBacklog: next === null && depth === issues.length };
}

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
      ports.readSprintIssues(setup, idsOf(list, 'future')),
    ),
    Promise.all([reading, closed]).then(([setup, list]) => ports.readSprintHistory(setup, list)),
    reading.then((setup) => ports.readBacklogPage(setup, null, FIRST_PAGE_SIZE)),
  ]);
  const unit: Unit = board.estimation ? 'points' : 'items';
  const start = { sprintIds: idsOf(sprints, 'future'), planned, firstPage };
  const { issues, isWholeBacklog } = await walk(ports, board, start, {
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
