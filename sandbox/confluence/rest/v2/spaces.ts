import type { Space, SpaceOperation } from '#sandbox/confluence/model';
import { spaceBean } from '#sandbox/confluence/rest/beans';
import { defineWikiEndpoint } from '#sandbox/confluence/rest/endpoint';
import { findSpace, idIn } from '#sandbox/confluence/rest/lookups';
import { cursorPage, type SortKeys } from '#sandbox/confluence/rest/paging';
import { ok } from '#sandbox/jira/rest/endpoint';
import { callOnly, objectsIn, oneObject } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';

const READ_SPACE = [['read:space:confluence']] as const;

/** What an account may be permitted on a space, as a verb and what it is done to. */
const SPACE_OPERATIONS: readonly SpaceOperation[] = [
  'read space',
  'create page',
  'delete page',
  'archive page',
  'create comment',
  'delete comment',
  'restrict_content space',
  'administer space',
];

const SORTS: SortKeys<Space> = {
  id: ({ id }) => Number(id),
  key: ({ key }) => key.toLowerCase(),
  name: ({ name }) => name.toLowerCase(),
};

const LIST = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/spaces',
  scopes: READ_SPACE,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const { query, viewer } = call;
    const [ids, keys] = [listOf(query, 'ids'), listOf(query, 'keys').map((key) => key.toUpperCase())];
    const [type, status] = [query.get('type'), query.get('status')];
    const spaces = [...call.site.all('spaces')].filter(
      (space) =>
        viewer.can('read space', space) &&
        (ids.length === 0 || ids.includes(space.id)) &&
        (keys.length === 0 || keys.includes(space.key.toUpperCase())) &&
        (type === null || type === space.type) &&
        (status === null || status === space.status),
    );
    return cursorPage(call, spaces, { keys: SORTS, standard: 'id' }, (space) => spaceBean(call, space));
  },
});

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/spaces/{id}',
  scopes: READ_SPACE,
  points: oneObject,
  isPublic: true,
  handle: (call) => ok(spaceBean(call, findSpace(call, idIn(call)))),
});

const OPERATIONS = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/spaces/{id}/operations',
  scopes: READ_SPACE,
  points: callOnly,
  isPublic: true,
  handle(call) {
    const space = findSpace(call, idIn(call));
    const operations = SPACE_OPERATIONS.filter((operation) => call.viewer.can(operation, space));
    return ok({
      operations: operations.map((each) => {
        const [operation, targetType] = each.split(' ');
        return { operation, targetType };
      }),
    });
  },
});

export const SPACES = [LIST, GET, OPERATIONS];
