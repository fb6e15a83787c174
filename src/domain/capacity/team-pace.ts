import type { ForecastPrior } from '#src/domain/capacity/forecast-prior';

/** How often a team delivers something, how much it is then, and how far these sprints lie apart. */
export interface TeamPace {
  /** The chance that a sprint delivers nothing: the team's own share, drawn towards the usual one. Above 0, below 1. */
  readonly stalls: number;
  /** The mean of the sprints that delivered something, the later ones weighing more. Above 0. */
  readonly level: number;
  /** The coefficient of variation of these sprints, drawn towards the usual one while there are few. */
  readonly spread: number;
  /** How many sprints of equal weight the level rests on (Kish's effective sample size). */
  readonly effective: number;
}

/** The weights of sprints, oldest first; the latest has 1. */
export function recencyWeights(count: number, halfLife: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 0.5 ** ((count - 1 - index) / halfLife));
}

/** null when the sprints delivered nothing, which says nothing of size. @param amounts At least 0, oldest first. */
export function paceOf(amounts: readonly number[], prior: ForecastPrior): TeamPace | null {
  const all = recencyWeights(amounts.length, prior.halfLife);
  // A sprint that delivered nothing is another kind of sprint, and no small one: it tells how often a team stalls, not at what level.
  const weights = all.map((weight, index) => ((amounts[index] ?? 0) > 0 ? weight : 0));
  const total = sum(weights);
  if (!(total > 0)) return null;
  const stalled = sum(all) - total;
  const level = weightedSum(amounts, weights) / total;
  const deviations = amounts.map((amount) => (amount / level - 1) ** 2);
  const scatter = weightedSum(deviations, weights) / total;
  const effective = total ** 2 / sum(weights.map((weight) => weight ** 2));
  const { usualSpread, spreadWeight, stallShare, stallWeight } = prior;
  // The sample variance has effective − 1 degrees of freedom, so its sum of squares is effective × scatter.
  const squares = effective * scatter + spreadWeight * usualSpread ** 2;
  return {
    stalls: (stalled + stallWeight * stallShare) / (sum(all) + stallWeight),
    level,
    spread: Math.sqrt(squares / (effective - 1 + spreadWeight)),
    effective,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return sum(values.map((value, index) => value * (weights[index] ?? 0)));
}
