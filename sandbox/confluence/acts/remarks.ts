import { demand, momentOf, requireNext, type WikiDesk } from '#sandbox/confluence/acts/desk';
import type { ContentProperty, FooterComment } from '#sandbox/confluence/model';
import { nextContentId } from '#sandbox/confluence/records';
import type { Adf } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

function keep(desk: WikiDesk, comment: FooterComment, act: Act): FooterComment {
  desk.records.put('comments', comment);
  desk.records.put('commentVersions', {
    id: `${comment.id}:${comment.version}`,
    commentId: comment.id,
    number: comment.version,
    body: comment.body,
    authorId: act.by,
    createdAt: momentOf(desk, act),
  });
  return comment;
}

/** Comments on a published page, or answers a comment. @throws SiteError */
export function addComment(
  desk: WikiDesk,
  to: { readonly pageId: string; readonly parentId?: string | null },
  body: Adf,
  act: Act,
): FooterComment {
  const page = demand(desk, 'pages', to.pageId);
  if (page.status !== 'current') throw new SiteError(`A page that is ${page.status} takes no comments.`);
  const { parentId = null } = to;
  if (parentId !== null && demand(desk, 'comments', parentId).pageId !== page.id) {
    throw new SiteError('The comment that is answered is on another page.');
  }
  const comment: FooterComment = {
    id: nextContentId(desk.records),
    pageId: page.id,
    parentId,
    authorId: act.by,
    createdAt: momentOf(desk, act),
    body,
    version: 1,
  };
  return keep(desk, comment, act);
}

/** Replaces the body of a comment; `version` is the number that the new state is to have. @throws VersionConflict */
export function editComment(
  desk: WikiDesk,
  commentId: string,
  edit: { readonly body: Adf; readonly version: number },
  act: Act,
): FooterComment {
  const comment = demand(desk, 'comments', commentId);
  requireNext('comment', comment.version, edit.version);
  return keep(desk, { ...comment, ...edit }, act);
}

/** Deletes a comment with the answers to it. */
export function deleteComment(desk: WikiDesk, commentId: string): void {
  const comment = demand(desk, 'comments', commentId);
  for (const answer of desk.indexes.commentsOf(comment.pageId)) {
    if (answer.parentId === commentId) deleteComment(desk, answer.id);
  }
  for (const { id } of desk.indexes.commentVersionsOf(commentId)) desk.records.remove('commentVersions', id);
  desk.records.remove('comments', commentId);
}

/** Keeps a value on a page under a key that is not in use yet. @throws SiteError */
export function addProperty(
  desk: WikiDesk,
  pageId: string,
  { key, value }: { readonly key: string; readonly value: unknown },
  act: Act,
): ContentProperty {
  demand(desk, 'pages', pageId);
  if (desk.indexes.propertiesOf(pageId).some((property) => property.key === key)) {
    throw new SiteError(`A property with key ${key} already exists`);
  }
  const property: ContentProperty = {
    id: String(desk.records.nextId('properties')),
    pageId,
    key,
    value,
    version: 1,
    authorId: act.by,
    createdAt: momentOf(desk, act),
    message: '',
  };
  desk.records.put('properties', property);
  return property;
}

/** Replaces a value; `version` is the number that it is to have. @throws VersionConflict */
export function editProperty(
  desk: WikiDesk,
  propertyId: string,
  edit: { readonly value: unknown; readonly version: number; readonly message?: string },
  act: Act,
): ContentProperty {
  const before = demand(desk, 'properties', propertyId);
  requireNext('content property', before.version, edit.version);
  const property: ContentProperty = {
    ...before,
    value: edit.value,
    version: edit.version,
    message: edit.message ?? '',
    authorId: act.by,
    createdAt: momentOf(desk, act),
  };
  desk.records.put('properties', property);
  return property;
}

/** Removes a value from its page. */
export function deleteProperty(desk: WikiDesk, propertyId: string): void {
  demand(desk, 'properties', propertyId);
  desk.records.remove('properties', propertyId);
}
