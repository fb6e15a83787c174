import type { Adf, Comment } from '#sandbox/jira/model';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';
import { userBean } from '#sandbox/jira/rest/beans/people';
import { jiraDateTime } from '#sandbox/jira/zone';

/** A comment; `render` gives the body its form (a document, or wiki text in the older API). */
export function commentBean(
  context: BeanContext,
  comment: Comment,
  render: (body: Adf) => unknown = (body) => body,
) {
  const author = userBean(context, comment.author);
  return {
    self: `${context.siteUrl}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: render(comment.body),
    updateAuthor: author,
    created: jiraDateTime(comment.created, context.zone),
    updated: jiraDateTime(comment.updated, context.zone),
    jsdPublic: true,
  };
}
