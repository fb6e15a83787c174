import {
  demand,
  lastPosition,
  momentOf,
  putVersion,
  requireNext,
  requireTitle,
  type WikiDesk,
} from '#sandbox/confluence/acts/desk';
import type { Audience, Page } from '#sandbox/confluence/model';
import { nextContentId } from '#sandbox/confluence/records';
import type { Adf } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

export const EMPTY_DOCUMENT: Adf = { type: 'doc', version: 1, content: [] };

/** What a new page starts with. */
export interface NewPage {
  readonly spaceId: string;
  readonly title: string;
  readonly body?: Adf;
  readonly status?: 'draft' | 'current';
  /** Below the home page of the space when it is left out; null is the top. */
  readonly parentId?: string | null;
  readonly copiedFrom?: string | null;
  readonly message?: string;
}

function parentOf(desk: WikiDesk, spaceId: string, parentId: string | null | undefined): string | null {
  if (parentId === undefined) return demand(desk, 'spaces', spaceId).homepageId;
  if (parentId === null) return null;
  const parent = demand(desk, 'pages', parentId);
  if (parent.spaceId !== spaceId) throw new SiteError('The parent page is in another space.');
  if (parent.status !== 'current') throw new SiteError('The parent page is not published.');
  return parent.id;
}

/** Creates a page: published at once, or a draft that only its author sees. @throws TitleTaken, SiteError */
export function createPage(desk: WikiDesk, fields: NewPage, act: Act): Page {
  const { spaceId, title, status = 'current', body = EMPTY_DOCUMENT } = fields;
  demand(desk, 'spaces', spaceId);
  const parentId = parentOf(desk, spaceId, fields.parentId);
  if (status === 'current') requireTitle(desk, spaceId, title, null);
  const page: Page = {
    id: nextContentId(desk.records),
    spaceId,
    title,
    parentId,
    position: lastPosition(desk, spaceId, parentId),
    status,
    authorId: act.by,
    ownerId: act.by,
    createdAt: momentOf(desk, act),
    body,
    version: 1,
    draft: null,
    readers: null,
    editors: null,
    copiedFrom: fields.copiedFrom ?? null,
  };
  if (status === 'current') return putVersion(desk, page, act, { message: fields.message ?? '' });
  desk.records.put('pages', page);
  return page;
}

/**
 * Keeps what is being written, without publishing it. Of a page that was never published it is the page itself; of others a
 * draft beside it, which all who edit the page share.
 * @param edit.basedOn the version that its writer began with.
 */
export function saveDraft(
  desk: WikiDesk,
  pageId: string,
  edit: { title: string; body: Adf; basedOn?: number },
  act: Act,
): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'draft' && page.status !== 'current') {
    throw new SiteError(`A page that is ${page.status} cannot be edited.`);
  }
  const { title, body } = edit;
  const basedOn = edit.basedOn ?? page.draft?.basedOn ?? page.version;
  const draft = { title, body, basedOn, authorId: act.by, updatedAt: momentOf(desk, act) };
  const saved: Page = page.status === 'draft' ? { ...page, title, body } : { ...page, draft };
  desk.records.put('pages', saved);
  return saved;
}

/** Throws away what is not published; a page that never was goes for good. Answers what is left of the page. */
export function discardDraft(desk: WikiDesk, pageId: string): Page | null {
  const page = demand(desk, 'pages', pageId);
  if (page.status === 'draft') {
    for (const { id } of desk.indexes.propertiesOf(pageId)) desk.records.remove('properties', id);
    desk.records.remove('pages', pageId);
    return null;
  }
  const kept = { ...page, draft: null };
  desk.records.put('pages', kept);
  return kept;
}

/** Publishes a page that was a draft so far, as its version 1. @throws TitleTaken, SiteError */
export function publishPage(
  desk: WikiDesk,
  pageId: string,
  edit: { title?: string; body?: Adf; message?: string },
  act: Act,
): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'draft') throw new SiteError('Only a draft can be published.');
  const { title = page.title, body = page.body } = edit;
  requireTitle(desk, page.spaceId, title, page.id);
  return putVersion(desk, { ...page, title, body, status: 'current' }, act, { message: edit.message ?? '' });
}

/** An edit of a published page. `version` is the number that the new version is to have. */
export interface PageEdit {
  readonly title?: string;
  readonly body?: Adf;
  readonly version: number;
  readonly message?: string;
  readonly minorEdit?: boolean;
}

/** Publishes another version and drops the draft. @throws VersionConflict, TitleTaken, SiteError */
export function editPage(desk: WikiDesk, pageId: string, edit: PageEdit, act: Act): Page {
  const page = demand(desk, 'pages', pageId);
  if (page.status !== 'current') throw new SiteError(`A page that is ${page.status} cannot be edited.`);
  requireNext('page', page.version, edit.version);
  const { title = page.title, body = page.body } = edit;
  if (title !== page.title) requireTitle(desk, page.spaceId, title, page.id);
  const { message = '', minorEdit = false } = edit;
  const edited = { ...page, title, body, version: edit.version, draft: null };
  return putVersion(desk, edited, act, { message, minorEdit });
}

/** Publishes an older version anew, as the newest one. @throws SiteError when there is no such version. */
export function restoreVersion(desk: WikiDesk, pageId: string, number: number, act: Act): Page {
  const page = demand(desk, 'pages', pageId);
  const { title, body } = demand(desk, 'pageVersions', `${pageId}:${number}`);
  const message = `Reverted from v. ${number}`;
  return editPage(desk, pageId, { title, body, version: page.version + 1, message }, act);
}

/** Says who may view and who may edit a page; null lifts a restriction. */
export function restrictPage(
  desk: WikiDesk,
  pageId: string,
  change: { readers?: Audience | null; editors?: Audience | null },
): Page {
  const page = { ...demand(desk, 'pages', pageId), ...change };
  desk.records.put('pages', page);
  return page;
}
