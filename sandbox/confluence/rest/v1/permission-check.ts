import type { Page } from '#sandbox/confluence/model';
import { createWikiViewer, type WikiViewer } from '#sandbox/confluence/permissions';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { ok } from '#sandbox/jira/rest/endpoint';
import { callOnly } from '#sandbox/jira/rest/points';
import { isObject } from '#sandbox/jira/rest/request';

const OPERATIONS = ['read', 'update', 'delete'] as const;

const ALLOWS: Readonly<Record<(typeof OPERATIONS)[number], (viewer: WikiViewer, page: Page) => boolean>> = {
  read: (viewer, page) => viewer.canView(page),
  update: (viewer, page) => viewer.canEdit(page),
  delete: (viewer, page) => viewer.canDelete(page),
};

/** Whose permission is asked for: another's only by administrators and by the app itself. @throws WikiError 400, 403 */
function subjectOf(call: WikiCall, subject: unknown): WikiViewer {
  if (!isObject(subject) || typeof subject['identifier'] !== 'string') {
    throw new WikiError(400, 'The subject must have a type and an identifier');
  }
  const { type, identifier } = subject;
  if (type === 'group') throw new WikiError(501, 'not simulated: the permissions of a group');
  if (type !== 'user') throw new WikiError(400, "The type of the subject is 'user' or 'group'");
  const { accountId, isAdmin } = call.viewer;
  if (identifier !== accountId && !isAdmin && accountId !== null) {
    throw new WikiError(403, 'Only an administrator can check the permissions of another user');
  }
  return createWikiViewer(call.site, identifier);
}

const CHECK = defineWikiEndpoint({
  operation: 'POST /wiki/rest/api/content/{id}/permission/check',
  scopes: [['read:confluence-content.permission'], ['read:content.permission:confluence']],
  points: callOnly,
  isPublic: true,
  handle(call) {
    const id = call.params['id'] ?? '';
    if (!isObject(call.body)) throw new WikiError(400, 'The request has no JSON body');
    const operation = OPERATIONS.find((each) => isObject(call.body) && each === call.body['operation']);
    if (!operation) throw new WikiError(400, `The operation is one of ${OPERATIONS.join(', ')}`);
    const subject = subjectOf(call, call.body['subject']);
    const page = call.site.get('pages', id);
    if (!page) throw new WikiError(404, `No content found with id: ContentId{id=${id}}`);
    if (ALLOWS[operation](subject, page)) return ok({ hasPermission: true, errors: [] });
    const space = call.site.space(page.spaceId);
    const where = subject.can('read space', space) ? 'content' : 'space';
    const translation = `User does not have permission to the ${where}`;
    return ok({ hasPermission: false, errors: [{ translation, args: [] }] });
  },
});

export const PERMISSION_CHECK = [CHECK];
