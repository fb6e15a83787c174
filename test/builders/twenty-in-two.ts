import { demandOf } from '#src/domain/capacity/forecast';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';

import { buildHistory } from './issue';

const USUAL = [10, 10, 10, 10, 10];
const amountsWith = (lately: number) => [...USUAL, lately, lately, lately, lately];

/** What the last sprints delivered, so that the next two end at 20: found by halving, whatever the forecast's constants. */
function lately(): number {
  let low = 0;
  let high = 10;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if ((demandOf(amountsWith(middle))?.two.p85 ?? 0) < 20) low = middle;
    else high = middle;
  }
  return high;
}

const AMOUNTS = amountsWith(lately());

/**
 * A team whose usual sprint delivers 10 points and whose next two deliver at most 20 in 85 of 100 cases; its last sprints delivered
 * less. In items 4 and 8. All times `factor`.
 */
export function twentyInTwo(factor = 1): SprintOutcome[] {
  return buildHistory(
    AMOUNTS.map((amount) => amount * factor),
    AMOUNTS.map((amount) => amount * 0.4 * factor),
  );
}

/** The forecast of that team, in points. */
export function twentyInTwoDemand(factor = 1) {
  const demand = demandOf(AMOUNTS.map((amount) => amount * factor));
  if (demand === null) throw new Error('Nine sprints are enough for a forecast.');
  return demand;
}
