import { plus, slicesOf, times, type Slices } from '#src/domain/capacity/distribution';
import type { ForecastPrior } from '#src/domain/capacity/forecast-prior';
import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import { paceOf, recencyWeights, type TeamPace } from '#src/domain/capacity/team-pace';

/** The middles of nine slices of a standard normal distribution. */
const NORMAL = [-1.5932, -0.9674, -0.5895, -0.2822, 0, 0.2822, 0.5895, 0.9674, 1.5932];

/**
 * What one sprint, two, … `most` sprints may deliver together; empty when none of the known ones delivered anything.
 * @param known Amounts of at least 0, oldest first.
 */
export function sumsOf(known: readonly number[], most: number, prior: ForecastPrior): readonly Slices[] {
  const pace = paceOf(known, prior);
  if (pace === null) return [];
  const sprint = sprintOf(known, pace, prior);
  const sums: Slices[] = [];
  let steady: Slices = [];
  for (let sprints = 1; sprints <= most; sprints += 1) {
    steady = sprints === 1 ? sprint : plus(steady, sprint);
    sums.push(times(steady, levelOver(sprints, pace, { prior, isKnown: known.length >= SPRINTS_REQUIRED })));
  }
  return sums;
}

/** The chance of a stall is held in so many pieces, so that nearly all of it stays at nothing where slices are read off. */
const STALL_PIECES = 8;

/**
 * One sprint while the level stays: one that delivers nothing or, otherwise, one of the team's own that did not, mixed with the shape that
 * sprints of other teams have.
 */
function sprintOf(
  known: readonly number[],
  { stalls, level, spread }: TeamPace,
  prior: ForecastPrior,
): Slices {
  const weights = recencyWeights(known.length, prior.halfLife);
  const own = known
    .map((amount, index) => ({ amount, weight: weights[index] ?? 0 }))
    .filter(({ amount }) => amount > 0);
  const others = prior.shape.map((step) => ({
    amount: level * Math.max(0, 1 + spread * step),
    weight: prior.shapeWeight / prior.shape.length,
  }));
  const delivering = [...own, ...others];
  const weight = delivering.reduce((sum, each) => sum + each.weight, 0);
  const stalling = Array.from({ length: STALL_PIECES }, () => ({
    amount: 0,
    weight: ((weight / (1 - stalls)) * stalls) / STALL_PIECES,
  }));
  return slicesOf([...stalling, ...delivering]);
}

/** How many times the variance of a mean the level of so few sprints is in doubt by: young boards grow, and their spread is a guess, too. */
const LITTLE_KNOWN = 3;

/**
 * The mean level over the next sprints relative to what is taken for the level now. It walks at random, a step a sprint; the
 * mean of the first n places of such a walk has (n + 1)(2n + 1)/6n times the variance of a step.
 * @param isKnown Whether there are as many sprints as the prior was derived with. With fewer the level itself is in doubt, by
 *   several times the variance of a mean of so many sprints.
 */
function levelOver(
  sprints: number,
  { spread, effective }: TeamPace,
  { prior, isKnown }: { readonly prior: ForecastPrior; readonly isKnown: boolean },
): Slices {
  const walk = prior.drift ** 2 * (((sprints + 1) * (2 * sprints + 1)) / (6 * sprints));
  const deviation = spread * Math.sqrt(walk + (isKnown ? 0 : LITTLE_KNOWN / effective));
  return NORMAL.map((step) => Math.exp(deviation * step));
}
