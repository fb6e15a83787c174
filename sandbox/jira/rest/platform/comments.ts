import type { Adf, Comment } from '#sandbox/jira/model';
import { commentBean } from '#sandbox/jira/rest/beans/comments';
import { type Call, NO_CONTENT, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { actorOf, findIssue, projectOf, requirePermission } from '#sandbox/jira/rest/lookups';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import { readDocument } from '#sandbox/jira/rest/platform/documents';
import { FieldRefusal } from '#sandbox/jira/rest/platform/field-refusal';
import { ISSUE_IN_PATH } from '#sandbox/jira/rest/platform/issue-writes';
import { callOnly, objectsIn, oneObject } from '#sandbox/jira/rest/points';
import { bodyOf } from '#sandbox/jira/rest/request';

const issueOf = (call: Call) => findIssue(call, call.params['issueIdOrKey'] ?? '');

function commentOf(call: Call): Comment {
  const issue = issueOf(call);
  const id = call.params['id'] ?? '';
  const comment = call.site.commentsOf(issue.id).find((each) => each.id === id);
  if (!comment) throw new RestError(404, [`Can not find a comment for the id: ${id}.`]);
  return comment;
}

function readBody(call: Call): Adf {
  const { body } = bodyOf(call);
  try {
    const document = readDocument(body);
    if ((document.content ?? []).length > 0) return document;
  } catch (error) {
    if (!(error instanceof FieldRefusal)) throw error;
    throw new RestError(400, [], { comment: 'Comment body is not valid!' });
  }
  throw new RestError(400, [], { comment: 'Comment body can not be empty!' });
}

/** Own comments need one permission, those of others another. */
function requireOn(call: Call, comment: Comment, verb: 'EDIT' | 'DELETE'): void {
  const issue = issueOf(call);
  const isOwn = comment.author === actorOf(call).by;
  const project = projectOf(call, issue);
  if (call.viewer.can(`${verb}_ALL_COMMENTS`, project, issue)) return;
  const words = `You do not have the permission to ${verb.toLowerCase()} this comment.`;
  // Jira answers 400 here, not 403.
  if (!isOwn || !call.viewer.can(`${verb}_OWN_COMMENTS`, project, issue)) throw new RestError(400, [words]);
}

const LIST = defineEndpoint({
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}/comment',
  points: objectsIn('comments'),
  handle(call) {
    const order = call.query.get('orderBy') ?? 'created';
    if (!['created', '+created', '-created'].includes(order)) {
      throw new RestError(400, [`Ordering by '${order}' is not supported.`]);
    }
    const comments = [...call.site.commentsOf(issueOf(call).id)].sort((a, b) => a.created - b.created);
    if (order.startsWith('-')) comments.reverse();
    const { values, startAt, maxResults, total } = pageOf(comments, pageRequest(call.query, 100, 5_000));
    return ok({ startAt, maxResults, total, comments: values.map((each) => commentBean(call, each)) });
  },
});

const GET = defineEndpoint({
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}',
  points: oneObject,
  handle: (call) => ok(commentBean(call, commentOf(call))),
});

const ADD = defineEndpoint({
  operation: 'POST /rest/api/3/issue/{issueIdOrKey}/comment',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = issueOf(call);
    const body = readBody(call);
    requirePermission(
      call,
      'ADD_COMMENTS',
      projectOf(call, issue),
      issue,
      'You do not have the permission to comment on this issue.',
    );
    const comment = call.site.addComment(issue.id, body, actorOf(call));
    return { status: 201, body: commentBean(call, comment) };
  },
});

const EDIT = defineEndpoint({
  operation: 'PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const comment = commentOf(call);
    requireOn(call, comment, 'EDIT');
    return ok(commentBean(call, call.site.editComment(comment.id, readBody(call), actorOf(call))));
  },
});

const DELETE = defineEndpoint({
  operation: 'DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const comment = commentOf(call);
    requireOn(call, comment, 'DELETE');
    call.site.deleteComment(comment.id, actorOf(call));
    return NO_CONTENT;
  },
});

export const COMMENTS = [LIST, GET, ADD, EDIT, DELETE];
