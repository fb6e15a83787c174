/** How many steps an axis of the register's matrix has. */
export type Scale = 3 | 5;

/**
 * A judgement of probability or of impact: a step from 1 up to `of`. It keeps the scale on which it was made, so
 * that a register may change its scale without a risk being written, and change it back without anything being
 * lost.
 */
export interface Rating {
  readonly step: number;
  readonly of: Scale;
}

/** Probability and impact together. */
export interface Exposure {
  readonly probability: Rating;
  readonly impact: Rating;
}

/** A place in the register's matrix: the steps of an exposure on the register's scale. */
export interface Cell {
  readonly probability: number;
  readonly impact: number;
}

/** Whether a rating is a step that its scale has. */
export function isRating({ step, of }: Rating): boolean {
  return Number.isInteger(step) && step >= 1 && step <= of;
}

/** The step of three for each step of five, lowest first. */
const STEP_OF_THREE = [1, 1, 2, 3, 3];

/**
 * The same judgement on another scale. From three steps to five: 1, 3, 5. From five to three: 1 and 2 are 1, 3 is
 * 2, 4 and 5 are 3; so 3 → 5 → 3 changes nothing, and 5 → 3 draws neighbours together for as long as it is shown
 * so.
 */
export function onScale(rating: Rating, scale: Scale): Rating {
  if (rating.of === scale) return rating;
  if (scale === 5) return { step: rating.step * 2 - 1, of: 5 };
  return { step: STEP_OF_THREE[rating.step - 1] ?? 3, of: 3 };
}

/** An exposure's place in a matrix of that scale. */
export function cellOf({ probability, impact }: Exposure, scale: Scale): Cell {
  return { probability: onScale(probability, scale).step, impact: onScale(impact, scale).step };
}

/** The exposure that a place in a matrix stands for. */
export function exposureAt({ probability, impact }: Cell, scale: Scale): Exposure {
  return { probability: { step: probability, of: scale }, impact: { step: impact, of: scale } };
}

export const isSameCell = (one: Cell, other: Cell) =>
  one.probability === other.probability && one.impact === other.impact;

/** How two exposures compare, axis by axis and without weighing them: `mixed` is one up and the other down. */
export type Movement = 'same' | 'raised' | 'lowered' | 'mixed';

/** The way from one place to another. */
export function movementOf(from: Cell, to: Cell): Movement {
  const steps = [to.probability - from.probability, to.impact - from.impact];
  const isUp = steps.some((step) => step > 0);
  const isDown = steps.some((step) => step < 0);
  if (isUp && isDown) return 'mixed';
  if (isUp) return 'raised';
  return isDown ? 'lowered' : 'same';
}
