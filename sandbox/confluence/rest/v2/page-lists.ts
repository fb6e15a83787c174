import type { Page, PageVersion } from '#sandbox/confluence/model';
import { isoDate, pageBean, versionBean } from '#sandbox/confluence/rest/beans';
import { bodyBean } from '#sandbox/confluence/rest/documents';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { findPage, findSpace, idIn } from '#sandbox/confluence/rest/lookups';
import { cursorPage, type SortKeys } from '#sandbox/confluence/rest/paging';
import { pageOperations } from '#sandbox/confluence/rest/v2/page-parts';
import { READ_PAGE } from '#sandbox/confluence/rest/v2/pages';
import { ok } from '#sandbox/jira/rest/endpoint';
import { callOnly, objectsIn } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';

const LISTED = ['current', 'archived', 'trashed', 'deleted'];

function sortsOf({ site }: WikiCall): { keys: SortKeys<Page>; standard: string } {
  const changed = (page: Page) => site.get('pageVersions', `${page.id}:${page.version}`)?.createdAt ?? 0;
  return {
    keys: {
      id: ({ id }) => Number(id),
      title: ({ title }) => title.toLowerCase(),
      'created-date': ({ createdAt }) => createdAt,
      'modified-date': changed,
    },
    standard: 'id',
  };
}

/** The pages of a list that the caller may see and that the query's filters let through. Drafts are in no list. */
function chosen(call: WikiCall, pages: Iterable<Page>): Page[] {
  const { query, viewer } = call;
  const statuses = listOf(query, 'status');
  const unknown = statuses.find((status) => !LISTED.includes(status));
  if (unknown !== undefined)
    throw new WikiError(400, `Provided value {${unknown}} for 'status' is not valid`);
  const wanted = statuses.length === 0 ? ['current', 'archived'] : statuses;
  const title = query.get('title');
  return [...pages].filter(
    (page) =>
      wanted.includes(page.status) && (title === null || page.title === title) && viewer.canView(page),
  );
}

const LIST = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages',
  scopes: READ_PAGE,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const ids = new Set(listOf(call.query, 'id'));
    const spaces = new Set(listOf(call.query, 'space-id'));
    if (ids.size > 250) throw new WikiError(400, "At most 250 ids may be given in 'id'");
    const pages = [...call.site.all('pages')].filter(
      ({ id, spaceId }) => (ids.size === 0 || ids.has(id)) && (spaces.size === 0 || spaces.has(spaceId)),
    );
    return cursorPage(call, chosen(call, pages), sortsOf(call), (page) => pageBean(call, page));
  },
});

const IN_SPACE = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/spaces/{id}/pages',
  scopes: READ_PAGE,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const space = findSpace(call, idIn(call));
    const depth = call.query.get('depth') ?? 'all';
    if (depth !== 'all' && depth !== 'root') {
      throw new WikiError(400, `Provided value {${depth}} for 'depth' is not valid`);
    }
    const isTop = ({ parentId }: Page) => parentId === null;
    const pages = call.site.pagesOfSpace(space.id).filter((page) => depth === 'all' || isTop(page));
    return cursorPage(call, chosen(call, pages), sortsOf(call), (page) => pageBean(call, page));
  },
});

const CHILDREN = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{id}/children',
  scopes: READ_PAGE,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const parent = findPage(call, idIn(call));
    const children = call.site
      .childrenOf(parent.id)
      .filter((page) => ['current', 'archived'].includes(page.status) && call.viewer.canView(page));
    const sort = {
      keys: { ...sortsOf(call).keys, 'child-position': ({ position }: Page) => position },
      standard: 'child-position',
    };
    return cursorPage(call, children, sort, (page) => ({
      id: page.id,
      status: page.status,
      title: page.title,
      spaceId: page.spaceId,
      childPosition: page.position,
    }));
  },
});

const VERSIONS = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{id}/versions',
  scopes: READ_PAGE,
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const page = findPage(call, idIn(call));
    const keys: SortKeys<PageVersion> = { 'modified-date': ({ number }) => number };
    return cursorPage(
      call,
      call.site.versionsOf(page.id),
      { keys, standard: '-modified-date' },
      (version) => ({
        ...versionBean(version),
        page: { id: page.id, title: version.title, body: bodyBean(call, version.body) },
      }),
    );
  },
});

const VERSION = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{page-id}/versions/{version-number}',
  scopes: READ_PAGE,
  points: callOnly,
  isPublic: true,
  handle(call) {
    const page = findPage(call, idIn(call, 'page-id'));
    const number = Number(idIn(call, 'version-number'));
    const version = call.site.get('pageVersions', `${page.id}:${number}`);
    if (!version) throw new WikiError(404, `Cannot find version [${number}] of page with id [${page.id}]`);
    return ok({
      number,
      authorId: version.authorId,
      message: version.message,
      createdAt: isoDate(version.createdAt),
      minorEdit: version.minorEdit,
      contentTypeModified: false,
      collaborators: [version.authorId],
      prevVersion: number > 1 ? number - 1 : null,
      nextVersion: number < page.version ? number + 1 : null,
    });
  },
});

const OPERATIONS = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{id}/operations',
  scopes: READ_PAGE,
  points: callOnly,
  isPublic: true,
  handle: (call) => ok({ operations: pageOperations(call, findPage(call, idIn(call))) }),
});

export const PAGE_LISTS = [LIST, IN_SPACE, CHILDREN, VERSIONS, VERSION, OPERATIONS];
