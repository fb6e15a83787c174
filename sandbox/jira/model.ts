/** The records of the local Jira, as they are stored: ids and plain values, no REST shapes. Instants are epoch milliseconds. */

export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** An Atlassian Document Format document or node. */
export interface Adf {
  type: string;
  version?: number;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: Adf[];
}

export interface User {
  accountId: string;
  displayName: string;
  email: string;
  active: boolean;
  timeZone: string;
  locale: string;
  /** Its owner, or an administrator, has closed it for good; one that is only not active may come back. */
  isClosed?: true;
  /** When name, picture or e-mail address last changed; without it never. */
  changedAt?: number;
}

export interface Group {
  groupId: string;
  name: string;
  accountIds: string[];
}

export interface IssueType {
  id: string;
  name: string;
  description: string;
  /** -1 sub-task, 0 standard, 1 epic. */
  hierarchyLevel: -1 | 0 | 1;
  /** The team-managed project it belongs to; null when shared. */
  projectId: string | null;
}

export interface Status {
  id: string;
  name: string;
  category: StatusCategory;
  projectId: string | null;
}

export interface Priority {
  id: string;
  name: string;
  description: string;
  statusColor: string;
}

export interface Resolution {
  id: string;
  name: string;
  description: string;
}

/** A system or custom field. `customType` is Jira's custom field type key, such as `com.pyxis.greenhopper.jira:gh-sprint`. */
export interface Field {
  id: string;
  name: string;
  custom: boolean;
  schemaType: string;
  itemsType?: string;
  system?: string;
  customType?: string;
  customId?: number;
  clauseNames: string[];
  orderable: boolean;
  navigable: boolean;
  searchable: boolean;
  projectId: string | null;
}

/** Who holds a permission or may see a security level. */
export interface Holder {
  type:
    'anyone' | 'applicationRole' | 'group' | 'user' | 'projectRole' | 'projectLead' | 'reporter' | 'assignee';
  /** groupId, accountId or project role id; absent for the rest. */
  value?: string;
}

export interface PermissionScheme {
  id: string;
  name: string;
  /** Permission key (`BROWSE_PROJECTS`, `EDIT_ISSUES`, `SCHEDULE_ISSUES`, `MANAGE_SPRINTS_PERMISSION`, `ADMINISTER_PROJECTS` …). */
  grants: { permission: string; holder: Holder }[];
}

export interface SecurityLevel {
  id: string;
  name: string;
  description: string;
  holders: Holder[];
}

export interface ProjectRole {
  id: string;
  name: string;
}

export interface Project {
  id: string;
  key: string;
  name: string;
  description: string;
  /** `classic` is company-managed, `next-gen` is team-managed, as Jira's REST says. */
  style: 'classic' | 'next-gen';
  leadAccountId: string;
  permissionSchemeId: string;
  issueTypeIds: string[];
  statusIds: string[];
  priorityIds: string[];
  securityLevelIds: string[];
  /** Custom fields on this project's screens. */
  fieldIds: string[];
  /** Project role id to members (accountIds and groupIds). */
  roleMembers: Record<string, { accountIds: string[]; groupIds: string[] }>;
  /** The number of the next issue key. */
  nextNumber: number;
}

export interface Board {
  id: number;
  name: string;
  type: 'scrum' | 'kanban' | 'simple';
  /** The project it is located in. */
  projectId: string;
  filterId: string;
  /** The board's saved filter, ORDER BY included. */
  filterJql: string;
  columns: { name: string; statusIds: string[]; min?: number; max?: number }[];
  estimation: { type: 'none' } | { type: 'issueCount' } | { type: 'field'; fieldId: string };
  /** null on a board without ranks: its lists then come in no order of their own. */
  rankFieldId: string | null;
  /** false on Kanban boards and on team-managed boards with sprints switched off. */
  hasSprints: boolean;
}

export interface Sprint {
  id: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  goal: string;
  originBoardId: number;
  createdDate: number;
  startDate: number | null;
  endDate: number | null;
  activatedDate: number | null;
  completeDate: number | null;
}

export interface Issue {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  summary: string;
  description: Adf | null;
  priorityId: string | null;
  resolutionId: string | null;
  creator: string;
  reporter: string | null;
  assignee: string | null;
  created: number;
  updated: number;
  resolutionDate: number | null;
  statusCategoryChanged: number;
  dueDate: string | null;
  parentId: string | null;
  labels: string[];
  /** Every sprint it has been in and is in, oldest first; at most one of them is active or future. */
  sprintIds: number[];
  isFlagged: boolean;
  /** LexoRank string; smaller ranks higher. */
  rank: string;
  securityLevelId: string | null;
  /** Custom field id to value, other than sprint, rank and flagged. */
  customFields: Record<string, unknown>;
}

export interface IssueLinkType {
  id: string;
  name: string;
  inward: string;
  outward: string;
}

/** `outwardIssueId` is the target of the outward description: outward "blocks" means inwardIssue blocks outwardIssue. */
export interface IssueLink {
  id: string;
  typeId: string;
  inwardIssueId: string;
  outwardIssueId: string;
}

export interface Comment {
  id: string;
  issueId: string;
  author: string;
  body: Adf;
  created: number;
  updated: number;
}

/** One entry of an issue's change log. */
export interface History {
  id: string;
  issueId: string;
  author: string;
  created: number;
  items: {
    field: string;
    fieldtype: 'jira' | 'custom';
    fieldId: string;
    from: string | null;
    fromString: string | null;
    to: string | null;
    toString: string | null;
  }[];
}

/** Every collection of the site, by name, with the record it holds and the property that identifies one. */
export interface Collections {
  users: User;
  groups: Group;
  issueTypes: IssueType;
  statuses: Status;
  priorities: Priority;
  resolutions: Resolution;
  fields: Field;
  permissionSchemes: PermissionScheme;
  securityLevels: SecurityLevel;
  projectRoles: ProjectRole;
  projects: Project;
  boards: Board;
  sprints: Sprint;
  issues: Issue;
  linkTypes: IssueLinkType;
  links: IssueLink;
  comments: Comment;
  histories: History;
}
