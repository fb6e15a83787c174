import {
  categoryBeans,
  fieldBean,
  issueTypeBean,
  linkTypeBean,
  listedPriorityBean,
  resolutionBean,
  schemaBean,
  statusBean,
} from '#sandbox/jira/rest/beans/metadata';
import { type Call, type Endpoint, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import { callOnly } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';
import type { Operation } from '#sandbox/jira/rest/scopes';

/** Types and statuses of team-managed projects show to those who may browse the project. */
const inSight =
  (call: Call) =>
  ({ projectId }: { projectId: string | null }) =>
    projectId === null || call.viewer.projects().some(({ id }) => id === projectId);

const list = (operation: Operation, read: (call: Call) => unknown[], isDeprecated = false): Endpoint =>
  defineEndpoint({ operation, points: callOnly, isDeprecated, handle: (call) => ok(read(call)) });

function requireAdmin(call: Call): void {
  if (!call.viewer.canGlobally('ADMINISTER')) {
    throw new RestError(403, ['Only Jira administrators can do this.']);
  }
}

const one = (
  operation: Operation,
  words: string,
  read: (call: Call) => Record<string, unknown> | undefined,
): Endpoint =>
  defineEndpoint({
    operation,
    points: callOnly,
    handle(call) {
      const found = read(call);
      if (!found) throw new RestError(404, [words]);
      return ok(found);
    },
  });

const SEARCH_FIELDS = defineEndpoint({
  operation: 'GET /rest/api/3/field/search',
  points: callOnly,
  handle(call) {
    requireAdmin(call);
    const [types, ids, query] = [
      listOf(call.query, 'type'),
      listOf(call.query, 'id'),
      (call.query.get('query') ?? '').toLowerCase(),
    ];
    const unknown = types.find((type) => type !== 'custom' && type !== 'system');
    if (unknown !== undefined) throw new RestError(400, [`The field type '${unknown}' is not valid.`]);
    const fields = [...call.site.all('fields')].filter(
      ({ id, custom, name }) =>
        (types.length === 0 || types.includes(custom ? 'custom' : 'system')) &&
        (ids.length === 0 || ids.includes(id)) &&
        name.toLowerCase().includes(query),
    );
    const page = pageOf(fields, pageRequest(call.query, 50));
    return ok({
      ...page,
      values: page.values.map((field) => ({ id: field.id, name: field.name, schema: schemaBean(field) })),
    });
  },
});

const SEARCH_PRIORITIES = defineEndpoint({
  operation: 'GET /rest/api/3/priority/search',
  points: callOnly,
  isDeprecated: true,
  handle(call) {
    const ids = listOf(call.query, 'id');
    const name = (call.query.get('priorityName') ?? '').toLowerCase();
    const page = pageOf(
      [...call.site.all('priorities')].filter(
        (each) => (ids.length === 0 || ids.includes(each.id)) && each.name.toLowerCase().includes(name),
      ),
      pageRequest(call.query, 50),
    );
    return ok({ ...page, values: page.values.map((priority) => listedPriorityBean(call, priority)) });
  },
});

export const METADATA: readonly Endpoint[] = [
  list('GET /rest/api/3/field', ({ site }) => [...site.all('fields')].map(fieldBean)),
  SEARCH_FIELDS,
  list(
    'GET /rest/api/3/priority',
    (call) => [...call.site.all('priorities')].map((each) => listedPriorityBean(call, each)),
    true,
  ),
  one('GET /rest/api/3/priority/{id}', 'The priority was not found.', (call) => {
    const found = call.site.get('priorities', call.params['id'] ?? '');
    return found && listedPriorityBean(call, found);
  }),
  SEARCH_PRIORITIES,
  list(
    'GET /rest/api/3/resolution',
    (call) => [...call.site.all('resolutions')].map((each) => resolutionBean(call, each)),
    true,
  ),
  one('GET /rest/api/3/resolution/{id}', 'The resolution was not found.', (call) => {
    const found = call.site.get('resolutions', call.params['id'] ?? '');
    return found && resolutionBean(call, found);
  }),
  list('GET /rest/api/3/status', (call) =>
    [...call.site.all('statuses')].filter(inSight(call)).map((each) => statusBean(call, each)),
  ),
  one('GET /rest/api/3/status/{idOrName}', 'The status was not found.', (call) => {
    const wanted = call.params['idOrName'] ?? '';
    const found = [...call.site.all('statuses')]
      .filter(inSight(call))
      .find(({ id, name }) => id === wanted || name === wanted);
    return found && statusBean(call, found);
  }),
  list('GET /rest/api/3/statuscategory', categoryBeans),
  list('GET /rest/api/3/issuetype', (call) =>
    [...call.site.all('issueTypes')].filter(inSight(call)).map((each) => issueTypeBean(call, each)),
  ),
  one('GET /rest/api/3/issuetype/{id}', 'The issue type was not found.', (call) => {
    const found = call.site.get('issueTypes', call.params['id'] ?? '');
    return found && inSight(call)(found) ? issueTypeBean(call, found) : undefined;
  }),
  defineEndpoint({
    operation: 'GET /rest/api/3/issueLinkType',
    points: callOnly,
    handle: (call) =>
      ok({ issueLinkTypes: [...call.site.all('linkTypes')].map((each) => linkTypeBean(call, each)) }),
  }),
];
