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

type Compare = (a: Issue, b: Issue) => number;

/** A list in its own order. */
interface OrderedList {
  readonly issues: Issue[];
  readonly compare: Compare;
}

const byRank: Compare = (a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);

const inOrder = (issues: Issue[], compare: Compare): OrderedList => ({
  issues: issues.sort(compare),
  compare,
});

/** A list narrowed by the caller's JQL, in its order: an ORDER BY in the JQL wins over the list's own. @throws JqlError */
function narrow(call: Call, { issues, compare }: OrderedList): OrderedList {
  const jql = call.query.get('jql') ?? '';
  booleanOf(call.query, 'validateQuery', true);
  if (jql.trim() === '') return { issues, compare };
  const compiled = compileJql(jql, call);
  const found = issues.filter((issue) => compiled.matcher.test(issue));
  return compiled.isOrdered ? inOrder(found, compiled.compare) : { issues: found, compare };
}

/** Boards order by rank whatever their filter's order is; one without ranks has only the filter's. */
function orderOf(call: Call, board: Board): Compare {
  return board.rankFieldId === null ? compileJql(board.filterJql, call).compare : byRank;
}

function inBacklog(call: Call): OrderedList {
  const board = findBoard(call, call.params['boardId'] ?? '');
  return inOrder(boardIssues(board, call).filter(isInBacklog(board, call)), orderOf(call, board));
}

function onBoard(call: Call): OrderedList {
  const board = findBoard(call, call.params['boardId'] ?? '');
  return inOrder(boardIssues(board, call).filter(isOnBoard(board, call)), orderOf(call, board));
}

const ofSprint = (call: Call, sprintId: number): Issue[] =>
  call.site.issuesOfSprint(sprintId).filter((issue) => call.viewer.canSee(issue));

const inSprint = (call: Call): OrderedList =>
  inOrder(ofSprint(call, findSprint(call, call.params['sprintId'] ?? '').id), byRank);

function inBoardSprint(call: Call): OrderedList {
  const board: Board = findBoard(call, call.params['boardId'] ?? '');
  if (!board.hasSprints) throw new RestError(400, ['The board does not support sprints']);
  const sprint = findSprint(call, call.params['sprintId'] ?? '');
  const ids = new Set(boardIssues(board, call).map(({ id }) => id));
  return inOrder(
    ofSprint(call, sprint.id).filter(({ id }) => ids.has(id)),
    orderOf(call, board),
  );
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
function tokenPage(call: Call, list: (call: Call) => OrderedList): Answer {
  const view = viewOf(call);
  const reconciled = listOf(call.query, 'reconcileIssues');
  if (reconciled.length > 50) throw new RestError(400, ['A maximum of 50 issues can be reconciled.']);
  const { issues: found, compare } = narrow(call, list(call));
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
function offsetPage(call: Call, list: (call: Call) => OrderedList): Answer {
  const view = viewOf(call);
  const { issues: found } = narrow(call, list(call));
  const { startAt, maxResults } = pageRequest(call.query, STANDARD, 100);
  return ok({
    expand: 'schema,names',
    startAt,
    maxResults,
    total: found.length,
    ...beansOf(call, view, found.slice(startAt, startAt + maxResults)),
  });
}

const current = (operation: Operation, list: (call: Call) => OrderedList): Endpoint =>
  defineEndpoint({ operation, points: objectsIn('issues'), handle: (call) => tokenPage(call, list) });

const deprecated = (operation: Operation, list: (call: Call) => OrderedList): Endpoint =>
  defineEndpoint({
    operation,
    points: objectsIn('issues'),
    isDeprecated: true,
    handle: (call) => offsetPage(call, list),
  });

const count = (operation: Operation, list: (call: Call) => OrderedList): Endpoint =>
  defineEndpoint({
    operation,
    points: callOnly,
    handle: (call) => ok({ count: narrow(call, list(call)).issues.length }),
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
