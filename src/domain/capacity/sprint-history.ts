/** What a team's past is cut into: its closed sprints or, on boards without sprints, calendar fortnights. */
export type Period = 'sprint' | 'fortnight';

/** What one closed sprint (or one past fortnight) delivered, as numbers only. */
export interface SprintOutcome {
  /** Of a fortnight, its number since 1970. */
  readonly sprintId: number;
  /** ISO 8601 instants. */
  readonly startDate: string;
  readonly completeDate: string;
  /** Sum of the estimates of what was done inside the sprint. */
  readonly deliveredPoints: number;
  readonly deliveredItems: number;
  /** Stories among the delivered items whose text was looked at, and how many of them said how they are verified. */
  readonly stories: number;
  readonly storiesWithCriteria: number;
}

/** Sprints needed before a forecast is given; fewer is "too little history". */
export const SPRINTS_REQUIRED = 5;

/** Sprints looked back on at most; older ones describe another team. */
export const SPRINTS_CONSIDERED = 10;
