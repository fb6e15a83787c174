import type { SprintOutcome } from '#src/domain/capacity/sprint-history';

/**
 * What a row of figures counts: estimates in closed sprints, issues in closed sprints, or issues in fortnights. Sprints and fortnights
 * have numbers of their own, and one sprint may be counted both ways.
 */
export type OutcomeSeries = 'sprint-points' | 'sprint-items' | 'fortnight-items';

/** The figures of one closed sprint or past fortnight as one viewer sees them, with all that they depend on. */
export interface KeptOutcome extends SprintOutcome {
  /** What was counted: another estimation field or another done column makes another figure. */
  readonly basis: string;
}

/** What was kept for the viewer about these sprints or fortnights of a board; those without a readable entry are missing. */
export type LoadSprintOutcomes = (
  boardId: number,
  series: OutcomeSeries,
  ids: readonly number[],
) => Promise<readonly KeptOutcome[]>;

/** Keeps figures for the viewer, in place of older ones of the same series. They go away by themselves. */
export type SaveSprintOutcomes = (
  boardId: number,
  series: OutcomeSeries,
  outcomes: readonly KeptOutcome[],
) => Promise<void>;
