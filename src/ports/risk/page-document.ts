import type { AdfNode } from '#src/domain/backlog/issue';

/**
 * The published document of a page, as the viewer may see it.
 * @throws ReadFailure `not-found` when they may not.
 */
export type ReadPageDocument = (pageId: string) => Promise<AdfNode>;
