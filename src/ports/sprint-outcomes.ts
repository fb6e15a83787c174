import type { SprintOutcome } from '#src/domain/capacity/sprint-history';

/** The figures of one closed sprint as one viewer sees them, with all that they depend on. */
export interface KeptOutcome extends SprintOutcome {
  /** What was counted: another estimation field or another done column makes another figure. */
  readonly basis: string;
}

/** What was kept for the viewer about these sprints of a board; sprints without a readable entry are missing. */
export type LoadSprintOutcomes = (
  boardId: number,
  sprintIds: readonly number[],
) => Promise<readonly KeptOutcome[]>;

/** Keeps figures for the viewer, in place of older ones of the same sprints. They go away by themselves. */
export type SaveSprintOutcomes = (boardId: number, outcomes: readonly KeptOutcome[]) => Promise<void>;
