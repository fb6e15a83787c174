import type { Project } from '#sandbox/jira/model';
import { issueTypeBean, statusBean } from '#sandbox/jira/rest/beans/metadata';
import { userBean } from '#sandbox/jira/rest/beans/people';
import { projectBean, projectListBean, roleUrl } from '#sandbox/jira/rest/beans/projects';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { findProject } from '#sandbox/jira/rest/lookups';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import {
  callOnly,
  listOfIdentities,
  listOfObjects,
  objectsIn,
  oneIdentity,
  oneObject,
} from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';

const PERMISSION_OF: Readonly<Record<string, string>> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

const ORDERS: Readonly<Record<string, (project: Project) => string | number>> = {
  key: ({ key }) => key,
  name: ({ name }) => name.toLowerCase(),
};

const LIST = defineEndpoint({
  operation: 'GET /rest/api/3/project',
  points: listOfObjects,
  isDeprecated: true,
  handle(call) {
    const expand = listOf(call.query, 'expand');
    return ok(call.viewer.projects().map((project) => projectListBean(call, project, expand)));
  },
});

const SEARCH = defineEndpoint({
  operation: 'GET /rest/api/3/project/search',
  points: objectsIn('values'),
  handle(call) {
    const action = call.query.get('action') ?? 'view';
    const permission = PERMISSION_OF[action];
    if (permission === undefined) throw new RestError(400, [`The action '${action}' is not valid.`]);
    const order = call.query.get('orderBy') ?? 'key';
    const key = ORDERS[order.replace(/^[-+]/, '')];
    if (key === undefined) throw new RestError(400, [`Ordering by '${order}' is not simulated.`]);
    const [ids, keys, query] = [
      listOf(call.query, 'id'),
      listOf(call.query, 'keys'),
      (call.query.get('query') ?? '').toLowerCase(),
    ];
    const found = call.viewer
      .projects()
      .filter(
        (project) =>
          call.viewer.can(permission, project) &&
          (ids.length === 0 || ids.includes(project.id)) &&
          (keys.length === 0 || keys.includes(project.key)) &&
          `${project.name} ${project.key}`.toLowerCase().includes(query),
      )
      .sort((a, b) => (key(a) < key(b) ? -1 : 1) * (order.startsWith('-') ? -1 : 1));
    const page = pageOf(found, pageRequest(call.query, 50, 100));
    const expand = listOf(call.query, 'expand');
    return ok({
      self: `${call.siteUrl}/rest/api/3/project/search`,
      ...page,
      values: page.values.map((project) => projectListBean(call, project, expand)),
    });
  },
});

const target = (call: Call) => findProject(call, call.params['projectIdOrKey'] ?? '');

const GET = defineEndpoint({
  operation: 'GET /rest/api/3/project/{projectIdOrKey}',
  points: oneObject,
  handle: (call) => ok(projectBean(call, target(call))),
});

const STATUSES = defineEndpoint({
  operation: 'GET /rest/api/3/project/{projectIdOrKey}/statuses',
  points: callOnly,
  handle(call) {
    const project = target(call);
    const statuses = project.statusIds.flatMap((id) => {
      const status = call.site.get('statuses', id);
      return status ? [statusBean(call, status)] : [];
    });
    return ok(
      project.issueTypeIds.flatMap((id) => {
        const type = call.site.get('issueTypes', id);
        if (!type) return [];
        const { self, name, subtask } = issueTypeBean(call, type);
        return [{ self, id, name, subtask, statuses }];
      }),
    );
  },
});

const ROLES = defineEndpoint({
  operation: 'GET /rest/api/3/project/{projectIdOrKey}/role',
  points: listOfIdentities,
  handle(call) {
    const project = target(call);
    const roles = [...call.site.all('projectRoles')].map(({ id, name }) => [
      name,
      roleUrl(call, project, id),
    ]);
    return ok(Object.fromEntries(roles));
  },
});

const ROLE = defineEndpoint({
  operation: 'GET /rest/api/3/project/{projectIdOrKey}/role/{id}',
  points: oneIdentity,
  handle(call) {
    const project = target(call);
    const role = call.site.get('projectRoles', call.params['id'] ?? '');
    if (!role) throw new RestError(404, ['The project role was not found.']);
    const members = project.roleMembers[role.id] ?? { accountIds: [], groupIds: [] };
    const users = members.accountIds.map((accountId, place) => ({
      id: place + 1,
      displayName: userBean(call, accountId).displayName,
      type: 'atlassian-user-role-actor',
      actorUser: { accountId },
    }));
    const groups = members.groupIds.map((groupId, place) => {
      const name = call.site.get('groups', groupId)?.name ?? groupId;
      return {
        id: users.length + place + 1,
        displayName: name,
        type: 'atlassian-group-role-actor',
        actorGroup: { name, displayName: name, groupId },
      };
    });
    return ok({
      self: roleUrl(call, project, role.id),
      name: role.name,
      id: Number(role.id),
      description: '',
      actors: [...users, ...groups],
    });
  },
});

export const PROJECTS = [LIST, SEARCH, GET, STATUSES, ROLES, ROLE];
