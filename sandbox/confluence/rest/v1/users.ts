import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { anonymousBean, oldUserBean } from '#sandbox/confluence/rest/people';
import { APP_ACCOUNT } from '#sandbox/jira/ids';
import { ok } from '#sandbox/jira/rest/endpoint';
import { identitiesIn, oneIdentity } from '#sandbox/jira/rest/points';

const READ_USER = [['read:confluence-user'], ['read:content-details:confluence']] as const;

function requireAccount(call: WikiCall, accountId: string | null): string {
  if (accountId === null || accountId === '') throw new WikiError(400, 'accountId is required');
  if (call.site.people.get('users', accountId)) return accountId;
  throw new WikiError(404, `No user found with account id: ${accountId}`);
}

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/user',
  scopes: READ_USER,
  points: oneIdentity,
  handle: (call) => ok(oldUserBean(call, requireAccount(call, call.query.get('accountId')))),
});

const CURRENT = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/user/current',
  scopes: READ_USER,
  points: oneIdentity,
  isPublic: true,
  handle(call) {
    const { accountId } = call.viewer;
    return ok(accountId === undefined ? anonymousBean(call) : oldUserBean(call, accountId ?? APP_ACCOUNT));
  },
});

const BULK = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/user/bulk',
  scopes: READ_USER,
  points: identitiesIn('results'),
  handle(call) {
    const asked = call.query.getAll('accountId').flatMap((part) => part.split(','));
    if (asked.length === 0) throw new WikiError(400, 'accountId is required');
    if (asked.length > 200) throw new WikiError(400, 'At most 200 account ids may be given');
    const known = asked.filter((accountId) => call.site.people.get('users', accountId));
    const results = known.map((accountId) => oldUserBean(call, accountId));
    return ok({
      results,
      start: 0,
      limit: 200,
      size: results.length,
      _links: { base: call.base, context: '/wiki' },
    });
  },
});

export const OLD_USERS = [GET, CURRENT, BULK];
