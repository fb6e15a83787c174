/** A sprint as boards show it. ISO 8601 instants in UTC; null where Jira has none. */
export interface BoardSprint {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  /** Empty where there is none. */
  readonly goal: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly completeDate: string | null;
  /** The board that it was made on; other boards show it as far as their issues are in it. null where Jira does not say. */
  readonly originBoardId: number | null;
}

/** A board's sprints. */
export interface BoardSprints {
  /** Active and future ones in their order on the board. */
  readonly open: readonly BoardSprint[];
  /** Those that were started and closed, the last ones, oldest first. */
  readonly closed: readonly BoardSprint[];
}

/**
 * Reads the sprints that a board shows the viewer: all open ones, and at most `closed` of those closed last. null when the board has no
 * sprints at all.
 */
export type ReadBoardSprints = (boardId: number, closed: number) => Promise<BoardSprints | null>;

/**
 * Reads one sprint, as the viewer.
 * @throws ReadFailure `not-found` when there is none, or the viewer sees neither its board nor an issue of it.
 */
export type ReadSprint = (sprintId: number) => Promise<BoardSprint>;
