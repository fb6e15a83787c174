import { APP_ACCOUNT } from '#sandbox/jira/ids';
import type { Board, Issue, Project, Sprint } from '#sandbox/jira/model';
import { type Call, RestError } from '#sandbox/jira/rest/endpoint';

const NO_ISSUE = 'Issue does not exist or you do not have permission to see it.';
const NO_BOARD =
  'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.';

/** The issue, if the caller may see it. @throws RestError 404 otherwise: hidden and missing look the same. */
export function findIssue(call: Call, idOrKey: string): Issue {
  const issue = call.site.issue(idOrKey);
  if (!issue || !call.viewer.canSee(issue)) throw new RestError(404, [NO_ISSUE]);
  return issue;
}

/** The project of an issue. @throws RestError 404 when it is gone. */
export function projectOf(call: Call, issue: Issue): Project {
  const project = call.site.get('projects', issue.projectId);
  if (!project) throw new RestError(404, [NO_ISSUE]);
  return project;
}

/** The project, if the caller may browse it. @throws RestError 404 otherwise. */
export function findProject(call: Call, idOrKey: string): Project {
  const project = call.site.project(idOrKey);
  if (!project || !call.viewer.can('BROWSE_PROJECTS', project)) {
    const named = /^\d+$/.test(idOrKey) ? 'id' : 'key';
    throw new RestError(404, [`No project could be found with ${named} '${idOrKey}'.`]);
  }
  return project;
}

/** Whether the caller may see a board: it takes the browse permission in the project where it is located. */
export function canSeeBoard(call: Call, board: Board): boolean {
  const project = call.site.get('projects', board.projectId);
  return project !== undefined && call.viewer.can('BROWSE_PROJECTS', project);
}

/** The board, if the caller may see it. @throws RestError 404 otherwise, 400 when the id is no number. */
export function findBoard(call: Call, id: string): Board {
  const board = call.site.get('boards', numberIn(id, 'boardId'));
  if (!board || !canSeeBoard(call, board)) throw new RestError(404, [NO_BOARD]);
  return board;
}

/**
 * The sprint, if the caller may see its board or at least one of its issues.
 * @throws RestError 404 otherwise, 400 when the id is no number.
 */
export function findSprint(call: Call, id: string): Sprint {
  const sprint = call.site.get('sprints', numberIn(id, 'sprintId'));
  const board = sprint && call.site.get('boards', sprint.originBoardId);
  const isSeen =
    sprint !== undefined &&
    ((board !== undefined && canSeeBoard(call, board)) ||
      call.site.issuesOfSprint(sprint.id).some((issue) => call.viewer.canSee(issue)));
  if (!sprint || !isSeen) {
    throw new RestError(404, ['Sprint does not exist or you do not have permission to view it.']);
  }
  return sprint;
}

function numberIn(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new RestError(400, [`The value '${text}' of '${name}' is not a number.`]);
  return Number(text);
}

/** Refuses a caller who lacks a permission on an issue or in a project. @throws RestError 403. */
export function requirePermission(
  call: Call,
  permission: string,
  project: Project,
  issue?: Issue,
  words = 'You do not have permission to do this. Contact your Jira administrator for access.',
): void {
  if (!call.viewer.can(permission, project, issue)) throw new RestError(403, [words]);
}

/** Who acts: the user, or the app's own account. */
export function actorOf(call: Call): { by: string } {
  return { by: call.viewer.accountId ?? APP_ACCOUNT };
}
