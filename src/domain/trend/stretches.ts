import { daysBetween, type Day } from '#src/domain/trend/day';

/** A value on a day. */
export interface Dated {
  readonly day: Day;
}

/**
 * Splits a series where days are missing: a line is drawn within a stretch, and what nobody knows stays a gap. Oldest first.
 * @param bridged How many missing days in a row are no gap: a weekend without anybody is none.
 */
export function stretchesOf<Value extends Dated>(
  values: readonly Value[],
  bridged: number,
): readonly (readonly Value[])[] {
  const stretches: Value[][] = [];
  for (const value of values) {
    const current = stretches.at(-1);
    const last = current?.at(-1);
    if (current !== undefined && last !== undefined && daysBetween(last.day, value.day) <= bridged + 1) {
      current.push(value);
    } else {
      stretches.push([value]);
    }
  }
  return stretches;
}
