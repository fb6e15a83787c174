import type { Costs } from '#tools/quota/costs';
import { boardsWithin, peakOf, POINTS_AN_HOUR, roomIn, type Peak, type Room } from '#tools/quota/room';

const SEEDS = 25;
const WEEKS = 200;
const SIZES = [1, 5, 20, 50, 100, 300];

/**
 * What Jira grants a site alone once an app was moved to quotas of their own: so much, and so much more for every user, up to a cap.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
const EDITIONS = [
  { name: 'Free', base: 65_000, perUser: 0 },
  { name: 'Standard', base: 100_000, perUser: 10 },
  { name: 'Premium', base: 130_000, perUser: 20 },
  { name: 'Enterprise', base: 150_000, perUser: 30 },
] as const;
const CAP = 500_000;
const USERS_A_BOARD = 8;

export interface OwnQuota {
  readonly edition: string;
  /** The most boards with which at least half of all sites stay within their own quota. */
  readonly boards: number;
  readonly points: number;
}

export interface QuotaResult {
  readonly quota: number;
  readonly costs: Costs;
  readonly tenants: { readonly median: number; readonly worst: number };
  readonly boards: { readonly median: number; readonly worst: number };
  /** Points by the hour from Monday 0:00 UTC, at the median. */
  readonly week: readonly number[];
  readonly fair: { readonly limit: number; readonly boards: number };
  readonly peaks: readonly Peak[];
  readonly ownQuota: readonly OwnQuota[];
}

function ownQuotaOf(edition: (typeof EDITIONS)[number], costs: Costs, seed: number): OwnQuota {
  const grant = (boards: number) => Math.min(CAP, edition.base + edition.perUser * USERS_A_BOARD * boards);
  // The grant grows with the boards, and they are only so many within it: to be found together.
  let boards = 0;
  for (let round = 0; round < 20; round += 1) {
    const next = boardsWithin(grant(boards), costs, seed, 20);
    if (next === boards) break;
    boards = next;
  }
  return { edition: edition.name, boards, points: grant(boards) };
}

/** Lets many sites of every size work for a week, several times over. The same seed gives the same result. */
export function simulateQuota({
  costs,
  fair,
  seed,
}: {
  readonly costs: Costs;
  /** Points an hour that a site may use. */
  readonly fair: number;
  readonly seed: number;
}): QuotaResult {
  const rooms = Array.from({ length: SEEDS }, (_, index) => roomIn(POINTS_AN_HOUR, costs, seed + index)).sort(
    (one, other) => one.boards - other.boards,
  );
  const [worst, median] = [rooms[0], rooms[Math.floor(SEEDS / 2)]] as [Room, Room];
  return {
    quota: POINTS_AN_HOUR,
    costs,
    tenants: { median: median.tenants, worst: worst.tenants },
    boards: { median: median.boards, worst: worst.boards },
    week: median.week,
    fair: { limit: fair, boards: boardsWithin(fair, costs, seed, WEEKS) },
    peaks: SIZES.map((boards) => peakOf(boards, fair, costs, seed, WEEKS)),
    ownQuota: EDITIONS.map((edition) => ownQuotaOf(edition, costs, seed)),
  };
}
