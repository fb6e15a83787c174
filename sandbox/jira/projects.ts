import {
  FIELD,
  ISSUE_TYPE,
  PERMISSION_SCHEME,
  PRIORITY,
  PROJECT_ROLE,
  SECURITY_LEVEL,
  STATUS,
} from '#sandbox/jira/ids';
import type { Collections, IssueType, Project, Status } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

/** A project to create. Members are accountIds; the lead is not added to a role by itself. */
export interface NewProject {
  readonly key: string;
  readonly name: string;
  /** `classic` is company-managed, `next-gen` team-managed. */
  readonly style: Project['style'];
  readonly leadAccountId: string;
  readonly members: {
    readonly admins: readonly string[];
    readonly members: readonly string[];
    readonly viewers: readonly string[];
  };
  readonly id?: string;
  readonly description?: string;
}

function freeId(site: JiraSite, name: 'projects' | 'issueTypes' | 'statuses'): number {
  const ids = [...site.all(name)].map(({ id }) => Number(id)).filter(Number.isInteger);
  return Math.max(9_999, ...ids) + 1;
}

const TEAM_TYPES: readonly Omit<IssueType, 'id' | 'projectId'>[] = [
  {
    name: 'Epic',
    description: 'Epics track collections of related bugs, stories, and tasks.',
    hierarchyLevel: 1,
  },
  {
    name: 'Story',
    description: 'Stories track functionality or features expressed as user goals.',
    hierarchyLevel: 0,
  },
  { name: 'Task', description: 'Tasks track small, distinct pieces of work.', hierarchyLevel: 0 },
  { name: 'Bug', description: 'Bugs track problems or errors.', hierarchyLevel: 0 },
  {
    name: 'Subtask',
    description: 'Subtasks track small pieces of work that are part of a larger task.',
    hierarchyLevel: -1,
  },
];

const TEAM_STATUSES: readonly Omit<Status, 'id' | 'projectId'>[] = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
];

/** Team-managed projects own their issue types and statuses. */
function ownRecords<Name extends 'issueTypes' | 'statuses'>(
  site: JiraSite,
  name: Name,
  projectId: string,
  rows: readonly Omit<Collections[Name], 'id' | 'projectId'>[],
): string[] {
  const first = freeId(site, name);
  return rows.map((row, index) => {
    const id = String(first + index);
    site.put(name, { ...row, id, projectId } as Collections[Name]);
    return id;
  });
}

/**
 * Creates a project with the default permission scheme. Company-managed ones share types and statuses and estimate in
 * "Story Points"; team-managed ones get their own and estimate in "Story point estimate".
 * @throws RangeError when the key is taken or is no project key.
 */
export function createProject(site: JiraSite, fields: NewProject): Project {
  if (!/^[A-Z][A-Z0-9_]{1,9}$/.test(fields.key)) {
    throw new RangeError(
      `${fields.key} is not a project key: 2 to 10 capital letters, digits or _, starting with a letter.`,
    );
  }
  if (site.project(fields.key)) throw new RangeError(`There is already a project ${fields.key}.`);
  const isOwn = fields.style === 'next-gen';
  return site.batch(() => {
    const id = fields.id ?? String(freeId(site, 'projects'));
    const role = (accountIds: readonly string[]) => ({ accountIds: [...accountIds], groupIds: [] });
    const project: Project = {
      id,
      key: fields.key,
      name: fields.name,
      description: fields.description ?? '',
      style: fields.style,
      leadAccountId: fields.leadAccountId,
      permissionSchemeId: PERMISSION_SCHEME.default,
      issueTypeIds: isOwn ? ownRecords(site, 'issueTypes', id, TEAM_TYPES) : Object.values(ISSUE_TYPE),
      statusIds: isOwn ? ownRecords(site, 'statuses', id, TEAM_STATUSES) : Object.values(STATUS),
      priorityIds: Object.values(PRIORITY),
      securityLevelIds: isOwn ? [] : Object.values(SECURITY_LEVEL),
      fieldIds: [
        FIELD.sprint,
        FIELD.rank,
        FIELD.flagged,
        isOwn ? FIELD.storyPointEstimate : FIELD.storyPoints,
      ],
      roleMembers: {
        [PROJECT_ROLE.administrators]: role(fields.members.admins),
        [PROJECT_ROLE.members]: role(fields.members.members),
        [PROJECT_ROLE.viewers]: role(fields.members.viewers),
      },
      nextNumber: 1,
    };
    site.put('projects', project);
    return project;
  });
}
