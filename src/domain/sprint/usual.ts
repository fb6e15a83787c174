import { median } from '#src/domain/capacity/amount';

/** The smallest and the largest of a history, with the middle one; `sprints` is how many it rests on. */
export interface Usual {
  readonly lowest: number;
  readonly middle: number;
  readonly highest: number;
  readonly sprints: number;
}

/** Sprints from which on there is a usual: of two, both would be extremes. */
export const SPRINTS_FOR_USUAL = 3;

/** null with fewer than `fewest` amounts. */
export function usualOf(amounts: readonly number[], fewest = SPRINTS_FOR_USUAL): Usual | null {
  const middle = median(amounts);
  if (middle === null || amounts.length < fewest) return null;
  return {
    lowest: Math.min(...amounts),
    middle,
    highest: Math.max(...amounts),
    sprints: amounts.length,
  };
}

/**
 * The value below which a share `p` of the values lies, interpolated between its two neighbours in order (Hyndman and Fan's
 * definition 7). null for an empty list.
 */
export function quantileOf(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
