import type { AdfNode } from '#src/domain/backlog/issue';
import type { BoardSetup } from '#src/ports/boards';

/** Sets an issue's estimate on a board, as the viewer; null empties it. @throws WriteFailure, ReadFailure */
export type WriteEstimate = (board: BoardSetup, issueId: string, estimate: number | null) => Promise<void>;

/** Sets an issue's priority, as the viewer; null asks Jira to empty it. @throws WriteFailure, ReadFailure */
export type WritePriority = (issueId: string, priorityId: string | null) => Promise<void>;

/** The description as the editor has it, whole: nothing of it may be lost on the way. null when empty. */
export type ReadDocument = (issueId: string) => Promise<AdfNode | null>;

/** Puts a whole description in place of the one there is; null empties it. @throws WriteFailure, ReadFailure */
export type WriteDocument = (issueId: string, document: AdfNode | null) => Promise<void>;

/**
 * Links two issues so that `blockerKey` blocks the issue. Linking what is linked already changes nothing.
 * @throws WriteFailure, with the reason `blocker-not-found` when Jira does not know that key for this viewer; ReadFailure
 */
export type LinkBlocker = (issueId: string, blockerKey: string) => Promise<void>;

/** Takes away what makes `blockerKey` block the issue; false when nothing does. @throws WriteFailure, ReadFailure */
export type UnlinkBlocker = (issueId: string, blockerKey: string) => Promise<boolean>;

/** The ways in which a user can change an issue. */
export interface IssueEdits {
  readonly writeEstimate: WriteEstimate;
  readonly writePriority: WritePriority;
  readonly readDocument: ReadDocument;
  readonly writeDocument: WriteDocument;
  readonly linkBlocker: LinkBlocker;
  readonly unlinkBlocker: UnlinkBlocker;
}
