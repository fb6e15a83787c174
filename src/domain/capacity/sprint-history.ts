/** What one closed sprint delivered, as numbers only. */
export interface SprintOutcome {
  readonly sprintId: number;
  /** ISO 8601 instants. */
  readonly startDate: string;
  readonly completeDate: string;
  /** Sum of the estimates of what was done inside the sprint. */
  readonly deliveredPoints: number;
  readonly deliveredItems: number;
}

/** Sprints needed before a forecast is given; fewer is "too little history". */
export const SPRINTS_REQUIRED = 5;

/** Sprints looked back on at most; older ones describe another team. */
export const SPRINTS_CONSIDERED = 10;
