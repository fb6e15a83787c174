import { defineWikiEndpoint, WikiError } from '#sandbox/confluence/rest/endpoint';
import { userBean } from '#sandbox/confluence/rest/people';
import { ok } from '#sandbox/jira/rest/endpoint';
import { identitiesIn } from '#sandbox/jira/rest/points';
import { isObject, stringsIn } from '#sandbox/jira/rest/request';

const MOST = 250;

const BULK = defineWikiEndpoint({
  operation: 'POST /wiki/api/v2/users-bulk',
  scopes: [['read:user:confluence']],
  points: identitiesIn('results'),
  handle(call) {
    if (!isObject(call.body) || !Array.isArray(call.body['accountIds'])) {
      throw new WikiError(400, "'accountIds' is required");
    }
    const asked = [...new Set(stringsIn(call.body, 'accountIds'))];
    if (asked.length > MOST) throw new WikiError(400, `At most ${MOST} account ids may be given`);
    // Unknown accounts are left out.
    const known = asked.filter((accountId) => call.site.people.get('users', accountId));
    return ok({ results: known.map((accountId) => userBean(call, accountId)), _links: { base: call.base } });
  },
});

export const WIKI_USERS = [BULK];
