import { ISSUES_READ_WITHOUT_DEMAND } from '#src/domain/backlog/runway';
import type { Demand } from '#src/domain/capacity/forecast';

/**
 * Issues asked for while nothing is known of the team yet. Every issue read costs a point, so this is less than five
 * sprints of a small team; the page after it is measured.
 */
export const FIRST_PAGE_SIZE = 15;

/**
 * Issues of all future sprints asked for at once: more than teams plan, since what is over cannot be used. Then each sprint is
 * read by itself, by so many at a time.
 */
export const PLANNED_PAGE_SIZE = 100;
export const ONE_SPRINT_PAGE_SIZE = 30;

/**
 * Issues read in all before the team's past is known and without anything to judge it by: five sprints of a small team.
 * Less costs a round trip more often, more costs points in vain.
 */
export const ISSUES_READ_ON_TRUST = 40;

const LARGEST = 100;

/** Asks for a little more than the average says, so that one page is mostly enough: a page more is a round trip more. */
const MARGIN = 1.1;
const SPARE = 4;

const enough = (missing: number) => Math.ceil(Math.max(missing * MARGIN, missing + SPARE));
const within = (size: number) => Math.min(LARGEST, Math.max(SPARE, size));

/** How many issues are missing to `amount` in all, judging by what those read so far weigh; null while they weigh nothing. */
function missingTo(amount: number, widthsSoFar: readonly number[]): number | null {
  const total = widthsSoFar.reduce((sum, width) => sum + width, 0);
  return total === 0 ? null : (amount - total) / (total / widthsSoFar.length);
}

/** How many issues the next page should hold; without a forecast as many as are read at most. */
export function nextPageSize(widthsSoFar: readonly number[], demand: Demand | null): number {
  const missing = demand === null ? null : missingTo(demand.five.p85, widthsSoFar);
  return within(missing === null ? ISSUES_READ_WITHOUT_DEMAND - widthsSoFar.length : enough(missing));
}

/**
 * How many issues to read beside the team's past, before it says how far to read; 0 when enough seem to be there.
 * @param guess what five sprints may deliver, as far as there is anything to judge it by; null otherwise.
 */
export function trustedPageSize(widthsSoFar: readonly number[], guess: number | null): number {
  const missing =
    (guess === null ? null : missingTo(guess, widthsSoFar)) ?? ISSUES_READ_ON_TRUST - widthsSoFar.length;
  return missing <= 0 ? 0 : within(Math.ceil(missing));
}
