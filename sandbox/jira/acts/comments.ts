import { type Desk, demand, momentOf, putUpdated } from '#sandbox/jira/acts/desk';
import type { Adf, Comment } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';

/** Adds a comment. Comments date the issue but leave nothing in its change log. */
export function addComment(desk: Desk, issueId: string, body: Adf, act: Act): Comment {
  const issue = demand(desk, 'issues', issueId);
  const at = momentOf(desk, act);
  const comment: Comment = {
    id: String(desk.records.nextId('comments')),
    issueId,
    author: act.by,
    body,
    created: at,
    updated: at,
  };
  desk.records.put('comments', comment);
  putUpdated(desk, issue, act);
  return comment;
}

/** Replaces the body of a comment. */
export function editComment(desk: Desk, commentId: string, body: Adf, act: Act): Comment {
  const comment = { ...demand(desk, 'comments', commentId), body, updated: momentOf(desk, act) };
  desk.records.put('comments', comment);
  putUpdated(desk, demand(desk, 'issues', comment.issueId), act);
  return comment;
}

/** Deletes a comment. */
export function deleteComment(desk: Desk, commentId: string, act: Act): void {
  const comment = demand(desk, 'comments', commentId);
  desk.records.remove('comments', commentId);
  putUpdated(desk, demand(desk, 'issues', comment.issueId), act);
}
