import { boardIssues, isInBacklog, isOnBoard } from '#sandbox/jira/boards';
import { compileJql } from '#sandbox/jira/jql/compile';
import type { Board, Issue } from '#sandbox/jira/model';
import {
  type IssueView,
  chooseFields,
  fieldLegend,
  issueBean,
  readExpand,
} from '#sandbox/jira/rest/beans/issues';
import {
  type Answer,
  type Call,
  type Endpoint,
  RestError,
  defineEndpoint,
  ok,
} from '#sandbox/jira/rest/endpoint';
import { findBoard, findSprint } from '#sandbox/jira/rest/lookups';
import { afterIssueToken, pageRequest, writeIssueToken } from '#sandbox/jira/rest/paging';
import { callOnly, objectsIn } from '#sandbox/jira/rest/points';
import { booleanOf, integerOf, listOf } from '#sandbox/jira/rest/request';
import type { Operation } from '#sandbox/jira/rest/scopes';

/** Most issues on a page: with ids and keys alone, and with other fields. */
const MOST = { ids: 5_000, fields: 1_000 };
const STANDARD = 50;

const byRank = (a: Issue, b: Issue) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);

/** A list narrowed by the caller's JQL, in its order: an ORDER BY in the JQL wins over the list's own. @throws JqlError */
function narrow(call: Call, issues: readonly Issue[]) {
  const jql = call.query.get('jql') ?? '';
  booleanOf(call.query, 'validateQuery', true);
  if (jql.trim() === '') return { found: [...issues], compare: byRank };
  const { matcher, compare, isOrdered } = compileJql(jql, call);
  const found = issues.filter((issue) => matcher.test(issue));
  return isOrdered ? { found: found.sort(compare), compare } : { found, compare: byRank };
}

function inBacklog(call: Call): Issue[] {
  const board = findBoard(call, call.params['boardId'] ?? '');
  return boardIssues(board, call).filter(isInBacklog(board, call)).sort(byRank);
}

function onBoard(call: Call): Issue[] {
  const board = findBoard(call, call.params['boardId'] ?? '');
  return boardIssues(board, call).filter(isOnBoard(board, call)).sort(byRank);
}

const ofSprint = (call: Call, sprintId: number): Issue[] =>
  call.site
    .issuesOfSprint(sprintId)
    .filter((issue) => call.viewer.canSee(issue))
    .sort(byRank);

const inSprint = (call: Call): Issue[] => ofSprint(call, findSprint(call, call.params['sprintId'] ?? '').id);

function inBoardSprint(call: Call): Issue[] {
  const board: Board = findBoard(call, call.params['boardId'] ?? '');
  if (!board.hasSprints) throw new RestError(400, ['The board does not support sprints']);
  const sprint = findSprint(call, call.params['sprintId'] ?? '');
  const ids = new Set(boardIssues(board, call).map(({ id }) => id));
  return ofSprint(call, sprint.id).filter(({ id }) => ids.has(id));
}

/** Rich text in wiki form and the software fields: what the software API gives. */
function viewOf(call: Call): IssueView {
  const fields = listOf(call.query, 'fields');
  return {
    fields: fields.length === 0 ? ['*navigable'] : fields,
    expand: readExpand(listOf(call.query, 'expand')),
    form: 'wiki',
    hasSoftwareFields: true,
  };
}

function beansOf(call: Call, view: IssueView, issues: readonly Issue[]) {
  const chosen = chooseFields(call, view);
  return {
    issues: issues.map((issue) => issueBean(call, issue, view, chosen)),
    ...fieldLegend(view, chosen),
  };
}

const isIdsOnly = (fields: readonly string[]) => fields.every((name) => name === 'id' || name === 'key');

/** A page by token. */
function tokenPage(call: Call, list: (call: Call) => Issue[]): Answer {
  const view = viewOf(call);
  const reconciled = listOf(call.query, 'reconcileIssues');
  if (reconciled.length > 50) throw new RestError(400, ['A maximum of 50 issues can be reconciled.']);
  const { found, compare } = narrow(call, list(call));
  const query = JSON.stringify([call.params, call.query.get('jql')]);
  const rest = afterIssueToken(found, call.query.get('nextPageToken'), query, compare);
  const size = Math.min(
    integerOf(call.query, 'maxResults', STANDARD, 1),
    isIdsOnly(view.fields) ? MOST.ids : MOST.fields,
  );
  const page = rest.slice(0, size);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return ok({
    expand: 'schema,names',
    isLast: last === undefined,
    ...(last ? { nextPageToken: writeIssueToken(last, query) } : {}),
    ...beansOf(call, view, page),
  });
}

/** A page by startAt, as the deprecated lists have it. */
function offsetPage(call: Call, list: (call: Call) => Issue[]): Answer {
  const view = viewOf(call);
  const { found } = narrow(call, list(call));
  const { startAt, maxResults } = pageRequest(call.query, STANDARD, 100);
  return ok({
    expand: 'schema,names',
    startAt,
    maxResults,
    total: found.length,
    ...beansOf(call, view, found.slice(startAt, startAt + maxResults)),
  });
}

const current = (operation: Operation, list: (call: Call) => Issue[]): Endpoint =>
  defineEndpoint({ operation, points: objectsIn('issues'), handle: (call) => tokenPage(call, list) });

const deprecated = (operation: Operation, list: (call: Call) => Issue[]): Endpoint =>
  defineEndpoint({
    operation,
    points: objectsIn('issues'),
    isDeprecated: true,
    handle: (call) => offsetPage(call, list),
  });

const count = (operation: Operation, list: (call: Call) => Issue[]): Endpoint =>
  defineEndpoint({
    operation,
    points: callOnly,
    handle: (call) => ok({ count: narrow(call, list(call)).found.length }),
  });

export const ISSUE_LISTS: readonly Endpoint[] = [
  current('GET /rest/software/1.0/board/{boardId}/backlog', inBacklog),
  count('GET /rest/software/1.0/board/{boardId}/backlog/approximate-count', inBacklog),
  current('GET /rest/software/1.0/board/{boardId}/issue', onBoard),
  count('GET /rest/software/1.0/board/{boardId}/issue/approximate-count', onBoard),
  current('GET /rest/software/1.0/board/{boardId}/sprint/{sprintId}/issue', inBoardSprint),
  current('GET /rest/software/1.0/sprint/{sprintId}/issue', inSprint),
  deprecated('GET /rest/agile/1.0/board/{boardId}/backlog', inBacklog),
  deprecated('GET /rest/agile/1.0/board/{boardId}/issue', onBoard),
  deprecated('GET /rest/agile/1.0/board/{boardId}/sprint/{sprintId}/issue', inBoardSprint),
  deprecated('GET /rest/agile/1.0/sprint/{sprintId}/issue', inSprint),
];
