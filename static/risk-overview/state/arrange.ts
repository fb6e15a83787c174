import type { RegisterRow } from '#src/domain/risk/roll-up';
import { cellOf, exposureAt, isSameCell, type Cell, type Scale } from '#src/domain/risk/rating';

import type { RegisterInSight } from './use-roll-up';

/** A line of the table. */
export interface Line extends RegisterRow {
  readonly page: RegisterInSight['page'];
  readonly summary: RegisterInSight['summary'];
}

export type SortKey = 'page' | 'space' | 'high' | 'medium' | 'low' | 'overdue' | 'lastReview';

export interface Sort {
  readonly key: SortKey;
  readonly isDown: boolean;
}

/** Most overdue first, then most High: the order of need. */
export const BY_NEED: Sort = { key: 'overdue', isDown: true };

export type Show = 'all' | 'overdue' | 'high' | 'unreviewed';

/** What the table is narrowed to; each part on its own narrows it further. */
export interface Choice {
  readonly text: string;
  readonly show: Show;
  /** A place of the common heat map. */
  readonly cell: Cell | null;
  readonly owner: { readonly id: string | null } | null;
}

export const EVERYTHING: Choice = { text: '', show: 'all', cell: null, owner: null };

/** How many of a register's live risks stand in a place of a matrix of `scale`. */
function countIn({ cells, scale: own }: Line['summary'], cell: Cell, scale: Scale): number {
  return cells.reduce((sum, count, index) => {
    const place = { probability: Math.floor(index / own) + 1, impact: (index % own) + 1 };
    return isSameCell(cellOf(exposureAt(place, own), scale), cell) ? sum + count : sum;
  }, 0);
}

function isShown({ levels, overdue, lastReviewOn, live }: Line, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'overdue':
      return overdue > 0;
    case 'high':
      return levels.high > 0;
    case 'unreviewed':
      return lastReviewOn === null && live > 0;
  }
}

/** The lines that a choice leaves, in the order in which they came. */
export function chosenLines(
  lines: readonly Line[],
  { text, show, cell, owner }: Choice,
  { scale, locale }: { readonly scale: Scale; readonly locale: string },
): readonly Line[] {
  const words = text.trim().toLocaleLowerCase(locale);
  return lines.filter(
    (line) =>
      isShown(line, show) &&
      line.page.title.toLocaleLowerCase(locale).includes(words) &&
      (cell === null || countIn(line.summary, cell, scale) > 0) &&
      (owner === null || line.summary.load.some(({ ownerId }) => ownerId === owner.id)),
  );
}

/**
 * Lines in another order. Those that are equal stay as they came, in the order of need; a register that was never reviewed is
 * before the oldest review.
 */
export function sortLines(
  lines: readonly Line[],
  { key, isDown }: Sort,
  { spaces, locale }: { readonly spaces: ReadonlyMap<string, string>; readonly locale: string },
): readonly Line[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const nameOf = ({ page }: Line) => spaces.get(page.spaceId) ?? '';
  const upwards = (a: Line, b: Line): number => {
    switch (key) {
      case 'page':
        return compare(a.page.title, b.page.title);
      case 'space':
        return compare(nameOf(a), nameOf(b));
      case 'high':
      case 'medium':
      case 'low':
        return a.levels[key] - b.levels[key];
      case 'overdue':
        return a.overdue - b.overdue;
      case 'lastReview':
        return compare(a.lastReviewOn ?? '', b.lastReviewOn ?? '');
    }
  };
  return [...lines].sort((a, b) => (isDown ? upwards(b, a) : upwards(a, b)));
}
