import type { BacklogIssue, Blocker } from '#src/domain/backlog/issue';
import type { BoardSetup } from '#src/ports/boards';

/** A blocker before it is known where it stands in rank order. */
export interface LinkedBlocker extends Omit<Blocker, 'place'> {
  readonly id: string;
}

/** An issue as a list of the board gives it, before its blockers are placed. */
export interface ListedIssue extends Omit<BacklogIssue, 'blockers'> {
  readonly blockers: readonly LinkedBlocker[];
}

export interface BacklogPage {
  readonly issues: readonly ListedIssue[];
  /** Where the next page starts; null after the last one. */
  readonly next: string | null;
}

/**
 * Reads the next stretch of the board's backlog in rank order: issues that are not done and in no active or future sprint.
 * Sub-tasks are left out, their parent counts. `from` is null for the top; `size` is what is asked for, Jira may give fewer.
 */
export type ReadBacklogPage = (board: BoardSetup, from: string | null, size: number) => Promise<BacklogPage>;

/**
 * Reads the next stretch of the issues of these sprints that are not done, in rank order whatever their sprint; sub-tasks are
 * left out. `from` is null for the top; `size` is what is asked for, Jira may give fewer.
 */
export type ReadSprintIssues = (
  board: BoardSetup,
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
