/**
 * A distribution of amounts as the middles of slices of equal probability, ascending. Between two middles it is a straight
 * line, so that odds move smoothly with an amount; equal neighbours are an amount that has a probability of its own.
 */
export type Slices = readonly number[];

const SLICES = 40;

/** The distribution of amounts that have different weights. At least one weight is above 0. */
export function slicesOf(weighted: readonly { readonly amount: number; readonly weight: number }[]): Slices {
  const sorted = [...weighted].sort((a, b) => a.amount - b.amount);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  const middles = sorted.map(({ weight }) => {
    below += weight;
    return (below - weight / 2) / total;
  });
  const amounts = sorted.map(({ amount }) => amount);
  return Array.from({ length: SLICES }, (_, slice) => interpolate(middles, amounts, (slice + 0.5) / SLICES));
}

/** The sum of two independent amounts. */
export function plus(a: Slices, b: Slices): Slices {
  return thin(product(a, b, (x, y) => x + y));
}

/** The product of two independent amounts, with as many slices as both have together. */
export function times(a: Slices, b: Slices): Slices {
  return [...product(a, b, (x, y) => x * y)];
}

/** The amount that is not exceeded with probability `p`. */
export function quantileIn(slices: Slices, p: number): number {
  const place = Math.min(Math.max(p * slices.length - 0.5, 0), slices.length - 1);
  const below = slices[Math.floor(place)] ?? 0;
  const above = slices[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The probability of `amount` or more. */
export function chanceIn(slices: Slices, amount: number): number {
  const above = firstAtLeast(slices, amount);
  if (above === 0) return 1;
  const to = slices[above];
  if (to === undefined) return 0;
  const from = slices[above - 1] ?? to;
  // `from` is below `amount` and `to` is not, so the two differ.
  const reached = above - 1 + (amount - from) / (to - from) + 0.5;
  return 1 - reached / slices.length;
}

function product(a: Slices, b: Slices, combine: (x: number, y: number) => number): Float64Array {
  const all = new Float64Array(a.length * b.length);
  a.forEach((x, row) => {
    b.forEach((y, column) => {
      all[row * b.length + column] = combine(x, y);
    });
  });
  return all.sort();
}

/** As many slices as every distribution has, each the mean of those it stands for: the mean stays exact. */
function thin(all: Float64Array): Slices {
  const size = all.length / SLICES;
  return Array.from(
    { length: SLICES },
    (_, slice) =>
      all.subarray(slice * size, (slice + 1) * size).reduce((sum, amount) => sum + amount, 0) / size,
  );
}

function interpolate(places: readonly number[], values: readonly number[], place: number): number {
  const above = firstAtLeast(places, place);
  const from = above - 1;
  const [low, high] = [values[from] ?? values[0] ?? 0, values[above] ?? values.at(-1) ?? 0];
  const [start, end] = [places[from], places[above]];
  if (start === undefined || end === undefined || end === start) return high;
  return low + ((high - low) * (place - start)) / (end - start);
}

/** The index of the first of ascending values that is at least `limit`; their number when none is. */
function firstAtLeast(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
