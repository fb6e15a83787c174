import type { Issue, Project } from '#sandbox/jira/model';
import { PERMISSION_KEYS, type PermissionKey, permissionKey } from '#sandbox/jira/permission-keys';
import { createViewer } from '#sandbox/jira/permissions';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { findIssue, findProject, projectOf } from '#sandbox/jira/rest/lookups';
import { identitiesIn } from '#sandbox/jira/rest/points';
import { bodyOf, isObject, listOf, stringIn, stringsIn } from '#sandbox/jira/rest/request';

/** Where the question is asked: an issue, a project, or (neither) anywhere. */
function place(call: Call): { project?: Project; issue?: Issue } {
  const issueKey = call.query.get('issueKey') ?? call.query.get('issueId');
  const projectKey = call.query.get('projectKey') ?? call.query.get('projectId');
  if (issueKey !== null) {
    const issue = findIssue(call, issueKey);
    return { issue, project: projectOf(call, issue) };
  }
  return projectKey === null ? {} : { project: findProject(call, projectKey) };
}

/** Without a place Jira answers whether the permission is held in any project. */
function holds(call: Call, { key, type }: PermissionKey, where: ReturnType<typeof place>): boolean {
  if (type === 'GLOBAL') return call.viewer.canGlobally(key);
  if (where.project) return call.viewer.can(key, where.project, where.issue);
  return [...call.site.all('projects')].some((project) => call.viewer.can(key, project));
}

function known(keys: readonly string[], words: string): PermissionKey[] {
  const unknown = keys.filter((key) => permissionKey(key) === undefined);
  if (unknown.length > 0) throw new RestError(400, [`${words}: ${unknown.join(', ')}`]);
  return keys.flatMap((key) => permissionKey(key) ?? []);
}

const MY_PERMISSIONS = defineEndpoint({
  operation: 'GET /rest/api/3/mypermissions',
  points: identitiesIn('permissions'),
  handle(call) {
    const keys = listOf(call.query, 'permissions');
    if (keys.length === 0) throw new RestError(400, ["The 'permissions' query parameter is required."]);
    const where = place(call);
    const answers = new Map(
      known(keys, 'Unrecognized permission').map((permission) => [
        permission.key,
        { ...permission, havePermission: holds(call, permission, where) },
      ]),
    );
    return ok({ permissions: Object.fromEntries(answers) });
  },
});

const ALL_PERMISSIONS = defineEndpoint({
  operation: 'GET /rest/api/3/permissions',
  points: identitiesIn('permissions'),
  handle(call) {
    if (!call.viewer.canGlobally('ADMINISTER')) {
      throw new RestError(403, ['You are not authorized to perform this operation.']);
    }
    return ok({ permissions: Object.fromEntries(PERMISSION_KEYS.map((each) => [each.key, each])) });
  },
});

interface Question {
  readonly permissions: readonly PermissionKey[];
  readonly projects: readonly string[];
  readonly issues: readonly string[];
}

function questionsOf(value: unknown): Question[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RestError(400, ["'projectPermissions' must be a list."]);
  return value.map((entry: unknown) => {
    if (!isObject(entry)) throw new RestError(400, ["'projectPermissions' must be a list of objects."]);
    return {
      permissions: known(stringsIn(entry, 'permissions'), 'Invalid project permissions'),
      projects: stringsIn(entry, 'projects'),
      issues: stringsIn(entry, 'issues'),
    };
  });
}

const CHECK = defineEndpoint({
  operation: 'POST /rest/api/3/permissions/check',
  points: identitiesIn('projectPermissions', 'globalPermissions'),
  handle(call) {
    const body = bodyOf(call, ['accountId', 'globalPermissions', 'projectPermissions']);
    const asked = stringIn(body, 'accountId');
    if (
      asked !== undefined &&
      asked !== call.viewer.accountId &&
      !call.viewer.canGlobally('ADMINISTER') &&
      call.viewer.accountId !== null
    ) {
      throw new RestError(403, ['Only an administrator can check the permissions of another user.']);
    }
    const viewer = asked === undefined ? call.viewer : createViewer(call.site, asked);
    const globals = known(stringsIn(body, 'globalPermissions'), 'Invalid global permissions');
    const merged = new Map<string, { issues: Set<number>; projects: Set<number> }>();
    for (const question of questionsOf(body['projectPermissions'])) {
      for (const { key } of question.permissions) {
        const entry = merged.get(key) ?? { issues: new Set(), projects: new Set() };
        merged.set(key, entry);
        for (const id of question.projects) {
          const project = call.site.get('projects', id);
          if (project && viewer.can(key, project)) entry.projects.add(Number(id));
        }
        for (const id of question.issues) {
          const issue = call.site.get('issues', id);
          const project = issue && call.site.get('projects', issue.projectId);
          if (project && viewer.can(key, project, issue)) entry.issues.add(Number(id));
        }
      }
    }
    return ok({
      globalPermissions: globals.filter(({ key }) => viewer.canGlobally(key)).map(({ key }) => key),
      projectPermissions: [...merged].map(([permission, { issues, projects }]) => ({
        permission,
        issues: [...issues],
        projects: [...projects],
      })),
    });
  },
});

export const PERMISSIONS = [MY_PERMISSIONS, ALL_PERMISSIONS, CHECK];
