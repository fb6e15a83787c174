import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';

/** A sprint that is not closed. */
export interface OpenSprint {
  readonly id: number;
  readonly name: string;
  readonly state: 'active' | 'future';
}

/** A sprint that was started and closed. */
export interface ClosedSprint {
  readonly id: number;
  /** ISO 8601 instants. */
  readonly startDate: string;
  readonly completeDate: string;
}

/** A board's active and future sprints in their order on the board; null when the board has no sprints at all. */
export type ReadOpenSprints = (boardId: number) => Promise<readonly OpenSprint[] | null>;

/** The sprints that the board closed last, at most `count` of them, oldest first; empty when it has none. */
export type ReadClosedSprints = (boardId: number, count: number) => Promise<readonly ClosedSprint[]>;

/**
 * What the viewer sees that each of these sprints delivered, in the order given. On a board that counts issues the points
 * are 0; on one that estimates, items are those with an estimate. Since issues cost points, sprints farther back may be missing
 * from the answer once there are enough for a forecast.
 */
export type ReadSprintHistory = (
  board: BoardToRead,
  sprints: readonly ClosedSprint[],
) => Promise<readonly SprintOutcome[]>;

/**
 * What the stories say that these sprints finished last: how many of a sample were looked at, and how many said how they are verified. For
 * where figures are known already, and no issue has to be read for them.
 */
export type ReadPractice = (
  board: BoardToRead,
  sprints: readonly ClosedSprint[],
) => Promise<Pick<SprintOutcome, 'stories' | 'storiesWithCriteria'>>;

/** A calendar fortnight in UTC: from one Monday to the Monday two weeks later. ISO 8601 instants. */
export interface Fortnight {
  readonly number: number;
  readonly start: string;
  readonly end: string;
}

/** How many issues of the board were finished in each of these fortnights, in the order given. */
export type ReadThroughput = (
  board: BoardToRead,
  fortnights: readonly Fortnight[],
) => Promise<readonly SprintOutcome[]>;
