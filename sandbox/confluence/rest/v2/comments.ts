import type { CommentVersion, FooterComment } from '#sandbox/confluence/model';
import { commentBean, versionBean } from '#sandbox/confluence/rest/beans';
import { bodyBean, writtenBody } from '#sandbox/confluence/rest/documents';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { findComment, findPage, idIn, requireIn, wikiActor } from '#sandbox/confluence/rest/lookups';
import { cursorPage, type SortKeys } from '#sandbox/confluence/rest/paging';
import { NO_CONTENT, ok } from '#sandbox/jira/rest/endpoint';
import { callOnly, objectsIn, oneObject } from '#sandbox/jira/rest/points';
import { isObject } from '#sandbox/jira/rest/request';

const READ = [['read:comment:confluence']] as const;
const WRITE = [['write:comment:confluence']] as const;

function sortsOf({ site }: WikiCall): { keys: SortKeys<FooterComment>; standard: string } {
  const changed = ({ id, version }: FooterComment) =>
    site.get('commentVersions', `${id}:${version}`)?.createdAt ?? 0;
  return {
    keys: { 'created-date': ({ createdAt }) => createdAt, 'modified-date': changed },
    standard: 'created-date',
  };
}

const ON_PAGE = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{id}/footer-comments',
  scopes: READ,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const page = findPage(call, idIn(call));
    // Answers to a comment are its children, not in this list.
    const comments = call.site.commentsOf(page.id).filter(({ parentId }) => parentId === null);
    return cursorPage(call, comments, sortsOf(call), (comment) => commentBean(call, comment));
  },
});

const ANSWERS = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/footer-comments/{id}/children',
  scopes: READ,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const comment = findComment(call, idIn(call));
    const answers = call.site.commentsOf(comment.pageId).filter(({ parentId }) => parentId === comment.id);
    return cursorPage(call, answers, sortsOf(call), (answer) => commentBean(call, answer));
  },
});

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/footer-comments/{comment-id}',
  scopes: READ,
  points: oneObject,
  isPublic: true,
  handle(call) {
    const comment = findComment(call, idIn(call, 'comment-id'));
    return ok(commentBean(call, comment));
  },
});

const VERSIONS = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/footer-comments/{id}/versions',
  scopes: READ,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const comment = findComment(call, idIn(call));
    const keys: SortKeys<CommentVersion> = { 'modified-date': ({ number }) => number };
    return cursorPage(
      call,
      call.site.commentVersionsOf(comment.id),
      { keys, standard: '-modified-date' },
      (version) => ({
        ...versionBean(version),
        comment: { id: comment.id, title: '', body: bodyBean(call, version.body) },
      }),
    );
  },
});

function documentOf(call: WikiCall) {
  if (!isObject(call.body)) throw new WikiError(400, 'The request has no JSON body');
  const body = writtenBody(call.body['body']);
  if (!body || (body.content ?? []).length === 0) throw new WikiError(400, 'Comment body must not be empty');
  return { body, fields: call.body };
}

const ADD = defineWikiEndpoint({
  operation: 'POST /wiki/api/v2/footer-comments',
  scopes: WRITE,
  points: callOnly,
  handle(call) {
    const { body, fields } = documentOf(call);
    const { pageId, parentCommentId } = fields;
    if (fields['blogPostId'] ?? fields['attachmentId'] ?? fields['customContentId']) {
      throw new WikiError(501, 'not simulated: comments on anything but a page');
    }
    const given = [pageId, parentCommentId].filter((id) => typeof id === 'string');
    if (given.length !== 1) throw new WikiError(400, 'Give either pageId or parentCommentId');
    const parent = typeof parentCommentId === 'string' ? findComment(call, parentCommentId) : null;
    const page = findPage(call, parent?.pageId ?? String(pageId));
    const actor = wikiActor(call);
    requireIn(call, 'create comment', call.site.space(page.spaceId));
    const comment = call.site.addComment({ pageId: page.id, parentId: parent?.id ?? null }, body, actor);
    return { status: 201, body: commentBean(call, comment) };
  },
});

const EDIT = defineWikiEndpoint({
  operation: 'PUT /wiki/api/v2/footer-comments/{comment-id}',
  scopes: WRITE,
  points: callOnly,
  handle(call) {
    const comment = findComment(call, idIn(call, 'comment-id'));
    const { body, fields } = documentOf(call);
    const { version } = fields;
    const number = isObject(version) ? Number(version['number']) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new WikiError(400, "'version.number' is required");
    if (!call.viewer.canChange(comment, 'edit')) {
      throw new WikiError(403, 'User does not have permission to edit the comment');
    }
    const edited = call.site.editComment(comment.id, { body, version: number }, wikiActor(call));
    return ok(commentBean(call, edited));
  },
});

const DELETE = defineWikiEndpoint({
  operation: 'DELETE /wiki/api/v2/footer-comments/{comment-id}',
  scopes: [['delete:comment:confluence']],
  points: callOnly,
  handle(call) {
    const comment = findComment(call, idIn(call, 'comment-id'));
    if (!call.viewer.canChange(comment, 'delete')) {
      throw new WikiError(403, 'User does not have permission to delete the comment');
    }
    call.site.deleteComment(comment.id);
    return NO_CONTENT;
  },
});

export const WIKI_COMMENTS = [ON_PAGE, ANSWERS, GET, VERSIONS, ADD, EDIT, DELETE];
