import type { Clock } from '#sandbox/clock';
import type { Page, PageVersion, WikiCollections } from '#sandbox/confluence/model';
import type { WikiIndexes, WikiRecords } from '#sandbox/confluence/records';
import type { Act } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

/** What every act works with. */
export interface WikiDesk {
  readonly records: WikiRecords;
  readonly indexes: WikiIndexes;
  readonly clock: Clock;
}

/** An edit was made to a state that is no longer the newest one. */
export class VersionConflict extends SiteError {
  override readonly name = 'VersionConflict';
  readonly current: number;
  readonly provided: number;

  constructor(what: 'page' | 'comment' | 'content property', current: number, provided: number) {
    super(
      `Version must be incremented when updating a ${what}. Current Version: [${current}]. Provided version: [${provided}]`,
    );
    this.current = current;
    this.provided = provided;
  }
}

/** A title that another page of the space has. */
export class TitleTaken extends SiteError {
  override readonly name = 'TitleTaken';
}

/** The record. @throws SiteError that names what is missing. */
export function demand<Name extends keyof WikiCollections>(
  desk: WikiDesk,
  name: Name,
  id: string,
): WikiCollections[Name] {
  const record = desk.records.get(name, id);
  if (record === undefined) throw new SiteError(`There is no record ${id} in ${name}.`);
  return record;
}

/** When an act happened. */
export const momentOf = (desk: WikiDesk, act: Act): number => act.at ?? desk.clock.now();

/** @throws VersionConflict when `provided` is not the number that follows `current`. */
export function requireNext(
  what: 'page' | 'comment' | 'content property',
  current: number,
  provided: number,
): void {
  if (provided !== current + 1) throw new VersionConflict(what, current, provided);
}

/** Titles are unique among the published pages of a space. @throws TitleTaken; SiteError without a title. */
export function requireTitle(desk: WikiDesk, spaceId: string, title: string, pageId: string | null): void {
  if (title.trim() === '') throw new SiteError('A published page needs a title.');
  if (title.length > 255) throw new SiteError('A title has at most 255 characters.');
  const isTaken = desk.indexes
    .pagesOfSpace(spaceId)
    .some(
      (page) =>
        page.id !== pageId &&
        (page.status === 'current' || page.status === 'archived') &&
        page.title.toLowerCase() === title.toLowerCase(),
    );
  if (isTaken) {
    throw new TitleTaken('A page with this title already exists: A page already exists with the same TITLE');
  }
}

/** The place after the last page of a parent. */
export function lastPosition(desk: WikiDesk, spaceId: string, parentId: string | null): number {
  const siblings =
    parentId === null
      ? desk.indexes.pagesOfSpace(spaceId).filter((page) => page.parentId === null)
      : desk.indexes.childrenOf(parentId);
  return Math.max(-1, ...siblings.map(({ position }) => position)) + 1;
}

/** Puts a page as it is now published, and remembers that state in its history. */
export function putVersion(
  desk: WikiDesk,
  page: Page,
  act: Act,
  { message = '', minorEdit = false }: { message?: string; minorEdit?: boolean } = {},
): Page {
  const version: PageVersion = {
    id: `${page.id}:${page.version}`,
    pageId: page.id,
    number: page.version,
    title: page.title,
    body: page.body,
    authorId: act.by,
    createdAt: momentOf(desk, act),
    message,
    minorEdit,
  };
  desk.records.put('pages', page);
  desk.records.put('pageVersions', version);
  return page;
}
