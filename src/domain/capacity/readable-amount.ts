import type { Unit } from '#src/domain/capacity/forecast';

/** From here on a fraction of a point says nothing to a reader. */
const WHOLE_FROM = 1;

/**
 * An amount that is an estimate of the future or one end of a range, rounded for reading: items to whole ones, points to whole ones from 1
 * on and to one decimal below. More digits would pretend to know more. Not for what is exact: an issue's estimate, or a sum of them.
 * @param amount At least 0, in `unit`.
 */
export function readableAmount(unit: Unit, amount: number): number {
  const tenths = Math.round(amount * 10) / 10;
  return unit === 'items' || tenths >= WHOLE_FROM ? Math.round(amount) : tenths;
}
