import { DEFAULT_FIELDS } from '#sandbox/jira/default-fields';
import {
  GROUP,
  ISSUE_TYPE,
  LINK_TYPE,
  PERMISSION_SCHEME,
  PRIORITY,
  PROJECT_ROLE,
  RESOLUTION,
  SECURITY_LEVEL,
  STATUS,
} from '#sandbox/jira/ids';
import type { Collections, Holder, PermissionScheme } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

export * from '#sandbox/jira/ids';
export { type NewProject, createProject } from '#sandbox/jira/projects';
export { customField } from '#sandbox/jira/default-fields';

type Defaults = { [Name in keyof Collections]?: readonly Collections[Name][] };

const roles = (...names: (keyof typeof PROJECT_ROLE)[]): Holder[] =>
  names.map((name) => ({ type: 'projectRole', value: PROJECT_ROLE[name] }));

const EVERYBODY = roles('administrators', 'members', 'viewers');
const WORKERS = roles('administrators', 'members');
const ADMINS = roles('administrators');

/** Permission key to who holds it. Viewers browse and nothing more. */
const GRANTS: Readonly<Record<string, readonly Holder[]>> = {
  BROWSE_PROJECTS: EVERYBODY,
  VIEW_DEV_TOOLS: EVERYBODY,
  VIEW_READONLY_WORKFLOW: EVERYBODY,
  VIEW_AGGREGATED_DATA: EVERYBODY,
  CREATE_ISSUES: WORKERS,
  EDIT_ISSUES: WORKERS,
  SCHEDULE_ISSUES: WORKERS,
  ASSIGN_ISSUES: WORKERS,
  ASSIGNABLE_USER: WORKERS,
  TRANSITION_ISSUES: WORKERS,
  RESOLVE_ISSUES: WORKERS,
  CLOSE_ISSUES: WORKERS,
  LINK_ISSUES: WORKERS,
  MOVE_ISSUES: WORKERS,
  MANAGE_SPRINTS_PERMISSION: WORKERS,
  START_STOP_SPRINTS_PERMISSION: WORKERS,
  EDIT_SPRINT_NAME_AND_GOAL_PERMISSION: WORKERS,
  ADD_COMMENTS: WORKERS,
  EDIT_OWN_COMMENTS: WORKERS,
  DELETE_OWN_COMMENTS: WORKERS,
  EDIT_ALL_COMMENTS: ADMINS,
  DELETE_ALL_COMMENTS: ADMINS,
  DELETE_ISSUES: ADMINS,
  MODIFY_REPORTER: ADMINS,
  SET_ISSUE_SECURITY: ADMINS,
  ADMINISTER_PROJECTS: ADMINS,
};

const DEFAULT_SCHEME: PermissionScheme = {
  id: PERMISSION_SCHEME.default,
  name: 'Default Permission Scheme',
  grants: Object.entries(GRANTS).flatMap(([permission, holders]) =>
    holders.map((holder) => ({ permission, holder })),
  ),
};

const priority = (id: string, name: string, statusColor: string, description: string) => ({
  id,
  name,
  description,
  statusColor,
});

const DEFAULTS: Defaults = {
  groups: [
    { groupId: GROUP.siteAdmins, name: 'site-admins', accountIds: [] },
    { groupId: GROUP.users, name: 'jira-users', accountIds: [] },
  ],
  fields: DEFAULT_FIELDS,
  priorities: [
    priority(PRIORITY.highest, 'Highest', '#d04437', 'This problem will block progress.'),
    priority(PRIORITY.high, 'High', '#f15C75', 'Serious problem that could block progress.'),
    priority(PRIORITY.medium, 'Medium', '#f79232', 'Has the potential to affect progress.'),
    priority(PRIORITY.low, 'Low', '#707070', 'Minor problem or easily worked around.'),
    priority(PRIORITY.lowest, 'Lowest', '#999999', 'Trivial problem with little or no impact on progress.'),
  ],
  resolutions: [
    { id: RESOLUTION.done, name: 'Done', description: 'Work has been completed on this issue.' },
    { id: RESOLUTION.wontDo, name: "Won't Do", description: "This issue won't be actioned." },
    {
      id: RESOLUTION.duplicate,
      name: 'Duplicate',
      description: 'The problem is a duplicate of an existing issue.',
    },
    {
      id: RESOLUTION.cannotReproduce,
      name: 'Cannot Reproduce',
      description: 'All attempts at reproducing this issue failed.',
    },
  ],
  linkTypes: [
    { id: LINK_TYPE.blocks, name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: LINK_TYPE.cloners, name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
    { id: LINK_TYPE.duplicate, name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
    { id: LINK_TYPE.relates, name: 'Relates', inward: 'relates to', outward: 'relates to' },
  ],
  issueTypes: [
    {
      id: ISSUE_TYPE.epic,
      name: 'Epic',
      description: 'A big user story that needs to be broken down.',
      hierarchyLevel: 1,
      projectId: null,
    },
    {
      id: ISSUE_TYPE.story,
      name: 'Story',
      description: 'Functionality or a feature expressed as a user goal.',
      hierarchyLevel: 0,
      projectId: null,
    },
    {
      id: ISSUE_TYPE.task,
      name: 'Task',
      description: 'A small, distinct piece of work.',
      hierarchyLevel: 0,
      projectId: null,
    },
    {
      id: ISSUE_TYPE.bug,
      name: 'Bug',
      description: 'A problem or error.',
      hierarchyLevel: 0,
      projectId: null,
    },
    {
      id: ISSUE_TYPE.subtask,
      name: 'Sub-task',
      description: 'A small piece of work that is part of a larger task.',
      hierarchyLevel: -1,
      projectId: null,
    },
  ],
  statuses: [
    { id: STATUS.toDo, name: 'To Do', category: 'new', projectId: null },
    { id: STATUS.inProgress, name: 'In Progress', category: 'indeterminate', projectId: null },
    { id: STATUS.inReview, name: 'In Review', category: 'indeterminate', projectId: null },
    { id: STATUS.done, name: 'Done', category: 'done', projectId: null },
  ],
  projectRoles: [
    { id: PROJECT_ROLE.administrators, name: 'Administrators' },
    { id: PROJECT_ROLE.members, name: 'Members' },
    { id: PROJECT_ROLE.viewers, name: 'Viewers' },
  ],
  permissionSchemes: [DEFAULT_SCHEME],
  securityLevels: [
    {
      id: SECURITY_LEVEL.leads,
      name: 'Leads only',
      description: 'The project lead and administrators.',
      holders: [{ type: 'projectLead' }, ...ADMINS],
    },
    {
      id: SECURITY_LEVEL.reporterOnly,
      name: 'Reporter and administrators',
      description: 'Whoever reported it, and administrators.',
      holders: [{ type: 'reporter' }, ...ADMINS],
    },
  ],
};

function installMissing<Name extends keyof Collections>(
  site: JiraSite,
  name: Name,
  records: readonly Collections[Name][],
): void {
  for (const record of records) {
    const id = 'groupId' in record ? record.groupId : 'accountId' in record ? record.accountId : record.id;
    if (site.get(name, id) === undefined) site.put(name, record);
  }
}

/** Puts in what every Jira has before the first project. Idempotent: what is there already stays as it is. */
export function installDefaults(site: JiraSite): void {
  site.batch(() => {
    for (const name of Object.keys(DEFAULTS) as (keyof Collections)[]) {
      installMissing(site, name, DEFAULTS[name] ?? []);
    }
  });
}
