import { Refusal } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import type { Page, Space } from '#sandbox/confluence/model';
import { createWikiViewer, lineOf, type WikiViewer } from '#sandbox/confluence/permissions';

const personIn = (site: LocalSite, accountId: string) => ({
  accountId,
  displayName:
    site.jira.get('users', accountId)?.displayName ?? (accountId === 'app' ? 'App' : 'Former user'),
});

/** The page, if the viewer may see it. @throws Refusal 404 */
export function pageFor(site: LocalSite, viewer: WikiViewer, id: string | null): Page {
  const page = id === null ? undefined : site.wiki.get('pages', id);
  if (!page || !viewer.canView(page)) throw new Refusal(404, `No page ${id ?? ''} for this user.`);
  return page;
}

/** The space, if the viewer may see it. @throws Refusal 404 */
export function spaceFor(site: LocalSite, viewer: WikiViewer, key: string | null): Space {
  const space = key === null ? undefined : site.wiki.spaceByKey(key);
  if (!space || !viewer.can('read space', space))
    throw new Refusal(404, `No space ${key ?? ''} for this user.`);
  return space;
}

const isPublic = (space: Space) =>
  space.grants.some(({ operation, holder }) => operation === 'read space' && holder.type === 'anonymous');

/** The spaces that the viewer may see. */
export function readSpaces(site: LocalSite, accountId: string | undefined) {
  const viewer = createWikiViewer(site.wiki, accountId);
  return [...site.wiki.all('spaces')]
    .filter((space) => viewer.can('read space', space))
    .map((space) => ({
      id: space.id,
      key: space.key,
      name: space.name,
      description: space.description,
      isPublic: isPublic(space),
      homepageId: space.homepageId,
    }));
}

export type ShownSpace = ReturnType<typeof readSpaces>[number];

const entryOf = ({ id, title, parentId, position, status, readers }: Page) => ({
  id,
  title,
  parentId,
  position,
  status,
  isRestricted: readers !== null,
});

export type TreeEntry = ReturnType<typeof entryOf>;

/** A space with the pages that the viewer may see: the tree, and what lies in the archive, in the trash and in drafts. */
export function readSpace(site: LocalSite, accountId: string | undefined, key: string | null) {
  const viewer = createWikiViewer(site.wiki, accountId);
  const space = spaceFor(site, viewer, key);
  const pages = site.wiki.pagesOfSpace(space.id).filter((page) => viewer.canView(page));
  const ofStatus = (status: Page['status']) =>
    pages
      .filter((page) => page.status === status)
      .sort((a, b) => a.position - b.position)
      .map(entryOf);
  return {
    id: space.id,
    key: space.key,
    name: space.name,
    description: space.description,
    isPublic: isPublic(space),
    homepageId: space.homepageId,
    tree: ofStatus('current'),
    archived: ofStatus('archived'),
    trashed: ofStatus('trashed'),
    drafts: ofStatus('draft'),
    canCreate: accountId !== undefined && viewer.can('create page', space),
    canAdminister: viewer.can('administer space', space),
  };
}

export type SpaceData = ReturnType<typeof readSpace>;

/** A page with all that its view, its editor and its dialogs need. */
export function readPage(site: LocalSite, accountId: string | undefined, id: string | null) {
  const { wiki } = site;
  const viewer = createWikiViewer(wiki, accountId);
  const page = pageFor(site, viewer, id);
  const space = wiki.space(page.spaceId);
  const version = wiki.get('pageVersions', `${page.id}:${page.version}`);
  const canEdit = viewer.canEdit(page);
  const audience = (list: Page['readers']) =>
    list && { people: list.accountIds.map((one) => personIn(site, one)), groupIds: list.groupIds };
  return {
    id: page.id,
    title: page.title,
    status: page.status,
    body: page.body,
    version: page.version,
    space: { key: space.key, name: space.name },
    ancestors: lineOf(wiki, page)
      .slice(1)
      .reverse()
      .map((above) => ({ id: above.id, title: above.title })),
    author: personIn(site, page.authorId),
    changedBy: personIn(site, version?.authorId ?? page.authorId),
    changedAt: version?.createdAt ?? page.createdAt,
    draft: canEdit ? page.draft : null,
    readers: audience(page.readers),
    editors: audience(page.editors),
    can: {
      edit: canEdit && page.status !== 'archived' && page.status !== 'trashed',
      comment: accountId !== undefined && page.status === 'current' && viewer.can('create comment', space),
      restrict: canEdit && viewer.can('restrict_content space', space),
      archive: canEdit && viewer.can('archive page', space),
      delete: viewer.canDelete(page),
      purge: viewer.can('administer space', space),
      copy: canEdit,
    },
    isHome: space.homepageId === page.id,
    comments: wiki.commentsOf(page.id).map((comment) => ({
      id: comment.id,
      parentId: comment.parentId,
      author: personIn(site, comment.authorId),
      createdAt: comment.createdAt,
      version: comment.version,
      body: comment.body,
      canDelete: viewer.canChange(comment, 'delete'),
    })),
  };
}

export type PageData = ReturnType<typeof readPage>;

/** The versions of a page, newest first. */
export function readHistory(site: LocalSite, accountId: string | undefined, id: string | null) {
  const viewer = createWikiViewer(site.wiki, accountId);
  const page = pageFor(site, viewer, id);
  return {
    page: readPage(site, accountId, page.id),
    versions: site.wiki
      .versionsOf(page.id)
      .toReversed()
      .map(({ number, title, authorId, createdAt, message }) => ({
        number,
        title,
        author: personIn(site, authorId),
        createdAt,
        message,
      })),
  };
}

export type HistoryData = ReturnType<typeof readHistory>;

/** Who may be put on a list of readers or editors: everybody on the site. */
export const readPeople = (site: LocalSite) =>
  [...site.jira.all('users')].map(({ accountId }) => personIn(site, accountId));
