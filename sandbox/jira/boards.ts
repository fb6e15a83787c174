import { doneStatuses } from '#sandbox/jira/board-columns';
import { JqlError } from '#sandbox/jira/jql/error';
import type { JqlContext } from '#sandbox/jira/jql/context';
import { searchIssues } from '#sandbox/jira/jql/search';
import type { Board, Issue, Sprint } from '#sandbox/jira/model';

/** Statuses of the first column: on a board without sprints this is where its backlog is. */
function firstStatuses(board: Board): ReadonlySet<string> {
  return new Set(board.columns.find(({ statusIds }) => statusIds.length > 0)?.statusIds);
}

/** All issues of the board's filter that the viewer may see, in the filter's order. A filter that the viewer's sight breaks has none. */
export function boardIssues(board: Board, context: JqlContext): Issue[] {
  try {
    return searchIssues(board.filterJql, context);
  } catch (error) {
    if (error instanceof JqlError) return [];
    throw error;
  }
}

const mappedStatuses = (board: Board) => new Set(board.columns.flatMap(({ statusIds }) => statusIds));

/** Whether an issue of the filter is on the board: its status is mapped to a column. "Epic issues do not belong to scrum boards." */
export function isOnBoard(board: Board, { site }: Pick<JqlContext, 'site'>): (issue: Issue) => boolean {
  const mapped = mappedStatuses(board);
  const isEpic = ({ issueTypeId }: Issue) => site.get('issueTypes', issueTypeId)?.hierarchyLevel === 1;
  return (issue) => mapped.has(issue.statusId) && !(board.hasSprints && isEpic(issue));
}

/**
 * Whether an issue is in the board's backlog, epics included: not done by the board's columns, and in no active or future sprint. Sub-tasks
 * go where their parent goes. On a board without sprints the backlog is the first column.
 */
export function isInBacklog(board: Board, { site }: Pick<JqlContext, 'site'>): (issue: Issue) => boolean {
  const mapped = mappedStatuses(board);
  const done = doneStatuses(board);
  const first = firstStatuses(board);
  if (!board.hasSprints) return ({ statusId }) => first.has(statusId);
  const isOpen = (id: number) => site.get('sprints', id)?.state !== 'closed';
  return ({ statusId, sprintIds }) => mapped.has(statusId) && !done.has(statusId) && !sprintIds.some(isOpen);
}

const STATE_ORDER: Readonly<Record<Sprint['state'], number>> = { closed: 0, active: 1, future: 2 };

/**
 * The sprints of a board: those made on it, and those that issues of its filter are in. Closed ones first, oldest first, then
 * active and future ones.
 */
export function boardSprints(board: Board, context: JqlContext): Sprint[] {
  const { site } = context;
  const ids = new Set<number>();
  for (const sprint of site.all('sprints')) if (sprint.originBoardId === board.id) ids.add(sprint.id);
  const others = [...site.all('sprints')].filter(({ id }) => !ids.has(id));
  if (others.length > 0) {
    for (const issue of boardIssues(board, context)) for (const id of issue.sprintIds) ids.add(id);
  }
  return [...ids]
    .flatMap((id) => site.get('sprints', id) ?? [])
    .sort((a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state] || a.id - b.id);
}
