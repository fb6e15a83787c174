import type { Stock } from '#src/domain/backlog/assessment';
import { roundAmount } from '#src/domain/capacity/amount';
import type { Unit } from '#src/domain/capacity/forecast';
import type { Amount, SprintRecord } from '#src/domain/capacity/sprint-record';

/** One sprint's figures in the board's unit: see docs/sprint-history.md for what each of them counts. */
export interface SprintFigures {
  readonly sprintId: number;
  /** ISO 8601 instants. */
  readonly startDate: string;
  readonly completeDate: string;
  readonly committed: Stock;
  readonly added: Stock;
  readonly removed: Stock;
  /** Estimates at the end less those at the start; `items` is how many changed. Where issues are counted, nothing changes. */
  readonly reestimated: { readonly amount: number; readonly items: number };
  readonly delivered: Stock;
  readonly outside: Stock;
  readonly carriedOver: Stock;
  readonly carriedIn: Stock;
}

export function stockIn({ points, items }: Amount, unit: Unit): Stock {
  return { amount: roundAmount(unit === 'points' ? points : items), items };
}

/** A sprint's record in the board's unit. */
export function figuresOf(record: SprintRecord, unit: Unit): SprintFigures {
  const { sprintId, startDate, completeDate, reestimated } = record;
  return {
    sprintId,
    startDate,
    completeDate,
    committed: stockIn(record.committed, unit),
    added: stockIn(record.added, unit),
    removed: stockIn(record.removed, unit),
    reestimated:
      unit === 'points'
        ? { amount: roundAmount(reestimated.points), items: reestimated.items }
        : { amount: 0, items: 0 },
    delivered: stockIn(record.delivered, unit),
    outside: stockIn(record.outside, unit),
    carriedOver: stockIn(record.carriedOver, unit),
    carriedIn: stockIn(record.carriedIn, unit),
  };
}

/** What one of its issues counts for: its estimate, an empty one as 0, or 1 where issues are counted. */
export function amountIn(estimate: number | null, unit: Unit): number {
  return unit === 'items' ? 1 : (estimate ?? 0);
}

/** The sum of some issues by their estimates. */
export function stockOf(estimates: readonly (number | null)[], unit: Unit): Stock {
  const amount = estimates.reduce<number>((sum, estimate) => sum + amountIn(estimate, unit), 0);
  return { amount: roundAmount(amount), items: estimates.length };
}
