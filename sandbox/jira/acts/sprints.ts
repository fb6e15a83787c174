import { type Desk, SiteError, demand, logChange, momentOf, putUpdated } from '#sandbox/jira/acts/desk';
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
  const before = issue.sprintIds.map((id) => demand(desk, 'sprints', id));
  const after = [...before.filter(({ state }) => state === 'closed'), ...target];
  const sprintIds = after.map(({ id }) => id);
  if (sprintIds.join() === issue.sprintIds.join()) return;
  logChange(desk, issueId, [sprintChange(before, after)], act);
  putUpdated(desk, { ...issue, sprintIds }, act);
  for (const child of desk.indexes.childrenOf(issueId)) {
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
  return record;
}

/** Renames a sprint, or changes its goal or dates. Change logs keep the name that a sprint had. */
export function editSprint(
  desk: Desk,
  sprintId: number,
  edit: Partial<Pick<Sprint, 'name' | 'goal' | 'startDate' | 'endDate'>>,
): Sprint {
  const sprint = { ...demand(desk, 'sprints', sprintId), ...edit };
  desk.records.put('sprints', sprint);
  return sprint;
}

/** Starts a future sprint now. @throws SiteError when it is not a future one. */
export function startSprint(desk: Desk, sprintId: number, act: Act & { endDate: number }): Sprint {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'future') {
    throw new SiteError(`Sprint ${sprint.name} is ${sprint.state}: only a future sprint can be started.`);
  }
  const at = momentOf(desk, act);
  const started: Sprint = {
    ...sprint,
    state: 'active',
    startDate: at,
    endDate: act.endDate,
    activatedDate: at,
  };
  desk.records.put('sprints', started);
  return started;
}

/**
 * Closes an active sprint; its open issues go to `moveOpenTo` (null: the backlog), the done ones stay in it.
 * @throws SiteError when it is not active, or the target is closed.
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
  const closed: Sprint = { ...sprint, state: 'closed', completeDate: momentOf(desk, act) };
  desk.records.put('sprints', closed);
  for (const issue of desk.indexes.issuesOfSprint(sprintId)) {
    const isDone = demand(desk, 'statuses', issue.statusId).category === 'done';
    if (!isDone && !isSubtask(desk, issue)) moveToSprint(desk, issue.id, act.moveOpenTo, act);
  }
  return closed;
}

/** Deletes a future sprint; its issues go to the backlog. @throws SiteError when it has been started. */
export function deleteSprint(desk: Desk, sprintId: number, act: Act): void {
  const sprint = demand(desk, 'sprints', sprintId);
  if (sprint.state !== 'future') throw new SiteError(`Sprint ${sprint.name} has been started.`);
  for (const issue of desk.indexes.issuesOfSprint(sprintId)) {
    if (!isSubtask(desk, issue)) moveToSprint(desk, issue.id, null, act);
  }
  desk.records.remove('sprints', sprintId);
}
