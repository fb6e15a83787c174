import { type Desk, SiteError, demand, logChange, momentOf, putUpdated } from '#sandbox/jira/acts/desk';
import { doneStatuses } from '#sandbox/jira/board-columns';
import { sprintChange } from '#sandbox/jira/changes';
import type { Issue, Sprint } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';

const isSubtask = (desk: Desk, issue: Issue) =>
  demand(desk, 'issueTypes', issue.issueTypeId).hierarchyLevel === -1;

/**
 * Moves an issue into an open sprint, or to the backlog (null); closed sprints stay in its history. Sub-tasks go along.
 * @throws SiteError when the sprint is closed or the issue is a sub-task.
 */
export function moveToSprint(desk: Desk, issueId: string, sprintId: number | null, act: Act): void {
  const issue = demand(desk, 'issues', issueId);
  if (isSubtask(desk, issue))
    throw new SiteError(`${issue.key} is a sub-task: it goes where its parent goes.`);
  const target = sprintId === null ? [] : [demand(desk, 'sprints', sprintId)];
  if (target.some(({ state }) => state === 'closed')) {
    throw new SiteError(`Sprint ${String(sprintId)} is closed: no issue can be moved into it.`);
  }
  const closed = issue.sprintIds.filter((id) => demand(desk, 'sprints', id).state === 'closed');
  setSprints(desk, issue, [...closed, ...target.map(({ id }) => id)], act);
}

/** Replaces the sprints of an issue and of its sub-tasks; the change log names all of them, before and after. */
function setSprints(desk: Desk, issue: Issue, sprintIds: number[], act: Act): void {
  if (sprintIds.join() === issue.sprintIds.join()) return;
  const named = (ids: readonly number[]) => ids.map((id) => demand(desk, 'sprints', id));
  logChange(desk, issue.id, [sprintChange(named(issue.sprintIds), named(sprintIds))], act);
  putUpdated(desk, { ...issue, sprintIds }, act);
  for (const child of desk.indexes.childrenOf(issue.id)) {
    if (isSubtask(desk, child)) desk.records.put('issues', { ...child, sprintIds });
  }
}

/** Creates a future sprint on a board. @throws SiteError when the board has no sprints. */
export function createSprint(
  desk: Desk,
  sprint: { boardId: number; name: string; goal?: string; startDate?: number; endDate?: number },
  act: Act,
): Sprint {
  const board = demand(desk, 'boards', sprint.boardId);
  if (!board.hasSprints) throw new SiteError(`Board ${board.name} does not support sprints.`);
  const record: Sprint = {
    id: desk.records.nextId('sprints'),
    name: sprint.name,
    state: 'future',
    goal: sprint.goal ?? '',
    originBoardId: board.id,
    createdDate: momentOf(desk, act),
    startDate: sprint.startDate ?? null,
    endDate: sprint.endDate ?? null,
    activatedDate: null,
    completeDate: null,
  };
  desk.records.put('sprints', record);
  desk.announce({ kind: 'created', sprint: record, old: null, by: act.by });
  return record;
}

/** Renames a sprint, or changes its goal or dates. Change logs keep the name that a sprint had. */
export function editSprint(
  desk: Desk,
  sprintId: number,
  edit: Partial<Pick<Sprint, 'name' | 'goal' | 'startDate' | 'endDate'>>,
  act: Act,
): Sprint {
  const old = demand(desk, 'sprints', sprintId);
  const sprint = { ...old, ...edit };
  if (isSame(old, sprint)) return old;
  desk.records.put('sprints', sprint);
  desk.announce({ kind: 'updated', sprint, old, by: act.by });
  return sprint;
}

const isSame = (a: Sprint, b: Sprint) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Starts a future sprint now. `startDate` is the start as whoever starts it writes it down; now by default.
 * @throws SiteError when it is not a future one.
 */
export function startSprint(
  desk: Desk,
  sprintId: number,
  act: Act & { endDate: number; startDate?: number },
): Sprint {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'future') {
    throw new SiteError(`Sprint ${sprint.name} is ${sprint.state}: only a future sprint can be started.`);
  }
  const at = momentOf(desk, act);
  const started: Sprint = {
    ...sprint,
    state: 'active',
    startDate: act.startDate ?? at,
    endDate: act.endDate,
    activatedDate: at,
  };
  desk.records.put('sprints', started);
  desk.announce({ kind: 'started', sprint: started, old: null, by: act.by });
  return started;
}

/** Whether an issue stands in the last column of the sprint's own board that has any status. */
function doneTest(desk: Desk, sprint: Sprint): (issue: Issue) => boolean {
  const board = desk.records.get('boards', sprint.originBoardId);
  const done = board ? doneStatuses(board) : new Set<string>();
  return ({ statusId }) => done.has(statusId);
}

/**
 * Closes an active sprint; what its board does not hold for done goes to `moveOpenTo` (null: the backlog), the rest stays in it.
 * @throws SiteError when it is not active, or the target is not open.
 */
export function completeSprint(
  desk: Desk,
  sprintId: number,
  act: Act & { moveOpenTo: number | null },
): Sprint {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'active') {
    throw new SiteError(`Sprint ${sprint.name} is ${sprint.state}: only an active sprint can be completed.`);
  }
  if (act.moveOpenTo === sprintId) throw new SiteError('The open issues cannot stay in the sprint.');
  const closed: Sprint = { ...sprint, state: 'closed', completeDate: momentOf(desk, act) };
  desk.records.put('sprints', closed);
  const isDone = doneTest(desk, closed);
  for (const issue of desk.indexes.issuesOfSprint(sprintId)) {
    if (!isDone(issue) && !isSubtask(desk, issue)) moveToSprint(desk, issue.id, act.moveOpenTo, act);
  }
  desk.announce({ kind: 'closed', sprint: closed, old: null, by: act.by });
  return closed;
}

/**
 * Makes a closed sprint active again; its start stays. Its issues come back from the backlog and from future sprints. What is in
 * another active sprint by now stays there and leaves this one.
 * @throws SiteError when it is not closed.
 * @see https://support.atlassian.com/jira-software-cloud/docs/reopen-a-sprint/
 */
export function reopenSprint(desk: Desk, sprintId: number, act: Act): Sprint {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'closed') {
    throw new SiteError(`Sprint ${sprint.name} is ${sprint.state}: only a closed sprint can be reopened.`);
  }
  const stateOf = (id: number) => demand(desk, 'sprints', id).state;
  for (const issue of desk.indexes.issuesOfSprint(sprintId)) {
    if (isSubtask(desk, issue)) continue;
    const isElsewhere = issue.sprintIds.some((id) => stateOf(id) === 'active');
    const stays = (id: number) => (isElsewhere ? id !== sprintId : stateOf(id) === 'closed');
    setSprints(desk, issue, issue.sprintIds.filter(stays), act);
  }
  const reopened: Sprint = { ...sprint, state: 'active', completeDate: null };
  desk.records.put('sprints', reopened);
  desk.announce({ kind: 'updated', sprint: reopened, old: sprint, by: act.by });
  return reopened;
}

/** Deletes a future sprint; its issues go to the backlog. @throws SiteError when it has been started. */
export function deleteSprint(desk: Desk, sprintId: number, act: Act): void {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'future') throw new SiteError(`Sprint ${sprint.name} has been started.`);
  for (const issue of desk.indexes.issuesOfSprint(sprintId)) {
    if (!isSubtask(desk, issue)) moveToSprint(desk, issue.id, null, act);
  }
  desk.records.remove('sprints', sprintId);
  desk.announce({ kind: 'deleted', sprint, old: null, by: act.by });
}
