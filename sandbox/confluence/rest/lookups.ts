import type { FooterComment, Page, PageStatus, Space, SpaceOperation } from '#sandbox/confluence/model';
import { type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { APP_ACCOUNT } from '#sandbox/jira/ids';

/** An id of the path, which is a number. @throws WikiError 400 */
export function idIn(call: WikiCall, name = 'id'): string {
  const text = call.params[name] ?? '';
  if (/^\d{1,18}$/.test(text)) return text;
  throw new WikiError(
    400,
    `Provided value {${text}} for '${name}' is not the correct type. Expected type is long`,
  );
}

const missingPage = (id: string) => new WikiError(404, `Cannot find a page with id [${id}]`);

/**
 * The page, if the caller may see it and it has one of the statuses.
 * @throws WikiError 404 otherwise: hidden and missing look the same.
 */
export function findPage(
  call: WikiCall,
  id: string,
  statuses: readonly PageStatus[] = ['current', 'archived', 'draft'],
): Page {
  const page = call.site.get('pages', id);
  if (!page || !statuses.includes(page.status) || !call.viewer.canView(page)) throw missingPage(id);
  return page;
}

/** The space, if the caller may see it. @throws WikiError 404 otherwise. */
export function findSpace(call: WikiCall, id: string): Space {
  const space = call.site.get('spaces', id);
  if (!space || !call.viewer.can('read space', space)) {
    throw new WikiError(404, `Could not find space with id [${id}]`);
  }
  return space;
}

/** The comment, if the caller may see its page. @throws WikiError 404 otherwise. */
export function findComment(call: WikiCall, id: string): FooterComment {
  const comment = call.site.get('comments', id);
  const page = comment && call.site.get('pages', comment.pageId);
  if (!comment || !page || page.status === 'trashed' || !call.viewer.canView(page)) {
    throw new WikiError(404, `Could not find comment with id [${id}]`);
  }
  return comment;
}

/** @throws WikiError 403 when the caller may see the page but not change it. */
export function requireEdit(call: WikiCall, page: Page): void {
  if (!call.viewer.canEdit(page)) {
    throw new WikiError(403, 'User does not have permission to edit the page');
  }
}

/** @throws WikiError 403 when the caller lacks a permission in a space. */
export function requireIn(call: WikiCall, operation: SpaceOperation, space: Space): void {
  if (!call.viewer.can(operation, space)) {
    throw new WikiError(403, `User does not have permission: ${operation}`);
  }
}

/** Who acts: the user, or the app's own account. @throws WikiError 401 for nobody. */
export function wikiActor(call: WikiCall): { by: string } {
  const { accountId } = call.viewer;
  if (accountId === undefined) throw new WikiError(401, 'Unauthorized');
  return { by: accountId ?? APP_ACCOUNT };
}
