import type { StatusCategory } from '#src/domain/backlog/issue';
import type { BoardToRead, ListedIssue } from '#src/ports/backlog';
import type { SitePriority } from '#src/ports/site';

/** One issue as its own page shows it, with what tells whether it is on a backlog at all. */
export interface WorkItemRead {
  readonly issue: ListedIssue;
  readonly statusId: string;
  readonly statusCategory: StatusCategory;
  /** Whether the sprint it is in has begun and is not over. */
  readonly isInActiveSprint: boolean;
}

/**
 * One issue as it is now, from Jira's database.
 * @throws ReadFailure `not-found` when the viewer may not see it.
 */
export type ReadWorkItem = (board: BoardToRead, issueId: string) => Promise<WorkItemRead>;

/** How a board was set up when it was last read for a work item: no names but those of fields' ids. */
export interface KnownSetup {
  /** ISO 8601 instant. */
  readonly readAt: string;
  /** Of the board's settings by which its fields were chosen. */
  readonly settingsVersion: number;
  /** Its name and its fields' names are empty. */
  readonly board: BoardToRead;
  /** Without names. */
  readonly priorities: readonly SitePriority[];
}

/** The board by whose rules the viewer's work items of a project are judged. */
export interface WorkItemBoard {
  readonly boardId: number;
  readonly setup: KnownSetup;
}

/** null where nothing readable is kept for the viewer and this project. */
export type LoadWorkItemBoard = (projectId: string) => Promise<WorkItemBoard | null>;

/** Keeps it in place of the last one; what cannot be written is left out. */
export type SaveWorkItemBoard = (projectId: string, board: WorkItemBoard) => Promise<void>;
