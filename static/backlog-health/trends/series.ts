import type { Trend, TrendDay } from '#src/contract/trend';

import type { Unit } from '../../ui/words';

/** One figure of the trend. */
export type Figure = 'runway' | 'ready' | 'depth' | 'scope' | 'sprint' | 'open';

/** A figure on a day that knows it. */
export interface Point {
  readonly day: string;
  readonly value: number;
  /** The other end of a range; null for a figure that is none. */
  readonly upper: number | null;
}

/** A figure on all days that know it, oldest first. */
export interface Series {
  readonly figure: Figure;
  readonly points: readonly Point[];
}

/** What the board measures work in now; null when nobody has read it. */
export function unitOf({ days }: Trend): Unit | null {
  return days.findLast(({ reading }) => reading !== null)?.reading?.unit ?? null;
}

type ValueOf = (day: TrendDay) => Omit<Point, 'day'> | null;

const single = (value: number | null | undefined) =>
  value === null || value === undefined ? null : { value, upper: null };

/** What is measured in the board's unit, and so told with it. */
const MEASURED: readonly Figure[] = ['ready', 'depth', 'scope'];

export const isMeasured = (figure: Figure): boolean => MEASURED.includes(figure);

/** Amounts of days on which the board measured in another unit are no part of the same line. */
function valuesIn(unit: Unit | null): Readonly<Record<Figure, ValueOf>> {
  const inUnit = ({ reading }: TrendDay) => (reading !== null && reading.unit === unit ? reading : null);
  return {
    runway: ({ reading }) =>
      reading?.runway ? { value: reading.runway.p85, upper: reading.runway.p50 } : null,
    ready: (day) => single(inUnit(day)?.ready.amount),
    depth: (day) => single(inUnit(day)?.depth.amount),
    scope: ({ scope }) =>
      scope?.unit === unit ? single(scope.committed + scope.added - scope.removed) : null,
    sprint: ({ sprintItems }) => single(sprintItems),
    open: ({ openItems }) => single(openItems),
  };
}

export function seriesOf(trend: Trend, figure: Figure): Series {
  const valueOf = valuesIn(unitOf(trend))[figure];
  const points = trend.days.flatMap((day) => {
    const value = valueOf(day);
    return value === null ? [] : [{ day: day.day, ...value }];
  });
  return { figure, points };
}
