import type { Issue, IssueLink } from '#sandbox/jira/model';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';
import { issueTypeBean, linkTypeBean, priorityBean, statusBean } from '#sandbox/jira/rest/beans/metadata';

/** An issue inside another one's links, parent or sub-tasks: with its summary, status, priority and type. */
export function issueRefBean(context: BeanContext, issue: Issue) {
  const { site, siteUrl } = context;
  const status = site.get('statuses', issue.statusId);
  const type = site.get('issueTypes', issue.issueTypeId);
  const priority = issue.priorityId === null ? undefined : site.get('priorities', issue.priorityId);
  return {
    id: issue.id,
    key: issue.key,
    self: `${siteUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      ...(status ? { status: statusBean(context, status) } : {}),
      ...(priority ? { priority: priorityBean(context, priority) } : {}),
      ...(type ? { issuetype: issueTypeBean(context, type) } : {}),
    },
  };
}

/** A link seen from one of its issues: the other end only. null when the viewer may not see the other end. */
function linkSeenFrom(context: BeanContext, link: IssueLink, issueId: string) {
  const { site, siteUrl, viewer } = context;
  const type = site.get('linkTypes', link.typeId);
  const isInward = link.inwardIssueId === issueId;
  const other = site.get('issues', isInward ? link.outwardIssueId : link.inwardIssueId);
  if (!type || !other || !viewer.canSee(other)) return null;
  const seen = issueRefBean(context, other);
  return {
    id: link.id,
    self: `${siteUrl}/rest/api/3/issueLink/${link.id}`,
    type: linkTypeBean(context, type),
    ...(isInward ? { outwardIssue: seen } : { inwardIssue: seen }),
  };
}

/** The links of an issue that the viewer may see both ends of. */
export function linkBeans(context: BeanContext, issueId: string) {
  return context.site.linksOf(issueId).flatMap((link) => linkSeenFrom(context, link, issueId) ?? []);
}

/** The parent, if the viewer may see it. */
export function parentBean(context: BeanContext, issue: Issue) {
  const parent = issue.parentId === null ? undefined : context.site.get('issues', issue.parentId);
  return parent && context.viewer.canSee(parent) ? issueRefBean(context, parent) : null;
}

/** The sub-tasks that the viewer may see. */
export function subtaskBeans(context: BeanContext, issue: Issue) {
  const { site, viewer } = context;
  return site
    .childrenOf(issue.id)
    .filter((child) => site.get('issueTypes', child.issueTypeId)?.hierarchyLevel === -1)
    .filter((child) => viewer.canSee(child))
    .map((child) => issueRefBean(context, child));
}
