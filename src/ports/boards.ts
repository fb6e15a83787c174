export type BoardType = 'scrum' | 'kanban' | 'simple';

export interface BoardSummary {
  readonly id: number;
  readonly name: string;
  readonly type: BoardType;
}

/** What a board is set up to do, as far as a backlog's health depends on it. */
export interface BoardSetup extends BoardSummary {
  /** The field whose number is an issue's estimate on this board; null when the board counts issues. */
  readonly estimation: { readonly fieldId: string; readonly displayName: string } | null;
  /** Statuses of the last column that has any: Jira takes issues there as done. */
  readonly doneStatusIds: readonly string[];
  /** Statuses of the first column that has any: work on an issue begins when it leaves them. Missing where nobody asks for it. */
  readonly firstStatusIds?: readonly string[];
  /** The saved filter whose issues the board shows. Missing where nobody asks for it. */
  readonly filterId?: string;
  /** Whether the board has a rank field; without one its lists come in an order of Jira's own. */
  readonly isRanked: boolean;
}

/**
 * Reads how a board is set up, as the viewer.
 * @throws ReadFailure `no-access` or `not-found` when the viewer may not see the board or there is none.
 */
export type ReadBoard = (boardId: number) => Promise<BoardSetup>;

/**
 * The boards of a project that the viewer may see, in Jira's order; empty when there are none.
 * @throws ReadFailure `not-found` when there is no such project for the viewer.
 */
export type ListBoards = (projectId: string) => Promise<readonly BoardSummary[]>;
