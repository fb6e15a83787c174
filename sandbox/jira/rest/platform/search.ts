import { type CompiledJql, compileJql } from '#sandbox/jira/jql/compile';
import { JqlError } from '#sandbox/jira/jql/error';
import { searchIssues } from '#sandbox/jira/jql/search';
import type { Issue } from '#sandbox/jira/model';
import {
  type IssueView,
  chooseFields,
  fieldLegend,
  issueBean,
  readExpand,
} from '#sandbox/jira/rest/beans/issues';
import { type Answer, type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { afterIssueToken, writeIssueToken } from '#sandbox/jira/rest/paging';
import { callOnly, objectsIn } from '#sandbox/jira/rest/points';
import { bodyOf, integerIn, integerOf, listOf, stringIn, stringsIn } from '#sandbox/jira/rest/request';

/** Most issues on a page: with ids and keys alone, and with other fields. */
const MOST = { ids: 5_000, fields: 100 };
const MOST_RECONCILED = 50;

interface Search {
  readonly jql: string;
  readonly nextPageToken: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly reconcileIssues: readonly string[];
}

const UNBOUNDED =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

/** Jira's rule for searches: something has to restrict them. @throws JqlError */
function requireBounded(call: Call, jql: string): CompiledJql {
  const compiled = compileJql(jql, call);
  if (!compiled.isBounded) throw new JqlError([UNBOUNDED]);
  return compiled;
}

const isIdsOnly = (fields: readonly string[]) => fields.every((name) => name === 'id' || name === 'key');

/**
 * Reconciled issues come as they are now although an index might lag. This one never does, so they only have to be
 * known and few enough.
 */
function checkReconciled(ids: readonly string[]): void {
  if (ids.length > MOST_RECONCILED) {
    throw new RestError(400, [`A maximum of ${MOST_RECONCILED} issues can be reconciled.`]);
  }
  const wrong = ids.find((id) => !/^\d+$/.test(id));
  if (wrong !== undefined) throw new RestError(400, [`'${wrong}' in 'reconcileIssues' is not an issue id.`]);
}

function resultOf(call: Call, found: readonly Issue[], search: Search) {
  const view: IssueView = {
    fields: search.fields,
    expand: readExpand(search.expand),
    form: 'adf',
    hasSoftwareFields: false,
  };
  const chosen = chooseFields(call, view);
  const onlyIds = search.fields.length === 0 || search.fields.every((name) => name === 'id');
  return {
    issues: found.map((issue) => (onlyIds ? { id: issue.id } : issueBean(call, issue, view, chosen))),
    ...fieldLegend(view, chosen),
  };
}

function run(call: Call, search: Search): Answer {
  checkReconciled(search.reconcileIssues);
  const { compare } = requireBounded(call, search.jql);
  const found = searchIssues(search.jql, call);
  const rest = afterIssueToken(found, search.nextPageToken, search.jql, compare);
  const size = Math.min(search.maxResults, isIdsOnly(search.fields) ? MOST.ids : MOST.fields);
  const page = rest.slice(0, size);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return ok({
    isLast: last === undefined,
    ...(last ? { nextPageToken: writeIssueToken(last, search.jql) } : {}),
    ...resultOf(call, page, search),
  });
}

const SEARCH_GET = defineEndpoint({
  operation: 'GET /rest/api/3/search/jql',
  points: objectsIn('issues'),
  handle: (call) =>
    run(call, {
      jql: call.query.get('jql') ?? '',
      nextPageToken: call.query.get('nextPageToken') ?? undefined,
      maxResults: integerOf(call.query, 'maxResults', 50, 1),
      fields: listOf(call.query, 'fields'),
      expand: listOf(call.query, 'expand'),
      reconcileIssues: listOf(call.query, 'reconcileIssues'),
    }),
});

const SEARCH_MEMBERS = [
  'expand',
  'fields',
  'fieldsByKeys',
  'jql',
  'maxResults',
  'nextPageToken',
  'properties',
  'reconcileIssues',
];

const SEARCH_POST = defineEndpoint({
  operation: 'POST /rest/api/3/search/jql',
  points: objectsIn('issues'),
  handle(call) {
    const body = bodyOf(call, SEARCH_MEMBERS);
    return run(call, {
      jql: stringIn(body, 'jql') ?? '',
      nextPageToken: stringIn(body, 'nextPageToken'),
      maxResults: integerIn(body, 'maxResults', 50, 1),
      fields: stringsIn(body, 'fields'),
      expand: (stringIn(body, 'expand') ?? '').split(',').filter(Boolean),
      reconcileIssues: stringsIn(body, 'reconcileIssues'),
    });
  },
});

const gone = (): Answer => {
  throw new RestError(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ]);
};

const COUNT = defineEndpoint({
  operation: 'POST /rest/api/3/search/approximate-count',
  points: callOnly,
  handle(call) {
    const jql = stringIn(bodyOf(call, ['jql']), 'jql') ?? '';
    requireBounded(call, jql);
    return ok({ count: searchIssues(jql, call).length });
  },
});

export const SEARCH = [
  SEARCH_GET,
  SEARCH_POST,
  defineEndpoint({
    operation: 'GET /rest/api/3/search',
    points: callOnly,
    isDeprecated: true,
    handle: gone,
  }),
  defineEndpoint({
    operation: 'POST /rest/api/3/search',
    points: callOnly,
    isDeprecated: true,
    handle: gone,
  }),
  COUNT,
];
