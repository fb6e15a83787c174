import { roundAmount } from '#src/domain/capacity/amount';
import type { Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import type { Likely } from '#src/domain/sprint/odds';
import { quantileOf } from '#src/domain/sprint/usual';

/** What was usually delivered by a share of a sprint's time. */
export interface FanPoint extends Likely {
  /** 0 to 1. */
  readonly at: number;
}

const TENTHS = 10;
const LEVELS = { p15: 0.15, p50: 0.5, p85: 0.85 } as const;
type Level = keyof typeof LEVELS;

function deliveredBy({ deliveries }: SprintRecord, at: number, unit: Unit): number {
  return deliveries.reduce(
    (sum, delivery) => sum + (delivery.at <= at ? (unit === 'points' ? delivery.points : 1) : 0),
    0,
  );
}

/**
 * What is delivered by each tenth of a sprint, in 15, 50 and 85 of 100 cases. The course is that of past sprints; it is drawn out so
 * that it ends where the forecast does, which knows that teams vary more than their last sprints show, and who is there. Neither
 * falls nor crosses.
 * @returns null with fewer records than a forecast needs. @param likely the forecast of the whole sprint.
 */
export function fanOf(
  records: readonly SprintRecord[],
  likely: Likely | null,
  unit: Unit,
): readonly FanPoint[] | null {
  if (likely === null || records.length < SPRINTS_REQUIRED) return null;
  const by = (at: number, level: Level) =>
    quantileOf(
      records.map((record) => deliveredBy(record, at, unit)),
      LEVELS[level],
    ) ?? 0;
  const middle = by(1, 'p50');
  const reached = (at: number, level: Level) => {
    const [whole, end] = [by(1, level), likely[level]];
    // Where a level delivered nothing by the end, its course is that of the middle.
    const share = whole > 0 ? by(at, level) / whole : middle > 0 ? by(at, 'p50') / middle : at;
    return roundAmount(end * share);
  };
  return Array.from({ length: TENTHS + 1 }, (_, tenth) => {
    const at = tenth / TENTHS;
    const p15 = reached(at, 'p15');
    const p50 = Math.max(p15, reached(at, 'p50'));
    return { at, p15, p50, p85: Math.max(p50, reached(at, 'p85')) };
  });
}

/** The fan at any share of the time, between its tenths. */
export function fanAt(fan: readonly FanPoint[], at: number): Likely {
  const place = Math.min(Math.max(at, 0), 1) * (fan.length - 1);
  const below = fan[Math.floor(place)];
  const above = fan[Math.ceil(place)] ?? below;
  if (below === undefined || above === undefined) return { p15: 0, p50: 0, p85: 0 };
  const between = (level: Level) =>
    below[level] + (above[level] - below[level]) * (place - Math.floor(place));
  return { p15: between('p15'), p50: between('p50'), p85: between('p85') };
}
