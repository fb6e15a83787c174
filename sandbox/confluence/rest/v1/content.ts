import type { Page, PageVersion, Space } from '#sandbox/confluence/model';
import { lineOf } from '#sandbox/confluence/permissions';
import { isoDate, pagePath } from '#sandbox/confluence/rest/beans';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { oldUserBean } from '#sandbox/confluence/rest/people';
import { ok } from '#sandbox/jira/rest/endpoint';
import { oneObject } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';

export const READ_CONTENT = [['read:confluence-content.all'], ['read:content-details:confluence']] as const;

const EXPANDABLE = ['space', 'version', 'ancestors', 'history', 'body.atlas_doc_format'] as const;

/** What the query expands. @throws WikiError 501 for what is not simulated. */
export function expandOf(call: WikiCall): ReadonlySet<string> {
  const names = listOf(call.query, 'expand');
  const other = names.find((name) => !EXPANDABLE.some((each) => each === name));
  if (other !== undefined) throw new WikiError(501, `not simulated: expand=${other}`);
  return new Set(names);
}

const versionOf = (call: WikiCall, version: PageVersion) => ({
  by: oldUserBean(call, version.authorId),
  when: isoDate(version.createdAt),
  friendlyWhen: isoDate(version.createdAt).slice(0, 10),
  message: version.message,
  number: version.number,
  minorEdit: version.minorEdit,
  contentTypeModified: false,
  _expandable: { collaborators: '', content: '' },
  _links: { self: `${call.base}/rest/api/content/${version.pageId}/version/${version.number}` },
});

const spaceOf = (call: WikiCall, space: Space) => ({
  id: Number(space.id),
  key: space.key,
  alias: space.key,
  name: space.name,
  type: space.type,
  status: space.status,
  _expandable: { homepage: space.homepageId === null ? '' : `/rest/api/content/${space.homepageId}` },
  _links: { webui: `/spaces/${space.key}`, self: `${call.base}/rest/api/space/${space.key}` },
});

/** A page of version 1. */
export function contentBean(call: WikiCall, page: Page, expand: ReadonlySet<string>): object {
  const space = call.site.space(page.spaceId);
  const version = call.site.get('pageVersions', `${page.id}:${page.version}`);
  const missing = EXPANDABLE.filter((name) => !expand.has(name)).map((name) => [name.split('.')[0], '']);
  return {
    id: page.id,
    type: 'page',
    status: page.status,
    title: page.title,
    ...(expand.has('space') && { space: spaceOf(call, space) }),
    ...(expand.has('version') && version && { version: versionOf(call, version) }),
    ...(expand.has('ancestors') && {
      ancestors: lineOf(call.site, page)
        .slice(1)
        .reverse()
        .map((ancestor) => contentBean(call, ancestor, new Set())),
    }),
    ...(expand.has('history') && {
      history: {
        latest: true,
        createdBy: oldUserBean(call, page.authorId),
        ownedBy: oldUserBean(call, page.ownerId),
        createdDate: isoDate(page.createdAt),
        _expandable: { lastUpdated: '', previousVersion: '', contributors: '', nextVersion: '' },
        _links: { self: `${call.base}/rest/api/content/${page.id}/history` },
      },
    }),
    ...(expand.has('body.atlas_doc_format') && {
      body: {
        atlas_doc_format: {
          value: JSON.stringify(page.body),
          representation: 'atlas_doc_format',
          _expandable: {},
        },
      },
    }),
    extensions: { position: page.position },
    _expandable: Object.fromEntries(missing) as Record<string, string>,
    _links: {
      self: `${call.base}/rest/api/content/${page.id}`,
      webui: pagePath(space.key, page),
      editui: `/pages/resumedraft.action?draftId=${page.id}`,
      tinyui: `/x/${Number(page.id).toString(36)}`,
      base: call.base,
      context: '/wiki',
    },
  };
}

/** The page of a version 1 path, if the caller may see it. @throws WikiError 404, 400 */
export function findContent(call: WikiCall): Page {
  const id = call.params['id'] ?? '';
  if (!/^\d{1,18}$/.test(id)) throw new WikiError(400, `Content id '${id}' is not valid`);
  const page = call.site.get('pages', id);
  if (!page || page.status === 'trashed' || !call.viewer.canView(page)) {
    throw new WikiError(404, `No content found with id: ContentId{id=${id}}`);
  }
  return page;
}

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/content/{id}',
  scopes: READ_CONTENT,
  points: oneObject,
  isPublic: true,
  handle: (call) => ok(contentBean(call, findContent(call), expandOf(call))),
});

export const CONTENT = [GET];
