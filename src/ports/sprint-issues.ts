import type { BoardToRead, ListedIssue } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';

/** An issue planned in a sprint, with what planning asks for beside its readiness. */
export interface ListedPlan extends ListedIssue {
  readonly isFlagged: boolean;
  readonly labels: readonly string[];
  /** Whether it has been in a sprint that is closed by now. */
  readonly isCarriedIn: boolean;
}

/** Reads the issues of a sprint that are not done, on this board, all of them in rank order; sub-tasks are left out. */
export type ReadPlannedIssues = (board: BoardToRead, sprintId: number) => Promise<readonly ListedPlan[]>;

/** Words of an issue, for showing only, and whether somebody flagged it. */
export interface DescribedIssue {
  readonly summary: string;
  readonly type: string;
  readonly isFlagged: boolean;
}

/** Issues of this board by id; those that the viewer may not see, or that left the board, are missing. */
export type DescribeIssues = (
  board: BoardSetup,
  issueIds: readonly string[],
) => Promise<ReadonlyMap<string, DescribedIssue>>;
