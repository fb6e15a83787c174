import type { BoardGlance } from '#src/contract/dashboard/calls';

import type { BoardView } from './use-glances';

type Figures = NonNullable<BoardGlance['figures']>;

/** Whether somebody has to do something: fewer than two sprints are ready, or nothing tells how many. */
export const isBehind = ({ shortBy }: Figures) => shortBy !== null && shortBy > 0;

/** What a board's place in the list goes by: lower is more worrying. */
function placeOf({ glance, failure }: BoardView): number {
  if (failure?.code === 'no-access' || failure?.code === 'not-found') return 6;
  const figures = glance?.figures ?? null;
  if (figures === null) return failure === null ? 5 : 2;
  if (figures.band === 'red') return 0;
  if (figures.band === 'amber') return 1;
  // Nobody knows how it stands.
  if (figures.band === null) return 3;
  return 4;
}

const runwayOf = ({ glance }: BoardView) => glance?.figures?.runway?.p85 ?? 0;

/** Most worrying first; equal ones by their names, so that a list that is read again looks the same. */
export function byWorry(one: BoardView, other: BoardView): number {
  return (
    placeOf(one) - placeOf(other) ||
    runwayOf(one) - runwayOf(other) ||
    (one.glance?.board.name ?? '').localeCompare(other.glance?.board.name ?? '') ||
    one.id - other.id
  );
}

/** The widget as a whole: how many boards are known, how many are behind, and how many nothing can be said of. */
export function summaryOf(views: readonly BoardView[]) {
  const known = views.flatMap(({ glance }) => glance?.figures ?? []);
  return {
    known: known.length,
    behind: known.filter(isBehind).length,
    unsure: known.filter(({ shortBy }) => shortBy === null).length,
    areComing: views.some(({ isAsking, glance }) => isAsking && !glance?.figures),
  };
}
