import { groupBy } from '#src/domain/risk/group';
import { levelOf, type Level } from '#src/domain/risk/level';
import { cellOf, exposureAt, isSameCell, type Cell, type Scale } from '#src/domain/risk/rating';
import { isLive, type Risk } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';

/** One place of the heat map with the risks in it, by their numbers. */
export interface HeatCell extends Cell {
  readonly level: Level;
  readonly riskIds: readonly string[];
}

/**
 * The live risks of a register in its matrix: rows by probability, highest first, and in a row by impact, lowest
 * first, as it is drawn.
 */
export function heatMap(risks: readonly Risk[], scale: Scale): readonly (readonly HeatCell[])[] {
  const live = risks.filter(isLive).sort((a, b) => a.number - b.number);
  const byCell = groupBy(live, (risk) => keyOf(cellOf(risk, scale)));
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  return steps.toReversed().map((probability) =>
    steps.map((impact) => ({
      probability,
      impact,
      level: levelOf(probability, impact, scale),
      riskIds: (byCell.get(keyOf({ probability, impact })) ?? []).map(({ id }) => id),
    })),
  );
}

/**
 * The edit that moves a risk to another place of the heat map; null when it is there already. Only the axis that
 * moves is rated anew.
 */
export function moveTo(risk: Risk, cell: Cell, scale: Scale): Patch | null {
  const now = cellOf(risk, scale);
  if (isSameCell(now, cell)) return null;
  const { probability, impact } = exposureAt(cell, scale);
  return {
    ...(cell.probability !== now.probability && { probability }),
    ...(cell.impact !== now.impact && { impact }),
  };
}

/** Where an arrow key takes a risk: one step along an axis, never past the edge. */
export function step(cell: Cell, axis: keyof Cell, by: 1 | -1, scale: Scale): Cell {
  return { ...cell, [axis]: Math.min(scale, Math.max(1, cell[axis] + by)) };
}

function keyOf({ probability, impact }: Cell): string {
  return `${probability} ${impact}`;
}
