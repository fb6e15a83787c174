import type { Skipped } from '#src/domain/trend/board-day';
import { daysBetween, type Day } from '#src/domain/trend/day';

/** What is known of where a day's figures come from. */
export interface KnownDay {
  readonly day: Day;
  /** null for a day without any figure. */
  readonly source: 'viewer' | 'count' | null;
  readonly skipped: Skipped | null;
}

/** How much of a trend's time is known, in days. */
export interface TrendGaps {
  /** From the first day of which anything is known to today, both of them counted. */
  readonly span: number;
  /** Days on which somebody's reading counted. */
  readonly read: number;
  /** Days without any figure, by why; today is not among them, since it is not over. */
  readonly noCapacity: number;
  readonly notSeen: number;
  /** Nobody opened the board in a long time, Jira did not answer, or counting was cut off. */
  readonly otherwise: number;
}

/** @param days Oldest first, without a day twice; days of which nothing is known are left out. */
export function gapsOf(days: readonly KnownDay[], today: Day): TrendGaps {
  const first = days[0]?.day ?? today;
  const span = daysBetween(first, today) + 1;
  const count = (holds: (day: KnownDay) => boolean) => days.filter(holds).length;
  const isEmpty = ({ source, day }: KnownDay) => source === null && day < today;
  const noCapacity = count((day) => isEmpty(day) && day.skipped === 'no-capacity');
  const notSeen = count((day) => isEmpty(day) && day.skipped === 'not-seen');
  const withFigures = count(({ source, day }) => source !== null && day < today);
  return {
    span,
    read: count(({ source }) => source === 'viewer'),
    noCapacity,
    notSeen,
    otherwise: span - 1 - withFigures - noCapacity - notSeen,
  };
}
