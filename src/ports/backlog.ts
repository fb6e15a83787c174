import type { AdfNode, BacklogIssue, Blocker, Parent } from '#src/domain/backlog/issue';
import type { BoardSetup } from '#src/ports/boards';

/** A blocker before it is known where it stands in rank order. */
export interface LinkedBlocker extends Omit<Blocker, 'place'> {
  readonly id: string;
}

/** An issue as a list of the board gives it, before its blockers are placed and its parent is read. */
export interface ListedIssue extends Omit<BacklogIssue, 'blockers' | 'parent'> {
  readonly blockers: readonly LinkedBlocker[];
  readonly parent: Omit<Parent, 'description'> | null;
  /** Display names, for showing only: null where there is nobody or nothing. */
  readonly assigneeName: string | null;
  readonly priorityName: string | null;
}

export interface BacklogPage {
  readonly issues: readonly ListedIssue[];
  /** Where the next page starts; null after the last one. */
  readonly next: string | null;
}

/** A board with the fields beyond the usual ones that its issues are read with. */
export interface BoardToRead extends BoardSetup {
  /** Fields that hold acceptance criteria. */
  readonly criteriaFieldIds: readonly string[];
  /** Fields that the team requires. */
  readonly requiredFieldIds: readonly string[];
}

/**
 * Reads the next stretch of the board's backlog in rank order: issues that are not done and in no active or future sprint.
 * Sub-tasks are left out, their parent counts. `from` is null for the top; `size` is what is asked for, Jira may give fewer.
 */
export type ReadBacklogPage = (board: BoardToRead, from: string | null, size: number) => Promise<BacklogPage>;

/**
 * Reads the next stretch of the issues of these sprints that are not done, in rank order whatever their sprint; sub-tasks are
 * left out. `from` is null for the top; `size` is what is asked for, Jira may give fewer.
 */
export type ReadSprintIssues = (
  board: BoardToRead,
  sprintIds: readonly number[],
  from: string | null,
  size: number,
) => Promise<BacklogPage>;

/** Which of these issues (by id) are in one of these sprints of the board. */
export type FindInSprints = (
  board: BoardSetup,
  issueIds: readonly string[],
  sprintIds: readonly number[],
) => Promise<ReadonlySet<string>>;

/** Which of these issues (by id) are on this board at all, in whatever column. */
export type FindOnBoard = (board: BoardSetup, issueIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Descriptions of issues by id; those that the viewer may not see are missing. */
export type ReadDescriptions = (
  issueIds: readonly string[],
) => Promise<ReadonlyMap<string, AdfNode | null | undefined>>;

/**
 * One issue as it is now, from Jira's database and not from its index.
 * @throws ReadFailure `not-found` when the viewer may not see it.
 */
export type ReadIssue = (board: BoardToRead, issueId: string) => Promise<ListedIssue>;
