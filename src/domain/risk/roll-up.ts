import type { CalendarDate } from '#src/domain/risk/calendar';
import { groupBy } from '#src/domain/risk/group';
import { levelOf, type Level } from '#src/domain/risk/level';
import { cellOf, exposureAt, type Cell, type Scale } from '#src/domain/risk/rating';
import { figuresOf, type Figures, type RegisterSummary } from '#src/domain/risk/summary';

/** One register among others. */
export interface RegisterRow extends Figures {
  readonly registerId: string;
  readonly over: number;
  readonly lastReviewOn: CalendarDate | null;
}

/** What one person owns over all registers; null owns what nobody does. */
export interface OwnerLoad extends Figures {
  readonly ownerId: string | null;
}

/** One place of the common heat map. */
export interface CountedCell extends Cell {
  readonly level: Level;
  readonly count: number;
}

/** Many registers as one. */
export interface RollUp extends Figures {
  /** That of all registers; three where they differ. */
  readonly scale: Scale;
  /**
   * Rows by probability, highest first. Where scales differ, five steps are drawn together into three, so that a
   * place may hold a risk whose own register gives it another level than the place has: `levels` counts by the
   * register's.
   */
  readonly cells: readonly (readonly CountedCell[])[];
  /** Most overdue first, then most High. */
  readonly registers: readonly RegisterRow[];
  /** Most overdue first, then most High; nobody's risks come before everybody's. */
  readonly owners: readonly OwnerLoad[];
}

/** Rolls up the registers that a viewer may see. Reads no risk: the work grows with the summaries alone. */
export function rollUp(summaries: readonly RegisterSummary[], today: CalendarDate): RollUp {
  const load = summaries.flatMap((summary) => summary.load);
  const scale = summaries.length > 0 && summaries.every((summary) => summary.scale === 5) ? 5 : 3;
  const registers = summaries.map(({ registerId, load: own, over, lastReviewOn }) => ({
    registerId,
    over,
    lastReviewOn,
    ...figuresOf(own, today),
  }));
  const owners = [...groupBy(load, ({ ownerId }) => ownerId)].map(([ownerId, own]) => ({
    ownerId,
    ...figuresOf(own, today),
  }));
  return {
    ...figuresOf(load, today),
    scale,
    cells: cellsOn(summaries, scale),
    registers: registers.sort((a, b) => byNeed(a, b) || byText(a.registerId, b.registerId)),
    owners: owners.sort(
      (a, b) =>
        Number(a.ownerId !== null) - Number(b.ownerId !== null) ||
        byNeed(a, b) ||
        byText(a.ownerId ?? '', b.ownerId ?? ''),
    ),
  };
}

function cellsOn(summaries: readonly RegisterSummary[], scale: Scale): readonly (readonly CountedCell[])[] {
  const counts = new Map<string, number>();
  const keyOf = ({ probability, impact }: Cell) => `${probability} ${impact}`;
  for (const { cells, scale: own } of summaries) {
    cells.forEach((count, index) => {
      const place = { probability: Math.floor(index / own) + 1, impact: (index % own) + 1 };
      const key = keyOf(cellOf(exposureAt(place, own), scale));
      counts.set(key, (counts.get(key) ?? 0) + count);
    });
  }
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  return steps.toReversed().map((probability) =>
    steps.map((impact) => ({
      probability,
      impact,
      level: levelOf(probability, impact, scale),
      count: counts.get(keyOf({ probability, impact })) ?? 0,
    })),
  );
}

function byNeed(a: Figures, b: Figures): number {
  return b.overdue - a.overdue || b.levels.high - a.levels.high || b.live - a.live;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
