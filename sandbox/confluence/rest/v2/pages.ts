import type { PageStatus } from '#sandbox/confluence/model';
import { pageBean } from '#sandbox/confluence/rest/beans';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import {
  findPage,
  findSpace,
  idIn,
  requireEdit,
  requireIn,
  wikiActor,
} from '#sandbox/confluence/rest/lookups';
import { pageWithParts } from '#sandbox/confluence/rest/v2/page-parts';
import { textOf, versionNumber, written } from '#sandbox/confluence/rest/v2/written-page';
import { NO_CONTENT, ok } from '#sandbox/jira/rest/endpoint';
import { callOnly, oneObject } from '#sandbox/jira/rest/points';
import { booleanOf } from '#sandbox/jira/rest/request';

export const READ_PAGE = [['read:page:confluence']] as const;
export const WRITE_PAGE = [['write:page:confluence']] as const;

const ONE_OF: readonly PageStatus[] = ['current', 'archived', 'draft', 'trashed'];

/** The statuses that the query asks for. @throws WikiError 400 on an unknown one. */
function statusesOf({ query }: WikiCall): readonly PageStatus[] | undefined {
  const names = query.getAll('status').flatMap((part) => part.split(','));
  if (names.length === 0) return undefined;
  return names.flatMap((name) => {
    const status = ONE_OF.find((each) => each === name);
    if (status) return [status];
    if (name === 'historical' || name === 'deleted') return [];
    throw new WikiError(400, `Provided value {${name}} for 'status' is not valid`);
  });
}

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{id}',
  scopes: READ_PAGE,
  points: oneObject,
  isPublic: true,
  handle(call) {
    // Without a status, a page in the trash is found as well: it says so itself.
    const page = findPage(call, idIn(call), statusesOf(call) ?? ONE_OF);
    const number = call.query.get('version');
    if (number !== null) {
      const version = call.site.get('pageVersions', `${page.id}:${number}`);
      if (!version) throw new WikiError(404, `Cannot find version [${number}] of page with id [${page.id}]`);
      const isNewest = version.number === page.version;
      const bean = pageWithParts(call, { ...page, version: version.number }, version);
      return ok({ ...bean, status: isNewest ? page.status : 'historical' });
    }
    if (booleanOf(call.query, 'get-draft', false) && page.draft) {
      requireEdit(call, page);
      return ok({ ...pageWithParts(call, page, page.draft), status: 'draft' });
    }
    return ok(pageWithParts(call, page));
  },
});

const CREATE = defineWikiEndpoint({
  operation: 'POST /wiki/api/v2/pages',
  scopes: WRITE_PAGE,
  points: callOnly,
  handle(call) {
    const { title, status, body, fields } = written(call, 'current');
    if (status !== 'current' && status !== 'draft') {
      throw new WikiError(400, `Provided value {${status}} for 'status' is not valid`);
    }
    const space = findSpace(call, textOf(fields['spaceId'], 'spaceId'));
    requireIn(call, 'create page', space);
    const { parentId } = fields;
    const isRoot = booleanOf(call.query, 'root-level', false);
    const isGiven = parentId !== undefined && parentId !== null;
    const parent = isGiven ? findPage(call, textOf(parentId, 'parentId')).id : undefined;
    const page = call.site.createPage(
      {
        spaceId: space.id,
        title: title ?? '',
        status,
        ...(body && { body }),
        ...(isRoot && { parentId: null }),
        ...(parent !== undefined && { parentId: parent }),
      },
      wikiActor(call),
    );
    return ok(pageBean(call, page));
  },
});

const UPDATE = defineWikiEndpoint({
  operation: 'PUT /wiki/api/v2/pages/{id}',
  scopes: WRITE_PAGE,
  points: callOnly,
  handle(call) {
    const id = idIn(call);
    const { title, body, status, fields } = written(call, undefined);
    if (textOf(fields['id'], 'id') !== id)
      throw new WikiError(400, 'The id of the body is not that of the path');
    const page = findPage(call, id, ONE_OF);
    const actor = wikiActor(call);
    if (title === undefined) throw new WikiError(400, "'title' is required");
    if (page.status === 'trashed' && status === 'current') {
      if (!call.viewer.canDelete(page))
        throw new WikiError(403, 'User does not have permission to restore the page');
      return ok(pageBean(call, call.site.restorePage(id)));
    }
    requireEdit(call, page);
    const { number, message } = versionNumber(fields);
    if (status === 'draft' && page.status !== 'draft') {
      throw new WikiError(501, 'not simulated: writing the draft of a published page');
    }
    if (status !== 'draft' && status !== 'current') {
      throw new WikiError(400, `Provided value {${status}} for 'status' is not valid`);
    }
    if (page.status === 'draft') {
      if (number !== 1) throw new WikiError(400, 'The version of a draft is 1');
      const edit = { title, body: body ?? page.body };
      return ok(
        pageBean(
          call,
          status === 'draft'
            ? call.site.saveDraft(id, edit, actor)
            : call.site.publishPage(id, { ...edit, message }, actor),
        ),
      );
    }
    // Confluence takes a page's place from the body too; moving it is an act of its own here.
    const { parentId, spaceId } = fields;
    if ((spaceId ?? page.spaceId) !== page.spaceId || (parentId ?? page.parentId) !== page.parentId) {
      throw new WikiError(501, 'not simulated: moving a page by an update');
    }
    const edit = { title, ...(body && { body }), version: number, message };
    return ok(pageBean(call, call.site.editPage(id, edit, actor)));
  },
});

const RENAME = defineWikiEndpoint({
  operation: 'PUT /wiki/api/v2/pages/{id}/title',
  scopes: WRITE_PAGE,
  points: callOnly,
  handle(call) {
    const { title } = written(call, undefined);
    const page = findPage(call, idIn(call));
    requireEdit(call, page);
    if (title === undefined) throw new WikiError(400, "'title' is required");
    const edit = { title, version: page.version + 1 };
    return ok(pageBean(call, call.site.editPage(page.id, edit, wikiActor(call))));
  },
});

const DELETE = defineWikiEndpoint({
  operation: 'DELETE /wiki/api/v2/pages/{id}',
  scopes: [['delete:page:confluence']],
  points: callOnly,
  handle(call) {
    const page = findPage(call, idIn(call), ONE_OF);
    wikiActor(call);
    const isDraft = booleanOf(call.query, 'draft', false);
    const isPurge = booleanOf(call.query, 'purge', false);
    if (!call.viewer.canDelete(page))
      throw new WikiError(403, 'User does not have permission to delete the page');
    if (isPurge) {
      requireIn(call, 'administer space', call.site.space(page.spaceId));
      call.site.purgePage(page.id);
    } else if (isDraft) {
      if (page.status !== 'draft') throw new WikiError(400, 'The page is not a draft');
      call.site.discardDraft(page.id);
    } else if (page.status === 'draft') {
      throw new WikiError(400, 'A draft is deleted with draft=true');
    } else {
      call.site.trashPage(page.id);
    }
    return NO_CONTENT;
  },
});

export const PAGES = [GET, CREATE, UPDATE, RENAME, DELETE];
