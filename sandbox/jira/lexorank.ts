/**
 * Ranks as strings that sort bytewise: bucket, `|`, six base-36 digits, `:`, and as many more digits as it takes.
 * Between any two ranks there is room for another; a rank that has grown past `MAX_RANK_LENGTH` asks for rebalancing,
 * which moves all ranks to the next of the three buckets.
 */

export type Bucket = 0 | 1 | 2;

const WIDTH = 6;
const BASE = 36;
const STEP = 8;
const FIRST = 'i00000';
const TOP = BASE ** WIDTH;

/** Ranks longer than this are a sign to rebalance. */
export const MAX_RANK_LENGTH = 128;

const digitsOf = (rank: string) => rank.slice(2).replace(':', '');
const whole = (digits: string) => parseInt(digits.slice(0, WIDTH), BASE);

/** The bucket that a rank is in; the first when there is no rank yet. */
export function bucketOf(rank: string | null): Bucket {
  const bucket = rank?.[0];
  return bucket === '1' ? 1 : bucket === '2' ? 2 : 0;
}

function format(digits: string, bucket: Bucket): string {
  const padded = digits.padEnd(WIDTH, '0');
  return `${bucket}|${padded.slice(0, WIDTH)}:${padded.slice(WIDTH)}`;
}

const fromWhole = (value: number, bucket: Bucket) =>
  format(value.toString(BASE).padStart(WIDTH, '0'), bucket);

/** Digits strictly between `low` and `high`, read as base-36 fractions; `high` null is 1. */
function midpoint(low: string, high: string | null): string {
  let prefix = '';
  for (let place = 0; ; place += 1) {
    const from = parseInt(low[place] ?? '0', BASE);
    const to = high === null ? BASE : parseInt(high[place] ?? '0', BASE);
    if (to - from > 1) return prefix + Math.floor((from + to) / 2).toString(BASE);
    prefix += from.toString(BASE);
    // Once the prefixes differ, any larger tail of `low` stays below `high`.
    if (to !== from) return prefix + midpoint(low.slice(place + 1), null);
  }
}

/**
 * A rank between two others; null is the open end.
 * @throws RangeError when `before` is not smaller than `after`.
 */
export function rankBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`There is no rank between ${before} and ${after}.`);
  }
  const bucket = bucketOf(before ?? after);
  if (after === null) {
    if (before === null) return format(FIRST, bucket);
    const next = whole(digitsOf(before)) + STEP;
    return next < TOP ? fromWhole(next, bucket) : format(midpoint(digitsOf(before), null), bucket);
  }
  if (before === null) {
    const previous = whole(digitsOf(after)) - STEP;
    return previous > 0 ? fromWhole(previous, bucket) : format(midpoint('', digitsOf(after)), bucket);
  }
  return format(midpoint(digitsOf(before), digitsOf(after)), bucket);
}

/** `count` ascending ranks between two others, spread by halving so that they stay short. */
export function ranksBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return [];
  if (after === null) {
    const ranks: string[] = [];
    for (let last = before; ranks.length < count;) {
      last = rankBetween(last, null);
      ranks.push(last);
    }
    return ranks;
  }
  const middle = rankBetween(before, after);
  const left = Math.floor((count - 1) / 2);
  return [...ranksBetween(before, middle, left), middle, ...ranksBetween(middle, after, count - 1 - left)];
}

/** Fresh, evenly spaced ranks for a whole list, in the given bucket. */
export function evenRanks(count: number, bucket: Bucket): string[] {
  const step = Math.max(1, Math.min(1024, Math.floor(TOP / 2 / Math.max(1, count))));
  return Array.from({ length: count }, (_, index) => fromWhole(parseInt(FIRST, BASE) + index * step, bucket));
}
