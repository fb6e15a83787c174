import { median, roundAmount } from '#src/domain/capacity/amount';
import type { Demand, Quantiles, Unit } from '#src/domain/capacity/forecast';

/** Which stretch of rank order an issue starts in: the next sprint, the one after, or beyond both. */
export type Horizon = 'next' | 'after' | 'beyond';

/** By the runway at 85 %, in sprints: red up to 1, amber below 2, green from 2 (two sprints ahead) up to 5, then overstocked. */
export type Band = 'red' | 'amber' | 'green' | 'overstocked';

/** Ready work in sprints of demand. */
export interface Runway {
  /** How many sprints it lasts as likely as not; never below `p85`. Ends at 5, which then reads "at least 5". */
  readonly p50: number;
  /** How many sprints it lasts in 85 of 100 cases. Ends at 5, which then reads "at least 5". */
  readonly p85: number;
  /** Whether `p85` reads "at least": more than 5 sprints are ready, or all that was read is and more lies below. */
  readonly isLowerBound: boolean;
}

/** Issues read at most where there is no forecast to say how many matter. */
export const ISSUES_READ_WITHOUT_DEMAND = 80;
/** Issues read at most with a forecast, for backlogs whose issues weigh next to nothing. */
export const ISSUES_READ_AT_MOST = 500;

/**
 * What each issue counts for in rank order, in the board's unit. In points: its estimate, or where there is none
 * the median of the estimates above 0 among `issues` (1 when there are none). In items: 1. An epic and a sub-task
 * without an estimate count for 0: their work is that of their children or their parent.
 */
export function widthsOf(
  issues: readonly { readonly estimate: number | null; readonly level: number }[],
  unit: Unit,
): readonly number[] {
  if (unit === 'items') return issues.map(({ level }) => (level === 0 ? 1 : 0));
  const estimates = issues.flatMap(({ estimate }) => (estimate !== null && estimate > 0 ? [estimate] : []));
  const usual = median(estimates) ?? 1;
  return issues.map(({ estimate, level }) => estimate ?? (level === 0 ? usual : 0));
}

/**
 * How many of the issues, from the top, belong to the reading: those that start before the work above them
 * exceeds what five sprints deliver at 85 %. Without a forecast the first `ISSUES_READ_WITHOUT_DEMAND`. Figures stay
 * the same whatever the size of the pages that were fetched, as long as exactly this many issues are assessed.
 */
export function readingDepth(widths: readonly number[], demand: Demand | null): number {
  const most = demand === null ? ISSUES_READ_WITHOUT_DEMAND : ISSUES_READ_AT_MOST;
  const cover = demand?.five.p85 ?? Infinity;
  let depth = 0;
  let above = 0;
  for (const width of widths) {
    if (depth >= most || above > cover) break;
    above += width;
    depth += 1;
  }
  return depth;
}

/** Whether the next page has to be read: all issues so far belong to the reading, and the next one would too. */
export function needsMoreReading(widthsSoFar: readonly number[], demand: Demand | null): boolean {
  return readingDepth([...widthsSoFar, 0], demand) > widthsSoFar.length;
}

/** The horizon of each issue, by the work above it and the 85 % end of the next two sprints; null without demand. */
export function horizonsOf(widths: readonly number[], demand: Demand | null): readonly (Horizon | null)[] {
  let above = 0;
  return widths.map((width) => {
    const start = roundAmount(above);
    above += width;
    if (demand === null) return null;
    if (start < demand.one.p85) return 'next';
    return start < demand.two.p85 ? 'after' : 'beyond';
  });
}

/**
 * Measures ready work in sprints: the point at which it equals what that many sprints deliver, straight lines drawn
 * between whole sprints. Where several points fit (a team whose usual sprint delivers nothing), the farthest.
 * @param goesOn Whether more ready work may follow below what was read.
 */
export function runwayOf(ready: number, demand: Demand, goesOn: boolean): Runway {
  return {
    p50: sprintsCovered(ready, demand, 'p50'),
    p85: sprintsCovered(ready, demand, 'p85'),
    isLowerBound: goesOn || ready > demand.five.p85,
  };
}

/** The band of an amount of ready work; equal to that of its runway at 85 %, which does not count beyond 5. */
export function bandOf(ready: number, demand: Demand): Band {
  if (ready > demand.five.p85) return 'overstocked';
  const sprints = sprintsCovered(ready, demand, 'p85');
  if (sprints >= 2) return 'green';
  return sprints > 1 ? 'amber' : 'red';
}

/** The amount missing to two sprints ahead: the 85 % end of two sprints less what is ready; 0 when there. */
export function shortOf(ready: number, demand: Demand): number {
  return Math.max(0, roundAmount(demand.two.p85 - ready));
}

function sprintsCovered(ready: number, demand: Demand, level: keyof Quantiles): number {
  const ends = [demand.one, demand.two, demand.three, demand.four, demand.five].map((end) => end[level]);
  let covered = 0;
  let from = 0;
  for (const to of ends) {
    if (ready < to) return covered + (ready - from) / (to - from);
    covered += 1;
    from = to;
  }
  return covered;
}
