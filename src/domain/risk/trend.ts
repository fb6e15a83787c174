import { addDays, weekOf, type CalendarDate } from '#src/domain/risk/calendar';
import type { Level } from '#src/domain/risk/level';
import { figuresOf, type RegisterSummary } from '#src/domain/risk/summary';

/** A register's figures at the end of a week, or as last written within it. */
export interface TrendPoint {
  /** Its Monday. */
  readonly week: CalendarDate;
  readonly levels: Readonly<Record<Level, number>>;
  readonly overdue: number;
}

/** A year and the week it started in. */
const WEEKS_KEPT = 53;

/**
 * A register's trend with this week's figures in it, oldest week first. Written again within a week, the later one
 * counts.
 */
export function withTrendPoint(
  trend: readonly TrendPoint[],
  summary: RegisterSummary,
  today: CalendarDate,
): readonly TrendPoint[] {
  const { levels, overdue } = figuresOf(summary.load, today);
  const point = { week: weekOf(today), levels, overdue };
  return [...trend.filter(({ week }) => week < point.week), point].slice(-WEEKS_KEPT);
}

/**
 * The trends of several registers as one, week by week up to today's, oldest first. A register in which nothing
 * was written in a week counts as it was last; before its first point it counts for nothing.
 * @param weeks How many weeks at most; it starts with the first week that any register has.
 */
export function mergeTrends(
  trends: readonly (readonly TrendPoint[])[],
  weeks: number,
  today: CalendarDate,
): readonly TrendPoint[] {
  const last = weekOf(today);
  const first = trends.flatMap((trend) => trend.map(({ week }) => week)).sort()[0] ?? last;
  const wanted = Array.from({ length: weeks }, (_, index) => addDays(last, -7 * (weeks - 1 - index)));
  return wanted
    .filter((week) => week >= first)
    .map((week) => {
      const points = trends.flatMap((trend) => trend.findLast((point) => point.week <= week) ?? []);
      const sum = (valueOf: (point: TrendPoint) => number) =>
        points.reduce((total, point) => total + valueOf(point), 0);
      return {
        week,
        levels: {
          high: sum(({ levels }) => levels.high),
          medium: sum(({ levels }) => levels.medium),
          low: sum(({ levels }) => levels.low),
        },
        overdue: sum(({ overdue }) => overdue),
      };
    });
}
