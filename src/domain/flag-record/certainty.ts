/** So many of so many. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
}

const NODES = 2048;

/** Logarithms of sin² and cos² at the midpoints of equal slices of 0 to π/2. */
const LOGS = Array.from({ length: NODES }, (_, node) => {
  const angle = ((node + 0.5) * Math.PI) / (2 * NODES);
  return { sin: 2 * Math.log(Math.sin(angle)), cos: 2 * Math.log(Math.cos(angle)) };
});

/**
 * The probability that the rate behind `one` is higher than the rate behind `other`, each with its own Beta posterior from Jeffreys'
 * prior, Beta(½, ½). No randomness: the posterior of x = sin²(θ) is proportional to sin(θ)^2hits · cos(θ)^2misses, smooth and
 * without the prior's poles, so that sums over equal slices of θ stand for the integrals; a tie within a slice counts half.
 * @returns 0.5 for equal counts; with the arguments exchanged, the complement.
 * @see Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001), on the prior.
 */
export function certaintyOfHigher(one: Rate, other: Rate): number {
  const lower = posterior(other);
  let below = 0;
  let higher = 0;
  for (const [node, weight] of posterior(one).entries()) {
    const here = lower[node] ?? 0;
    higher += weight * (below + here / 2);
    below += here;
  }
  return Math.min(1, Math.max(0, higher));
}

/** Where a rate lies with a certain probability, as parts of 1. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The middle part of the same posterior: as much probability is left out below as above.
 * @param mass how much is inside, such as 0.9.
 */
export function intervalOf(rate: Rate, mass: number): RateInterval {
  const tail = (1 - mass) / 2;
  const weights = posterior(rate);
  let below = 0;
  let low = 0;
  let high = 1;
  for (const [node, weight] of weights.entries()) {
    // The far end of the slice.
    const end = Math.sin(((node + 1) * Math.PI) / (2 * NODES)) ** 2;
    if (below < tail && below + weight >= tail) low = Math.sin((node * Math.PI) / (2 * NODES)) ** 2;
    if (below < 1 - tail && below + weight >= 1 - tail) high = end;
    below += weight;
  }
  return { low, high };
}

/** The probability of each slice. */
function posterior({ hits, of }: Rate): readonly number[] {
  const logs = LOGS.map(({ sin, cos }) => hits * sin + (of - hits) * cos);
  const highest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
