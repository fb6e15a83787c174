import { cellOf, exposureAt, isSameCell } from '#src/domain/risk/rating';
import type { Cell, Exposure, Scale } from '#src/domain/risk/rating';

/** What a place in the matrix means. Levels rank; they are never added, multiplied or averaged. */
export type Level = 'high' | 'medium' | 'low';

/** Highest first. */
export const LEVELS: readonly Level[] = ['high', 'medium', 'low'];

const [H, M, L] = LEVELS as readonly [Level, Level, Level];

/**
 * Rows by probability, columns by impact, both lowest first. They keep Cox's three axioms for equal steps: weak
 * consistency (no High place can hold a smaller probability × impact than a Low one), betweenness (no way up leads
 * from Low to High but through Medium) and consistent colouring (Medium only where it must be). So no High place
 * touches a Low one, not even at a corner. Among the colourings that rise with both axes, the 3×3 is the only one
 * that does; of 5×5 there are three, and this is the one that leaves middle × middle at Medium, as the 3×3 has it.
 * The usual 3×3 that calls High × Medium high breaks betweenness at two corners.
 * @see Cox, L. A. (2008), What's wrong with risk matrices? Risk Analysis 28 (2)
 */
const MATRICES: Readonly<Record<Scale, readonly (readonly Level[])[]>> = {
  3: [
    [L, L, L],
    [L, M, M],
    [L, M, H],
  ],
  5: [
    [L, L, L, L, L],
    [L, L, M, M, M],
    [L, M, M, H, H],
    [L, M, H, H, H],
    [L, M, H, H, H],
  ],
};

/**
 * The level of a place in the matrix of that scale; both steps start at 1.
 * @throws RangeError when the matrix has no such place.
 */
export function levelOf(probability: number, impact: number, scale: Scale): Level {
  const level = MATRICES[scale][probability - 1]?.[impact - 1];
  if (level === undefined) throw new RangeError(`no place ${probability}, ${impact} in a matrix of ${scale}`);
  return level;
}

/** The level of an exposure, shown on a register's scale. */
export function levelOn(exposure: Exposure, scale: Scale): Level {
  const { probability, impact } = cellOf(exposure, scale);
  return levelOf(probability, impact, scale);
}

/** Below 0 when the first level is the more serious; 0 is a tie. */
export function compareLevels(one: Level, other: Level): number {
  return LEVELS.indexOf(one) - LEVELS.indexOf(other);
}

/** Something with a level and its place in the order. Equal levels share a rank: 1, 1, 3. */
export type Ranked<T> = T & { readonly level: Level; readonly rank: number };

/**
 * Ranks by level, most serious first. Within a level all ranks are equal: the order there is that of `number`,
 * which serves reading alone and says nothing about seriousness.
 */
export function rankByLevel<T extends Exposure & { readonly number: number }>(
  risks: readonly T[],
  scale: Scale,
): readonly Ranked<T>[] {
  const levelled = risks.map((risk) => ({ ...risk, level: levelOn(risk, scale) }));
  levelled.sort((a, b) => compareLevels(a.level, b.level) || a.number - b.number);
  return levelled.map((risk) => ({
    ...risk,
    rank: 1 + levelled.findIndex(({ level }) => level === risk.level),
  }));
}

/** What a change of scale does to one risk. */
export interface ScaleEffect {
  readonly riskId: string;
  readonly from: Cell;
  readonly to: Cell;
  readonly levelBefore: Level;
  readonly levelAfter: Level;
  /**
   * Whether its place on the new scale, taken back, is another than its place now: a difference goes out of sight.
   */
  readonly isCoarser: boolean;
}

/**
 * What a register's change of scale would do to its risks: those alone whose level changes or whose place becomes
 * coarser.
 */
export function scaleEffects(
  risks: readonly (Exposure & { readonly id: string })[],
  from: Scale,
  to: Scale,
): readonly ScaleEffect[] {
  return risks
    .map((risk) => {
      const before = cellOf(risk, from);
      const after = cellOf(risk, to);
      return {
        riskId: risk.id,
        from: before,
        to: after,
        levelBefore: levelOf(before.probability, before.impact, from),
        levelAfter: levelOf(after.probability, after.impact, to),
        isCoarser: !isSameCell(before, cellOf(exposureAt(after, to), from)),
      };
    })
    .filter(({ levelBefore, levelAfter, isCoarser }) => isCoarser || levelBefore !== levelAfter);
}
