import type { Audience, Page } from '#sandbox/confluence/model';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { oldUserBean } from '#sandbox/confluence/rest/people';
import { findContent, READ_CONTENT } from '#sandbox/confluence/rest/v1/content';
import { ok } from '#sandbox/jira/rest/endpoint';
import { identitiesIn } from '#sandbox/jira/rest/points';

type Operation = 'read' | 'update';

const audienceOf = (page: Page, operation: Operation): Audience | null =>
  operation === 'read' ? page.readers : page.editors;

function listOf<Item>(results: readonly Item[]) {
  return { results, start: 0, limit: 200, size: results.length };
}

function restrictionBean(call: WikiCall, page: Page, operation: Operation) {
  const { accountIds, groupIds } = audienceOf(page, operation) ?? { accountIds: [], groupIds: [] };
  const groups = groupIds.map((id) => {
    const name = call.site.people.get('groups', id)?.name ?? id;
    const self = `${call.base}/rest/api/group/by-id?id=${encodeURIComponent(id)}`;
    return { type: 'group', name, id, _links: { self } };
  });
  return {
    operation,
    restrictions: {
      user: listOf(accountIds.map((accountId) => oldUserBean(call, accountId))),
      group: listOf(groups),
    },
    _expandable: { content: `/rest/api/content/${page.id}` },
    _links: { self: `${call.base}/rest/api/content/${page.id}/restriction/byOperation/${operation}` },
  };
}

const both = (call: WikiCall, page: Page) =>
  (['read', 'update'] as const).map((operation) => restrictionBean(call, page, operation));

const LIST = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/content/{id}/restriction',
  scopes: READ_CONTENT,
  points: identitiesIn('results'),
  isPublic: true,
  handle(call) {
    const page = findContent(call);
    return ok({
      results: both(call, page),
      start: 0,
      limit: 100,
      size: 2,
      restrictionsHash: Buffer.from(JSON.stringify([page.readers, page.editors])).toString('base64url'),
      _links: {
        self: `${call.base}/rest/api/content/${page.id}/restriction`,
        base: call.base,
        context: '/wiki',
      },
    });
  },
});

const BY_OPERATION = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/content/{id}/restriction/byOperation',
  scopes: READ_CONTENT,
  points: identitiesIn('read', 'update'),
  isPublic: true,
  handle(call) {
    const page = findContent(call);
    const [read, update] = both(call, page);
    const self = `${call.base}/rest/api/content/${page.id}/restriction/byOperation`;
    return ok({ read, update, _links: { self, base: call.base, context: '/wiki' } });
  },
});

const ONE = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/content/{id}/restriction/byOperation/{operationKey}',
  scopes: READ_CONTENT,
  points: identitiesIn('restrictions'),
  isPublic: true,
  handle(call) {
    const operation = (['read', 'update'] as const).find((each) => each === call.params['operationKey']);
    if (!operation) throw new WikiError(400, 'The operation is read or update');
    return ok(restrictionBean(call, findContent(call), operation));
  },
});

export const RESTRICTIONS = [LIST, BY_OPERATION, ONE];
