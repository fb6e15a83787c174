import { boardSprints } from '#sandbox/jira/boards';
import type { Board } from '#sandbox/jira/model';
import { avatarUrls } from '#sandbox/jira/rest/beans/context';
import { epicBean } from '#sandbox/jira/rest/beans/issue-fields';
import { projectRefBean } from '#sandbox/jira/rest/beans/projects';
import { sprintBean } from '#sandbox/jira/rest/beans/sprints';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { canSeeBoard, findBoard, findProject } from '#sandbox/jira/rest/lookups';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import { callOnly, objectsIn, oneObject } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';
import { boardIssues } from '#sandbox/jira/boards';

function boardBean({ site, siteUrl }: Call, board: Board) {
  const project = site.get('projects', board.projectId);
  return {
    id: board.id,
    self: `${siteUrl}/rest/agile/1.0/board/${board.id}`,
    name: board.name,
    type: board.type,
    ...(project
      ? {
          location: {
            projectId: Number(project.id),
            displayName: `${project.name} (${project.key})`,
            projectName: project.name,
            projectKey: project.key,
            projectTypeKey: 'software',
            avatarURI: avatarUrls(siteUrl, 'project', project.id)['24x24'],
            name: `${project.name} (${project.key})`,
          },
        }
      : {}),
    isPrivate: false,
  };
}

const TYPES = ['scrum', 'kanban', 'simple'];

/** A board is listed for a project when it is located there, or when its filter brings issues of it. */
function concerns(call: Call, board: Board, projectId: string): boolean {
  return (
    board.projectId === projectId || boardIssues(board, call).some((issue) => issue.projectId === projectId)
  );
}

const LIST = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board',
  points: objectsIn('values'),
  handle(call) {
    const types = listOf(call.query, 'type');
    const wrong = types.find((type) => !TYPES.includes(type));
    if (wrong !== undefined) throw new RestError(400, [`The board type '${wrong}' is not valid.`]);
    const name = (call.query.get('name') ?? '').toLowerCase();
    const projectKey = call.query.get('projectKeyOrId');
    const location = call.query.get('projectLocation');
    const filterId = call.query.get('filterId');
    const order = call.query.get('orderBy') ?? '';
    if (!['', 'name', '+name', '-name'].includes(order)) {
      throw new RestError(400, [`Ordering by '${order}' is not valid.`]);
    }
    const project = projectKey === null ? undefined : findProject(call, projectKey);
    const located = location === null ? undefined : findProject(call, location);
    const boards = [...call.site.all('boards')].filter(
      (board) =>
        canSeeBoard(call, board) &&
        (types.length === 0 || types.includes(board.type)) &&
        board.name.toLowerCase().includes(name) &&
        (filterId === null || board.filterId === filterId) &&
        (located === undefined || board.projectId === located.id) &&
        (project === undefined || concerns(call, board, project.id)),
    );
    if (order !== '') {
      const sign = order.startsWith('-') ? -1 : 1;
      boards.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -sign : sign));
    }
    const page = pageOf(boards, pageRequest(call.query, 50));
    return ok({ ...page, values: page.values.map((board) => boardBean(call, board)) });
  },
});

const target = (call: Call) => findBoard(call, call.params['boardId'] ?? '');

const GET = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board/{boardId}',
  points: oneObject,
  handle: (call) => ok(boardBean(call, target(call))),
});

function estimationBean({ site }: Call, board: Board) {
  if (board.estimation.type !== 'field') return { type: board.estimation.type };
  const { fieldId } = board.estimation;
  return { type: 'field', field: { fieldId, displayName: site.get('fields', fieldId)?.name ?? fieldId } };
}

const CONFIGURATION = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board/{boardId}/configuration',
  points: callOnly,
  handle(call) {
    const board = target(call);
    const project = call.site.get('projects', board.projectId);
    return ok({
      id: board.id,
      name: board.name,
      type: board.type,
      self: `${call.siteUrl}/rest/agile/1.0/board/${board.id}/configuration`,
      ...(project ? { location: { type: 'project', projectKeyOrId: project.key } } : {}),
      filter: { id: board.filterId, self: `${call.siteUrl}/rest/api/2/filter/${board.filterId}` },
      // Kanban boards leave done and released versions out.
      ...(board.type === 'kanban'
        ? { subQuery: { query: 'fixVersion in unreleasedVersions() OR fixVersion is EMPTY' } }
        : {}),
      columnConfig: {
        columns: board.columns.map(({ name, statusIds, min, max }) => ({
          name,
          statuses: statusIds.map((id) => ({ id, self: `${call.siteUrl}/rest/api/2/status/${id}` })),
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
        })),
        constraintType: board.columns.some(({ min, max }) => min !== undefined || max !== undefined)
          ? 'issueCount'
          : 'none',
      },
      // Only Scrum boards estimate.
      ...(board.type === 'kanban' ? {} : { estimation: estimationBean(call, board) }),
      ...(board.rankFieldId === null
        ? {}
        : { ranking: { rankCustomFieldId: Number(board.rankFieldId.replace('customfield_', '')) } }),
    });
  },
});

const STATES = ['future', 'active', 'closed'];

const SPRINTS = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board/{boardId}/sprint',
  points: objectsIn('values'),
  handle(call) {
    const board = target(call);
    if (!board.hasSprints) throw new RestError(400, ['The board does not support sprints']);
    const states = listOf(call.query, 'state');
    const wrong = states.find((state) => !STATES.includes(state));
    if (wrong !== undefined) throw new RestError(400, [`The sprint state '${wrong}' is not valid.`]);
    const sprints = boardSprints(board, call).filter(
      ({ state }) => states.length === 0 || states.includes(state),
    );
    const page = pageOf(sprints, pageRequest(call.query, 50));
    return ok({ ...page, values: page.values.map((sprint) => sprintBean(call.siteUrl, sprint)) });
  },
});

const PROJECTS = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board/{boardId}/project',
  points: objectsIn('values'),
  handle(call) {
    const board = target(call);
    const projects = call.viewer.projects().filter(({ id }) => concerns(call, board, id));
    const page = pageOf(projects, pageRequest(call.query, 50));
    return ok({ ...page, values: page.values.map((project) => projectRefBean(call, project)) });
  },
});

const EPICS = defineEndpoint({
  operation: 'GET /rest/agile/1.0/board/{boardId}/epic',
  points: objectsIn('values'),
  handle(call) {
    const done = call.query.get('done');
    const epics = boardIssues(target(call), call)
      .filter(({ issueTypeId }) => call.site.get('issueTypes', issueTypeId)?.hierarchyLevel === 1)
      .map((issue) => epicBean(call, issue))
      .filter((epic) => done === null || String(epic.done) === done);
    return ok(pageOf(epics, pageRequest(call.query, 50)));
  },
});

const EPIC = defineEndpoint({
  operation: 'GET /rest/agile/1.0/epic/{epicIdOrKey}',
  points: oneObject,
  handle(call) {
    const issue = call.site.issue(call.params['epicIdOrKey'] ?? '');
    const isEpic = issue && call.site.get('issueTypes', issue.issueTypeId)?.hierarchyLevel === 1;
    if (!isEpic || !call.viewer.canSee(issue)) {
      throw new RestError(404, [
        'The requested epic does not exist or you do not have permission to see it.',
      ]);
    }
    return ok(epicBean(call, issue));
  },
});

export const BOARDS = [LIST, GET, CONFIGURATION, SPRINTS, PROJECTS, EPICS, EPIC];
