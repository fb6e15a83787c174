import { createPage } from '#sandbox/confluence/acts/pages';
import { demand, lastPosition, momentOf, requireTitle, type WikiDesk } from '#sandbox/confluence/acts/desk';
import type { Page } from '#sandbox/confluence/model';
import type { Act } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

/** What a copy is called, where it goes, and what comes along beside the body. */
export interface CopyRequest {
  readonly title: string;
  readonly spaceId: string;
  /** Below the home page of the space when it is left out; null is the top. */
  readonly parentId?: string | null;
  readonly copyRestrictions?: boolean;
  readonly copyProperties?: boolean;
}

/**
 * Copies a published page. The body is taken over byte by byte: macros keep their parameters and their localId, so that a
 * localId alone does not tell two macros apart.
 * @throws TitleTaken, SiteError
 */
export function copyPage(desk: WikiDesk, pageId: string, request: CopyRequest, act: Act): Page {
  const source = demand(desk, 'pages', pageId);
  if (source.status !== 'current') throw new SiteError(`A page that is ${source.status} cannot be copied.`);
  const { title, spaceId, parentId } = request;
  const copied = createPage(
    desk,
    {
      title,
      spaceId,
      ...(parentId !== undefined && { parentId }),
      body: structuredClone(source.body),
      copiedFrom: source.id,
    },
    act,
  );
  const { readers, editors } = source;
  const page = request.copyRestrictions === true ? { ...copied, readers, editors } : copied;
  desk.records.put('pages', page);
  if (request.copyProperties === true) {
    for (const property of desk.indexes.propertiesOf(source.id)) {
      desk.records.put('properties', {
        ...property,
        id: String(desk.records.nextId('properties')),
        pageId: page.id,
        version: 1,
        authorId: act.by,
        createdAt: momentOf(desk, act),
      });
    }
  }
  return page;
}

/** A page and all below it, itself first. */
export function branchOf(desk: WikiDesk, page: Page): Page[] {
  return [page, ...desk.indexes.childrenOf(page.id).flatMap((child) => branchOf(desk, child))];
}

/** Puts a page among its new siblings: after all of them, or at a place of theirs. */
function place(desk: WikiDesk, page: Page, index: number | null): void {
  const siblings = desk.indexes
    .pagesOfSpace(page.spaceId)
    .filter((each) => each.parentId === page.parentId && each.id !== page.id)
    .sort((a, b) => a.position - b.position);
  siblings.splice(index ?? siblings.length, 0, page);
  siblings.forEach((sibling, position) => {
    const isMoved = sibling.id === page.id || sibling.position !== position;
    if (isMoved) desk.records.put('pages', { ...sibling, position });
  });
}

/**
 * Moves a page with all below it: below another page, to the top, to a place among its siblings, or to another space. Ids,
 * versions and bodies stay as they are.
 * @param to.index its place among the pages there; the last one when it is left out.
 * @throws SiteError when a page would come below itself; TitleTaken when the other space has such a title.
 */
export function movePage(
  desk: WikiDesk,
  pageId: string,
  to: { readonly spaceId: string; readonly parentId: string | null; readonly index?: number },
): Page {
  const page = demand(desk, 'pages', pageId);
  demand(desk, 'spaces', to.spaceId);
  const branch = branchOf(desk, page);
  const isHome = [...desk.records.all('spaces')].some(({ homepageId }) => homepageId === pageId);
  if (isHome) throw new SiteError('The home page of a space cannot be moved.');
  if (to.parentId !== null) {
    const parent = demand(desk, 'pages', to.parentId);
    if (branch.some(({ id }) => id === parent.id))
      throw new SiteError('A page cannot be moved below itself.');
    if (parent.spaceId !== to.spaceId) throw new SiteError('The parent page is in another space.');
    if (parent.status !== 'current') throw new SiteError('The parent page is not published.');
  }
  if (page.spaceId !== to.spaceId) {
    for (const each of branch) {
      if (each.status !== 'draft') requireTitle(desk, to.spaceId, each.title, each.id);
    }
    for (const each of branch) desk.records.put('pages', { ...each, spaceId: to.spaceId });
  }
  const moved = { ...demand(desk, 'pages', pageId), parentId: to.parentId };
  place(desk, moved, to.index ?? null);
  return demand(desk, 'pages', pageId);
}

function requireNoHome(desk: WikiDesk, page: Page, words: string): void {
  if (demand(desk, 'spaces', page.spaceId).homepageId === page.id) {
    throw new SiteError(`The home page of a space cannot be ${words}.`);
  }
}

/** Archives a page with all published pages below it: it can be read and found by its address, and not edited. */
export function archivePage(desk: WikiDesk, pageId: string): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'current') throw new SiteError(`A page that is ${page.status} cannot be archived.`);
  requireNoHome(desk, page, 'archived');
  for (const each of branchOf(desk, page)) {
    if (each.status === 'current') desk.records.put('pages', { ...each, status: 'archived', draft: null });
  }
  return demand(desk, 'pages', pageId);
}

/** Where a page comes back to: below its old parent when that is published, else at the top. */
function returned(desk: WikiDesk, page: Page): Page {
  const parent = page.parentId === null ? undefined : desk.records.get('pages', page.parentId);
  const parentId = parent?.status === 'current' && parent.spaceId === page.spaceId ? parent.id : null;
  return { ...page, status: 'current', parentId, position: lastPosition(desk, page.spaceId, parentId) };
}

/** Makes an archived page a current one again, alone. */
export function unarchivePage(desk: WikiDesk, pageId: string): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'archived')
    throw new SiteError('Only an archived page can be restored from the archive.');
  const current = returned(desk, page);
  desk.records.put('pages', current);
  return current;
}

/** Puts a page into the trash; the pages below it move up to its parent. */
export function trashPage(desk: WikiDesk, pageId: string): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'current' && page.status !== 'archived') {
    throw new SiteError(`A page that is ${page.status} cannot be moved to the trash.`);
  }
  requireNoHome(desk, page, 'deleted');
  for (const child of desk.indexes.childrenOf(pageId)) {
    const position = lastPosition(desk, page.spaceId, page.parentId);
    desk.records.put('pages', { ...child, parentId: page.parentId, position });
  }
  const trashed: Page = { ...page, status: 'trashed', draft: null };
  desk.records.put('pages', trashed);
  return trashed;
}

/** Takes a page out of the trash, as it was. @throws TitleTaken when another page has its title by now. */
export function restorePage(desk: WikiDesk, pageId: string): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'trashed') throw new SiteError('Only a page in the trash can be restored.');
  requireTitle(desk, page.spaceId, page.title, page.id);
  const current = returned(desk, page);
  desk.records.put('pages', current);
  return current;
}

/** Deletes a page in the trash for good, with its history, comments and properties. */
export function purgePage(desk: WikiDesk, pageId: string): void {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'trashed') throw new SiteError('Only a page in the trash can be purged.');
  const { records, indexes } = desk;
  for (const { id } of indexes.versionsOf(pageId)) records.remove('pageVersions', id);
  for (const { id } of indexes.propertiesOf(pageId)) records.remove('properties', id);
  for (const comment of indexes.commentsOf(pageId)) {
    for (const { id } of indexes.commentVersionsOf(comment.id)) records.remove('commentVersions', id);
    records.remove('comments', comment.id);
  }
  records.remove('pages', pageId);
}
