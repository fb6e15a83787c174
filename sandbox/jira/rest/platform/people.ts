import { fullUserBean, userBean } from '#sandbox/jira/rest/beans/people';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { findIssue, findProject, projectOf } from '#sandbox/jira/rest/lookups';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import { identitiesIn, listOfIdentities, oneIdentity } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';
import { createViewer } from '#sandbox/jira/permissions';
import { APP_ACCOUNT } from '#sandbox/jira/ids';

function requireBrowseUsers(call: Call): void {
  if (call.viewer.canGlobally('USER_PICKER')) return;
  throw new RestError(403, ['You are not authorized to perform this operation.']);
}

/** Name or e-mail begins with, or a word of the name does, letter case aside. */
function matches(call: Call, accountId: string, query: string): boolean {
  const user = call.site.get('users', accountId);
  const wanted = query.trim().toLowerCase();
  if (!user) return false;
  const name = user.displayName.toLowerCase();
  return name.includes(wanted) || user.email.toLowerCase().startsWith(wanted) || user.accountId === query;
}

export const GET_MYSELF = defineEndpoint({
  operation: 'GET /rest/api/3/myself',
  points: oneIdentity,
  handle: (call) =>
    ok(fullUserBean(call, call.viewer.accountId ?? APP_ACCOUNT, listOf(call.query, 'expand'))),
});

export const GET_USER = defineEndpoint({
  operation: 'GET /rest/api/3/user',
  points: oneIdentity,
  handle(call) {
    requireBrowseUsers(call);
    const accountId = call.query.get('accountId') ?? '';
    if (accountId === '') throw new RestError(400, ['The query parameter accountId is required.']);
    if (!call.site.get('users', accountId)) {
      throw new RestError(404, ['Specified user does not exist or you do not have required permissions']);
    }
    return ok(fullUserBean(call, accountId, listOf(call.query, 'expand')));
  },
});

export const GET_USERS_BULK = defineEndpoint({
  operation: 'GET /rest/api/3/user/bulk',
  points: identitiesIn('values'),
  handle(call) {
    const accountIds = listOf(call.query, 'accountId');
    if (accountIds.length === 0) throw new RestError(400, ['The query parameter accountId is required.']);
    const known = [...new Set(accountIds)].filter((id) => call.site.get('users', id) !== undefined);
    const page = pageOf(known, pageRequest(call.query, 10, 200));
    return ok({ ...page, values: page.values.map((id) => userBean(call, id)) });
  },
});

export const GET_USERS_SEARCH = defineEndpoint({
  operation: 'GET /rest/api/3/users/search',
  points: listOfIdentities,
  handle(call) {
    requireBrowseUsers(call);
    const { values } = pageOf([...call.site.all('users')], pageRequest(call.query, 50, 1_000));
    return ok(values.map(({ accountId }) => userBean(call, accountId)));
  },
});

export const GET_ASSIGNABLE = defineEndpoint({
  operation: 'GET /rest/api/3/user/assignable/search',
  points: listOfIdentities,
  handle(call) {
    const [projectKey, issueKey] = [
      call.query.get('project'),
      call.query.get('issueKey') ?? call.query.get('issueId'),
    ];
    if (projectKey === null && issueKey === null) {
      throw new RestError(400, ['You must specify a project or an issue.']);
    }
    const issue = issueKey === null ? undefined : findIssue(call, issueKey);
    const project = issue ? projectOf(call, issue) : findProject(call, projectKey ?? '');
    const query = call.query.get('query') ?? call.query.get('accountId') ?? '';
    const users = [...call.site.all('users')].filter(
      ({ accountId }) =>
        createViewer(call.site, accountId).can('ASSIGNABLE_USER', project, issue) &&
        call.site.get('users', accountId)?.isClosed !== true &&
        matches(call, accountId, query),
    );
    const { values } = pageOf(users, pageRequest(call.query, 50, 1_000));
    return ok(values.map(({ accountId }) => userBean(call, accountId)));
  },
});

export const PEOPLE = [GET_MYSELF, GET_USER, GET_USERS_BULK, GET_USERS_SEARCH, GET_ASSIGNABLE];
