import type { Unit } from '#src/domain/capacity/forecast';
import type { Amount, SprintRecord } from '#src/domain/capacity/sprint-record';

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
  /**
   * Whether nothing that counts was ever in it. Such a sprint says nothing of what a team can do; one that had something in it and
   * delivered nothing does, whatever the reason. Left out for no.
   */
  readonly isUnused?: boolean | undefined;
  /** Whether the figures are those of Jira's own report, from change logs, and not from how issues stand today. Left out for no. */
  readonly isExact?: boolean | undefined;
}

/** Sprints needed before a forecast is given; fewer is "too little history". */
export const SPRINTS_REQUIRED = 5;

/** Sprints looked back on at most; older ones describe another team. */
export const SPRINTS_CONSIDERED = 10;

/** What of an amount counts in the unit: on points an issue without an estimate is unmeasured, which is not the same as nothing. */
function counted({ items, withoutEstimate }: Amount, unit: Unit): number {
  return unit === 'points' ? items - withoutEstimate : items;
}

/**
 * Whether a sprint says something of what its team can do: whether anything that counts in the unit was in it at its start, joined it or
 * was done in it. A sprint of holidays, planned and not delivered, does; one that was started and closed empty does not, and neither
 * does, on points, one whose issues nobody estimated.
 */
export function isTelling({ committed, added, delivered, carriedOver }: SprintRecord, unit: Unit): boolean {
  return [committed, added, delivered, carriedOver].some((amount) => counted(amount, unit) > 0);
}

/**
 * The outcome that a sprint's record tells. What stories say is not in a record.
 * @param unit what the outcome counts: on points, items are those with an estimate; on items, points are 0.
 */
export function outcomeOf(
  record: SprintRecord,
  unit: Unit,
  { stories, storiesWithCriteria }: Pick<SprintOutcome, 'stories' | 'storiesWithCriteria'>,
): SprintOutcome {
  const { sprintId, startDate, completeDate, delivered } = record;
  return {
    sprintId,
    startDate,
    completeDate,
    deliveredPoints: unit === 'points' ? delivered.points : 0,
    deliveredItems: counted(delivered, unit),
    stories,
    storiesWithCriteria,
    isUnused: !isTelling(record, unit),
    isExact: true,
  };
}
