import { daysBetween, type Day } from '#src/domain/trend/day';

/** A day of which somebody read the runway, in sprints in 85 of 100 cases. */
export interface RunwayDay {
  readonly day: Day;
  readonly p85: number;
}

/** The runway that a team is asked to keep ready: the boundary of green. */
export const SPRINTS_AHEAD = 2;

/** How the runway went, from the first day on which it was read to the last. */
export interface RunwayStory {
  readonly first: RunwayDay;
  readonly last: RunwayDay;
  /** Days between the two; 0 when it was read on one day only. */
  readonly days: number;
  /** Whether the last reading was at two sprints or more. */
  readonly isAhead: boolean;
  /** The first day of the last stretch of readings that were all on that side of two sprints. */
  readonly since: Day;
  /** Whether that stretch goes back to the first reading: then it may have begun before. */
  readonly isAllAlong: boolean;
}

/** @param runways Oldest first. null when there is none. */
export function storyOf(runways: readonly RunwayDay[]): RunwayStory | null {
  const first = runways[0];
  const last = runways.at(-1);
  if (first === undefined || last === undefined) return null;
  const isAhead = last.p85 >= SPRINTS_AHEAD;
  const turn = runways.findLastIndex(({ p85 }) => p85 >= SPRINTS_AHEAD !== isAhead);
  return {
    first,
    last,
    days: daysBetween(first.day, last.day),
    isAhead,
    since: runways[turn + 1]?.day ?? last.day,
    isAllAlong: turn === -1,
  };
}
