import { type Desk, SiteError, demand, logChange, momentOf, putUpdated } from '#sandbox/jira/acts/desk';
import { lastRank } from '#sandbox/jira/acts/ranks';
import { issueChanges } from '#sandbox/jira/changes';
import { PRIORITY, RESOLUTION } from '#sandbox/jira/ids';
import type { Issue, Project } from '#sandbox/jira/model';
import type { Act, IssueEdit, NewIssue } from '#sandbox/jira/site.types';

/** Takes the key that is asked for, or the project's next; either way the project never gives it out again. */
export function takeKey(desk: Desk, project: Project, wanted: string | undefined): string {
  const key = wanted ?? `${project.key}-${project.nextNumber}`;
  if (desk.indexes.issueByKey(key)) throw new SiteError(`There is already an issue ${key}.`);
  const number = Number(/^.+-(\d+)$/.exec(key)?.[1] ?? Number.NaN);
  if (!Number.isInteger(number)) throw new SiteError(`${key} is not an issue key: it must look like ABC-12.`);
  const nextNumber = Math.max(project.nextNumber, number + 1);
  desk.records.put('projects', { ...project, nextNumber });
  return key;
}

/** What entering a status does to the resolution: set when done, cleared when not. */
function resolve(desk: Desk, statusId: string, issue: Issue, at: number): Partial<Issue> {
  if (demand(desk, 'statuses', statusId).category !== 'done')
    return { resolutionId: null, resolutionDate: null };
  return issue.resolutionId === null ? { resolutionId: RESOLUTION.done, resolutionDate: at } : {};
}

/**
 * Creates an issue at the bottom of the ranking. A first status in the category done resolves it. A sub-task is where its
 * parent is, in sprints and behind its security level.
 * @throws SiteError when the project, type, status or parent is unknown, or the key is taken.
 */
export function createIssue(desk: Desk, fields: NewIssue, act: Act): Issue {
  const project = demand(desk, 'projects', fields.projectId);
  const isSubtask = demand(desk, 'issueTypes', fields.issueTypeId).hierarchyLevel === -1;
  const at = momentOf(desk, act);
  const statusId = fields.statusId ?? project.statusIds[0];
  if (statusId === undefined) throw new SiteError(`Project ${project.key} has no status.`);
  if (fields.parentId) demand(desk, 'issues', fields.parentId);
  if (fields.sprintId && demand(desk, 'sprints', fields.sprintId).state === 'closed') {
    throw new SiteError(`Sprint ${String(fields.sprintId)} is closed: no issue can be created in it.`);
  }
  const parent = isSubtask ? desk.records.get('issues', fields.parentId ?? '') : undefined;
  const issue: Issue = {
    id: String(desk.records.nextId('issues')),
    key: takeKey(desk, project, fields.key),
    projectId: project.id,
    issueTypeId: fields.issueTypeId,
    statusId,
    summary: fields.summary,
    description: fields.description ?? null,
    priorityId: fields.priorityId === undefined ? PRIORITY.medium : fields.priorityId,
    resolutionId: null,
    creator: act.by,
    reporter: fields.reporter === undefined ? act.by : fields.reporter,
    assignee: fields.assignee ?? null,
    created: at,
    updated: at,
    resolutionDate: null,
    statusCategoryChanged: at,
    dueDate: fields.dueDate ?? null,
    parentId: fields.parentId ?? null,
    labels: [...(fields.labels ?? [])],
    sprintIds: fields.sprintId ? [fields.sprintId] : [...(parent?.sprintIds ?? [])],
    isFlagged: false,
    rank: lastRank(desk),
    securityLevelId: parent ? parent.securityLevelId : (fields.securityLevelId ?? null),
    customFields: { ...fields.customFields },
  };
  const settled = { ...issue, ...resolve(desk, statusId, issue, at) };
  desk.records.put('issues', settled);
  return settled;
}

/** Edits fields; custom fields are merged, null clears one. Nothing is written when nothing changes. */
export function editIssue(desk: Desk, issueId: string, edit: IssueEdit, act: Act): Issue {
  const before = demand(desk, 'issues', issueId);
  const customFields = { ...before.customFields, ...edit.customFields };
  for (const [fieldId, value] of Object.entries(customFields)) {
    if (value === null || value === undefined) Reflect.deleteProperty(customFields, fieldId);
  }
  const after: Issue = { ...before, ...edit, customFields };
  const items = issueChanges(desk.records, before, after);
  // The words of a description may stay the same while its marks change.
  const isSameText = JSON.stringify(before.description) === JSON.stringify(after.description);
  if (items.length === 0 && isSameText) return before;
  logChange(desk, issueId, items, act);
  if (before.securityLevelId !== after.securityLevelId) secureSubtasks(desk, after, act);
  return putUpdated(desk, after, act);
}

/** Sub-tasks have the security level of their parent. */
function secureSubtasks(desk: Desk, { id, securityLevelId }: Issue, act: Act): void {
  for (const child of desk.indexes.childrenOf(id)) {
    const isSubtask = demand(desk, 'issueTypes', child.issueTypeId).hierarchyLevel === -1;
    if (isSubtask) editIssue(desk, child.id, { securityLevelId }, act);
  }
}

/** Moves an issue to another status; the resolution follows the status category. */
export function transitionIssue(desk: Desk, issueId: string, statusId: string, act: Act): Issue {
  const before = demand(desk, 'issues', issueId);
  const at = momentOf(desk, act);
  const category = (id: string) => demand(desk, 'statuses', id).category;
  const after: Issue = {
    ...before,
    ...resolve(desk, statusId, before, at),
    statusId,
    statusCategoryChanged:
      category(before.statusId) === category(statusId) ? before.statusCategoryChanged : at,
  };
  const items = issueChanges(desk.records, before, after);
  if (items.length === 0) return before;
  logChange(desk, issueId, items, act);
  return putUpdated(desk, after, act);
}

/** Deletes an issue with its sub-tasks, comments, links and change log; other children lose their parent. */
export function deleteIssue(desk: Desk, issueId: string, act: Act): void {
  const issue = demand(desk, 'issues', issueId);
  for (const child of desk.indexes.childrenOf(issueId)) {
    if (demand(desk, 'issueTypes', child.issueTypeId).hierarchyLevel === -1) deleteIssue(desk, child.id, act);
    else editIssue(desk, child.id, { parentId: null }, act);
  }
  for (const link of desk.indexes.linksOf(issueId)) desk.records.remove('links', link.id);
  for (const comment of desk.indexes.commentsOf(issueId)) desk.records.remove('comments', comment.id);
  for (const history of desk.indexes.historiesOf(issueId)) desk.records.remove('histories', history.id);
  desk.records.remove('issues', issue.id);
}
