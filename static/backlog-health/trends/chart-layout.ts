import { scaleLinear, scaleUtc } from '@visx/scale';

import { daysBefore } from '#src/domain/trend/day';
import { SPRINTS_AHEAD } from '#src/domain/trend/story';

import type { Series } from './series';

export const HEIGHT = 168;
const TOP = 10;
const BOTTOM = 24;
/** Room for the numbers of the scale. */
const START = 36;
const END = 12;

const Y_TICKS = 4;
/** A date and some air. */
const PIXELS_A_DATE = 68;

/** A trend of fewer days would draw two points as a cliff. */
const LEAST_DAYS = 14;

/** The days that all charts of a trend have in common, so that they can be compared by eye. */
export function spanOf(days: readonly { readonly day: string }[], today: string): readonly [string, string] {
  const least = daysBefore(today, LEAST_DAYS - 1);
  const first = days[0]?.day ?? today;
  return [first < least ? first : least, today];
}

/** The library's choice of dates is a round one and may be too many. */
function thinned(dates: readonly Date[], most: number): readonly Date[] {
  const every = Math.ceil(dates.length / Math.max(1, most));
  return dates.filter((_, index) => index % every === 0);
}

/** Where things are drawn, in CSS pixels. */
export function layoutOf({ figure, points }: Series, span: readonly [string, string], width: number) {
  const highest = Math.max(0, ...points.map(({ value, upper }) => upper ?? value));
  // The line at two sprints is always in view.
  const least = figure === 'runway' ? SPRINTS_AHEAD * 1.25 : 1;
  const x = scaleUtc<number>({
    domain: span.map((day) => new Date(day)),
    range: [START, Math.max(START + 1, width - END)],
  });
  const y = scaleLinear<number>({
    domain: [0, Math.max(least, highest)],
    range: [HEIGHT - BOTTOM, TOP],
    nice: Y_TICKS,
  });
  const mostDates = Math.max(2, Math.floor((width - START) / PIXELS_A_DATE));
  return {
    left: START,
    right: width - END,
    bottom: HEIGHT - BOTTOM,
    xOf: (day: string) => x(new Date(day)),
    yOf: (value: number) => y(value),
    dates: thinned(x.ticks(mostDates), mostDates),
    dateX: (date: Date) => x(date),
    levels: y.ticks(Y_TICKS).filter((level) => figure === 'runway' || Number.isInteger(level)),
  };
}

export type Layout = ReturnType<typeof layoutOf>;
