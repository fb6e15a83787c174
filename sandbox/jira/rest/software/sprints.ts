import type { Board, Sprint } from '#sandbox/jira/model';
import { sprintBean } from '#sandbox/jira/rest/beans/sprints';
import { type Call, NO_CONTENT, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { actorOf, findBoard, findSprint } from '#sandbox/jira/rest/lookups';
import { callOnly, oneObject } from '#sandbox/jira/rest/points';
import { bodyOf, integerIn, stringIn } from '#sandbox/jira/rest/request';
import { mayActOnSprint, type SprintAct } from '#sandbox/jira/sprint-permissions';

const target = (call: Call) => findSprint(call, call.params['sprintId'] ?? '');

const MEMBERS = [
  'completeDate',
  'createdDate',
  'endDate',
  'goal',
  'id',
  'name',
  'originBoardId',
  'self',
  'startDate',
  'state',
];

function requireManaging(call: Call, board: Board | undefined, act: SprintAct = 'manage'): void {
  const project = board && call.site.get('projects', board.projectId);
  if (!project) throw new RestError(404, ['The board of the sprint does not exist.']);
  if (!mayActOnSprint(call.viewer, project, act)) {
    throw new RestError(403, ['You do not have permission to create or edit sprints.']);
  }
}

/** What a body asks to do: only a start or an end, only words, or anything. */
function actOf(body: Readonly<Record<string, unknown>>, isFull: boolean): SprintAct {
  const named = Object.keys(body).filter((name) => body[name] !== undefined);
  if (isFull || named.length === 0) return 'manage';
  if (named.every((name) => name === 'state')) return 'start-or-complete';
  return named.every((name) => name === 'name' || name === 'goal') ? 'edit' : 'manage';
}

function readInstant(body: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const text = stringIn(body, name);
  if (text === undefined) return undefined;
  const instant = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(instant)) throw new RestError(400, [], { [name]: `'${text}' is not a date-time.` });
  return instant;
}

function readName(body: Readonly<Record<string, unknown>>): string {
  const name = stringIn(body, 'name')?.trim() ?? '';
  if (name === '') throw new RestError(400, [], { name: 'The sprint name is required.' });
  if (name.length > 30)
    throw new RestError(400, [], { name: 'The sprint name must be shorter than 31 characters.' });
  return name;
}

const GET = defineEndpoint({
  operation: 'GET /rest/agile/1.0/sprint/{sprintId}',
  points: oneObject,
  handle: (call) => ok(sprintBean(call.siteUrl, target(call))),
});

const CREATE = defineEndpoint({
  operation: 'POST /rest/agile/1.0/sprint',
  points: callOnly,
  handle(call) {
    const body = bodyOf(call);
    const name = readName(body);
    const boardId = integerIn(body, 'originBoardId', 0, 1);
    if (boardId === 0) throw new RestError(400, [], { originBoardId: 'The origin board id is required.' });
    const board = findBoard(call, String(boardId));
    requireManaging(call, board);
    if (!board.hasSprints) throw new RestError(400, ['The board does not support sprints']);
    const [startDate, endDate, goal] = [
      readInstant(body, 'startDate'),
      readInstant(body, 'endDate'),
      stringIn(body, 'goal'),
    ];
    const sprint = call.site.createSprint(
      {
        boardId,
        name,
        ...(goal === undefined ? {} : { goal }),
        ...(startDate === undefined ? {} : { startDate }),
        ...(endDate === undefined ? {} : { endDate }),
      },
      actorOf(call),
    );
    return { status: 201, body: sprintBean(call.siteUrl, sprint) };
  },
});

/** Starts or completes a sprint where the state asks for it. */
function changeState(call: Call, sprint: Sprint, state: string | undefined): Sprint {
  const act = actorOf(call);
  if (state === undefined || state === sprint.state) return sprint;
  if (sprint.state === 'future' && state === 'active') {
    if (sprint.startDate === null || sprint.endDate === null) {
      throw new RestError(400, ['A start date and an end date are required to start the sprint.']);
    }
    const { startDate, endDate } = sprint;
    return call.site.startSprint(sprint.id, { ...act, startDate, endDate });
  }
  if (sprint.state === 'active' && state === 'closed') {
    return call.site.completeSprint(sprint.id, { ...act, moveOpenTo: null });
  }
  throw new RestError(400, [`The sprint cannot go from '${sprint.state}' to '${state}'.`]);
}

/** Applies what the body names. `isFull`: what it does not name is cleared, as PUT does. */
function update(call: Call, isFull: boolean): Sprint {
  const sprint = target(call);
  const body = bodyOf(call, MEMBERS);
  requireManaging(call, call.site.get('boards', sprint.originBoardId), actOf(body, isFull));
  const clear = <Value>(value: Value | undefined, cleared: Value) =>
    value === undefined && isFull ? cleared : value;
  const name = isFull || body['name'] !== undefined ? readName(body) : undefined;
  const goal = clear(stringIn(body, 'goal'), '');
  const startDate = clear<number | null>(readInstant(body, 'startDate'), null);
  const endDate = clear<number | null>(readInstant(body, 'endDate'), null);
  // Of a closed sprint only the name and the goal change.
  const isClosed = sprint.state === 'closed';
  return call.site.batch(() => {
    const edited = call.site.editSprint(
      sprint.id,
      {
        ...(name === undefined ? {} : { name }),
        ...(goal === undefined ? {} : { goal }),
        ...(startDate === undefined || isClosed ? {} : { startDate }),
        ...(endDate === undefined || isClosed ? {} : { endDate }),
      },
      actorOf(call),
    );
    return changeState(call, edited, stringIn(body, 'state'));
  });
}

const PUT = defineEndpoint({
  operation: 'PUT /rest/agile/1.0/sprint/{sprintId}',
  points: callOnly,
  handle: (call) => ok(sprintBean(call.siteUrl, update(call, true))),
});

const PATCH = defineEndpoint({
  operation: 'POST /rest/agile/1.0/sprint/{sprintId}',
  points: callOnly,
  handle: (call) => ok(sprintBean(call.siteUrl, update(call, false))),
});

const DELETE = defineEndpoint({
  operation: 'DELETE /rest/agile/1.0/sprint/{sprintId}',
  points: callOnly,
  handle(call) {
    const sprint = target(call);
    requireManaging(call, call.site.get('boards', sprint.originBoardId));
    call.site.deleteSprint(sprint.id, actorOf(call));
    return NO_CONTENT;
  },
});

export const SPRINTS = [GET, CREATE, PUT, PATCH, DELETE];
