import { FIELD, IMPEDIMENT } from '#sandbox/jira/ids';
import type { Adf, Issue } from '#sandbox/jira/model';
import { commentBean } from '#sandbox/jira/rest/beans/comments';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';
import { linkBeans, parentBean, subtaskBeans } from '#sandbox/jira/rest/beans/issue-refs';
import {
  categoryBean,
  issueTypeBean,
  priorityBean,
  resolutionBean,
  statusBean,
} from '#sandbox/jira/rest/beans/metadata';
import { optionalUser, userBean } from '#sandbox/jira/rest/beans/people';
import { projectRefBean } from '#sandbox/jira/rest/beans/projects';
import { sprintBean, sprintValue } from '#sandbox/jira/rest/beans/sprints';
import { adfToWiki } from '#sandbox/jira/rest/beans/wiki';
import { jiraDateTime } from '#sandbox/jira/zone';

/** How rich text is given: documents in version 3 of the platform API, wiki text in the software API. */
export type TextForm = 'adf' | 'wiki';

/** What a field's value is made from. A value of undefined leaves the field out. */
type Read = (context: BeanContext, issue: Issue, form: TextForm) => unknown;

const rich = (body: Adf, form: TextForm): unknown => (form === 'adf' ? body : adfToWiki(body));

function sprintsOf({ site }: BeanContext, issue: Issue) {
  return issue.sprintIds.flatMap((id) => site.get('sprints', id) ?? []);
}

/** System fields by id. */
const SYSTEM: Readonly<Record<string, Read>> = {
  summary: (_context, { summary }) => summary,
  description: (_context, { description }, form) => (description === null ? null : rich(description, form)),
  status(context, { statusId }) {
    const status = context.site.get('statuses', statusId);
    return status && statusBean(context, status);
  },
  statusCategory(context, { statusId }) {
    const status = context.site.get('statuses', statusId);
    return status && categoryBean(context, status.category);
  },
  priority(context, { priorityId }) {
    const priority = priorityId === null ? undefined : context.site.get('priorities', priorityId);
    return priority ? priorityBean(context, priority) : null;
  },
  issuetype(context, { issueTypeId }) {
    const type = context.site.get('issueTypes', issueTypeId);
    return type && issueTypeBean(context, type);
  },
  project(context, { projectId }) {
    const project = context.site.get('projects', projectId);
    return project && projectRefBean(context, project);
  },
  assignee: (context, { assignee }) => optionalUser(context, assignee),
  reporter: (context, { reporter }) => optionalUser(context, reporter),
  creator: (context, { creator }) => userBean(context, creator),
  created: ({ zone }, { created }) => jiraDateTime(created, zone),
  updated: ({ zone }, { updated }) => jiraDateTime(updated, zone),
  resolution(context, { resolutionId }) {
    const resolution = resolutionId === null ? undefined : context.site.get('resolutions', resolutionId);
    return resolution ? resolutionBean(context, resolution) : null;
  },
  resolutiondate: ({ zone }, { resolutionDate }) =>
    resolutionDate === null ? null : jiraDateTime(resolutionDate, zone),
  duedate: (_context, { dueDate }) => dueDate,
  labels: (_context, { labels }) => labels,
  parent: (context, issue) => parentBean(context, issue) ?? undefined,
  subtasks: (context, issue) => subtaskBeans(context, issue),
  issuelinks: (context, issue) => linkBeans(context, issue.id),
  comment(context, issue, form) {
    const comments = context.site
      .commentsOf(issue.id)
      .map((comment) => commentBean(context, comment, (body) => rich(body, form)));
    return {
      comments,
      self: `${context.siteUrl}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: comments.length,
      total: comments.length,
      startAt: 0,
    };
  },
  security({ site, siteUrl }, { securityLevelId }) {
    const level = securityLevelId === null ? undefined : site.get('securityLevels', securityLevelId);
    if (!level) return null;
    const { id, name, description } = level;
    return { self: `${siteUrl}/rest/api/3/securitylevel/${id}`, id, name, description };
  },
  statuscategorychangedate: ({ zone }, { statusCategoryChanged }) =>
    jiraDateTime(statusCategoryChanged, zone),
};

/** Custom fields that the records keep apart. */
const CUSTOM: Readonly<Record<string, Read>> = {
  [FIELD.sprint](context, issue) {
    const sprints = sprintsOf(context, issue);
    return sprints.length === 0 ? null : sprints.map(sprintValue);
  },
  [FIELD.rank]: (_context, { rank }) => rank,
  [FIELD.flagged]: ({ siteUrl }, { isFlagged }) =>
    isFlagged ? [{ self: `${siteUrl}/rest/api/3/customFieldOption/${IMPEDIMENT.id}`, ...IMPEDIMENT }] : null,
};

/** The fields that only the software API adds. */
export const SOFTWARE_FIELDS: Readonly<Record<string, Read>> = {
  flagged: (_context, { isFlagged }) => isFlagged,
  sprint(context, issue) {
    const open = sprintsOf(context, issue).find(({ state }) => state !== 'closed');
    return open ? sprintBean(context.siteUrl, open) : null;
  },
  closedSprints(context, issue) {
    const closed = sprintsOf(context, issue).filter(({ state }) => state === 'closed');
    return closed.length === 0 ? undefined : closed.map((sprint) => sprintBean(context.siteUrl, sprint));
  },
  epic(context, issue) {
    const parent = issue.parentId === null ? undefined : context.site.get('issues', issue.parentId);
    const isEpic = parent && context.site.get('issueTypes', parent.issueTypeId)?.hierarchyLevel === 1;
    return isEpic && context.viewer.canSee(parent) ? epicBean(context, parent) : null;
  },
};

/** An epic as the software API gives it. */
export function epicBean({ site, siteUrl }: BeanContext, issue: Issue) {
  return {
    id: Number(issue.id),
    key: issue.key,
    self: `${siteUrl}/rest/agile/1.0/epic/${issue.id}`,
    name: issue.summary,
    summary: issue.summary,
    color: { key: 'color_7' },
    done: site.get('statuses', issue.statusId)?.category === 'done',
  };
}

/** The value of one field of an issue; undefined when the issue does not have the field. */
export function fieldValue(context: BeanContext, issue: Issue, fieldId: string, form: TextForm): unknown {
  const read = SYSTEM[fieldId] ?? CUSTOM[fieldId];
  if (read) return read(context, issue, form);
  const field = context.site.get('fields', fieldId);
  if (field?.custom !== true) return undefined;
  return issue.customFields[fieldId] ?? null;
}
