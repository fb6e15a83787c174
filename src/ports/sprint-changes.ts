import type { BoardSetup } from '#src/ports/boards';

/** Changes a sprint's goal, as the viewer; empty takes it away. @throws WriteFailure when Jira refuses; ReadFailure */
export type WriteGoal = (sprintId: number, goal: string) => Promise<void>;

/**
 * Moves issues (50 at most) into a sprint, or out of every open one (null), as the viewer. Jira moves all of them or none.
 * @param beforeKey ranks them right before that issue, where the sprint takes it.
 * @throws WriteFailure when Jira refuses; ReadFailure
 */
export type MoveIssues = (
  issueKeys: readonly string[],
  sprintId: number | null,
  beforeKey: string | null,
) => Promise<void>;

/** Ranks issues (50 at most) right before another, as the viewer. @throws WriteFailure when Jira refuses; ReadFailure */
export type RankBefore = (issueKeys: readonly string[], beforeKey: string) => Promise<void>;

/** Where an issue stands. */
export interface IssuePlace {
  readonly id: string;
  readonly key: string;
  /** The open sprint it is in; null in the backlog. */
  readonly sprintId: number | null;
}

/**
 * Finds issues of this board by key (50 at most), as they are now and not as the index last saw them; those that are not on it, or
 * that the viewer may not see, are missing.
 */
export type FindPlaces = (board: BoardSetup, keys: readonly string[]) => Promise<readonly IssuePlace[]>;

/** What the viewer may do in the project that a board belongs to. */
export interface SprintRights {
  /** Change a sprint's goal. */
  readonly canManageSprints: boolean;
  /** Move issues in and out, and rank them. */
  readonly canMoveIssues: boolean;
  readonly canEditIssues: boolean;
}

/** @throws ReadFailure when the viewer may not see the board. */
export type ReadSprintRights = (boardId: number) => Promise<SprintRights>;
