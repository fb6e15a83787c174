import type { RegisterStore } from '#src/ports/risk/register-store';

/** The store's way to the summaries of many registers, a page at a time. */
export type ListSummaries = RegisterStore['listSummaries'];

/** A published page that the viewer may see, as Confluence has it now. */
export interface PageInSight {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  /** Its address on the site, from `/wiki` on. */
  readonly path: string;
}

/**
 * Those of at most 250 pages that are published and that the viewer may see, in one call: pages that are drafts, archived or in
 * the trash are missing, and so are those that the viewer may not see.
 * @throws ReadFailure
 */
export type ReadPagesInSight = (pageIds: readonly string[]) => Promise<readonly PageInSight[]>;

/** Whether the viewer may see a space. @throws ReadFailure when Confluence says neither. */
export type MaySeeSpace = (spaceId: string) => Promise<boolean>;
