import type { SprintRecord } from '#src/domain/capacity/sprint-record';

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

/**
 * An outcome with the exact figures of the sprint's record in place of approximate ones. What stories say is not in a record and stays
 * as it is.
 * @param unit what the outcome counts: on points, items are those with an estimate; on items, points are 0.
 */
export function withExactFigures(
  outcome: Pick<SprintOutcome, 'stories' | 'storiesWithCriteria'>,
  { sprintId, startDate, completeDate, delivered }: SprintRecord,
  unit: 'points' | 'items',
): SprintOutcome {
  const { stories, storiesWithCriteria } = outcome;
  return {
    sprintId,
    startDate,
    completeDate,
    deliveredPoints: unit === 'points' ? delivered.points : 0,
    deliveredItems: unit === 'points' ? delivered.items - delivered.withoutEstimate : delivered.items,
    stories,
    storiesWithCriteria,
  };
}
