import { ISSUES_READ_WITHOUT_DEMAND } from '#src/domain/backlog/runway';
import type { Demand } from '#src/domain/capacity/forecast';

/**
 * Issues asked for while the team's past is still being read. Every issue read costs a point, so this is less than five
 * sprints of a small team; the page after it is measured.
 */
export const FIRST_PAGE_SIZE = 15;

/**
 * Issues of all future sprints asked for at once: more than teams plan, since what is over cannot be used. Then each sprint is
 * read by itself, by so many at a time.
 */
export const PLANNED_PAGE_SIZE = 100;
export const ONE_SPRINT_PAGE_SIZE = 30;

/** A page saved is a round trip saved, and those are waited for. */
const SMALLEST = 10;
const LARGEST = 100;

/** Asks for a little more than the average says, so that one page is mostly enough. */
const MARGIN = 1.1;

/** How many issues the next page should hold, judging by what those read so far weigh. */
export function nextPageSize(widthsSoFar: readonly number[], demand: Demand | null): number {
  const count = widthsSoFar.length;
  const total = widthsSoFar.reduce((sum, width) => sum + width, 0);
  const missing =
    demand === null || total === 0
      ? ISSUES_READ_WITHOUT_DEMAND - count
      : ((demand.five.p85 - total) / (total / count)) * MARGIN;
  return Math.min(LARGEST, Math.max(SMALLEST, Math.ceil(missing)));
}
