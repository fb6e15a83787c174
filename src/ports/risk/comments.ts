import type { AdfNode } from '#src/domain/backlog/issue';

/** Writes a comment at the foot of a page, as the app itself. @throws ReadFailure */
export type AddComment = (pageId: string, document: AdfNode) => Promise<void>;

/** Whether the app itself may see a page that is published: it comments on no other. */
export type IsSeenByApp = (pageId: string) => Promise<boolean>;
