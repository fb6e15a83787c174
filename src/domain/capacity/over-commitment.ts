import { roundAmount } from '#src/domain/capacity/amount';
import { forecastDemand, type ForecastOptions } from '#src/domain/capacity/forecast';
import { FORECAST_PRIOR, MISS_PRIOR, type MissPrior } from '#src/domain/capacity/forecast-prior';
import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import { recencyWeights } from '#src/domain/capacity/team-pace';

/** What a closed sprint set out to deliver and what it delivered, in the board's unit. */
export interface SayDo {
  readonly committed: number;
  readonly delivered: number;
}

/** The chance of keeping a commitment, as a function of its size. */
export interface CommitmentOdds {
  /**
   * The probability that at least the share is delivered; 1 for a commitment of 0. Never rises with the commitment.
   * @throws RangeError unless the commitment is a number of at least 0.
   */
  chanceOf(commitment: number): number;
  /**
   * The largest commitment that is as likely kept as not; null when this team's record makes even the smallest unlikely to
   * be kept, Infinity when none is too large by what is known of the team.
   */
  evenCommitment(): number | null;
}

export interface CommitmentOptions extends ForecastOptions {
  /** The share of the commitment that has to be delivered: `SHARE_TO_DELIVER` unless given. Above 0, at most 1. */
  readonly share?: number;
  readonly missPrior?: MissPrior;
}

/** A sprint counts as kept when it delivers this share of what it committed to. */
export const SHARE_TO_DELIVER = 0.8;

/** Over-commitment is spoken of when a commitment is less likely kept than this: when missing it is the likelier outcome. */
export const OVER_COMMITMENT_BELOW = 0.5;

/** What a sprint of unknown outcome is taken for: nearly half of all commitments are missed on real boards. */
const USUAL_MISSES = { share: 0.47, weight: 0.3 };

/**
 * How sharply a sprint of the past tells kept from missed: one that delivered a tenth more than is asked for keeps it by two chances in
 * three, one that delivered a third more by five in six. What a team may deliver moves the odds smoothly, not by whole sprints.
 */
const SHARPNESS = 6;

/**
 * The chance of delivering a share of a commitment: how many of the team's own sprints would have missed it, and how many missed their
 * own, weighed as on real boards (a logistic regression with two features). Formulas and measurements: docs/forecast.md. The weights are
 * derived for a share of 0.8; other shares shift both figures, not the weights.
 *
 * @param history Closed sprints, oldest first; only the last `SPRINTS_CONSIDERED` count. Leave out those that had nothing in
 *   them. Sprints without a commitment tell what the team delivers, and nothing of its record.
 * @returns null as `forecastDemand` does.
 * @throws RangeError when an amount or the share is out of its range.
 */
export function commitmentOdds(
  history: readonly SayDo[],
  options: CommitmentOptions = {},
): CommitmentOdds | null {
  const { share = SHARE_TO_DELIVER, missPrior = MISS_PRIOR } = options;
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`The share to deliver lies above 0 and up to 1; got ${share}.`);
  }
  for (const { committed } of history) assertAmount(committed);
  const forecast = forecastDemand(
    history.map(({ delivered }) => delivered),
    1,
    options,
  );
  if (forecast === null) return null;
  const { availability = 1, prior = FORECAST_PRIOR } = options;
  const { halfLife } = prior;
  const missed = shareMissed(history, share, halfLife);
  const chanceOf = (commitment: number): number => {
    assertAmount(commitment);
    if (commitment === 0) return 1;
    const short = shortLogOdds(history, share * commitment, { halfLife, availability });
    return 1 / (1 + Math.exp(missPrior.intercept + missPrior.short * short + missPrior.missed * missed));
  };
  return { chanceOf, evenCommitment: () => largestEven(chanceOf, forecast.quantile(1) / share) };
}

/**
 * The log odds that a sprint like those of the past falls short of an amount, the later ones weighing more; drawn a little towards the
 * usual. Never falls with the amount. @param amount Above 0.
 */
export function shortLogOdds(
  history: readonly SayDo[],
  amount: number,
  { halfLife, availability = 1 }: { readonly halfLife: number; readonly availability?: number },
): number {
  const lately = history.slice(-SPRINTS_CONSIDERED);
  const weights = recencyWeights(lately.length, halfLife);
  let short = USUAL_MISSES.share * USUAL_MISSES.weight;
  let all = USUAL_MISSES.weight;
  lately.forEach(({ delivered }, index) => {
    const weight = weights[index] ?? 0;
    all += weight;
    short += weight / (1 + ((availability * delivered) / amount) ** SHARPNESS);
  });
  return Math.log(short / (all - short));
}

/** The share of commitments that were missed, later ones weighing more; drawn a little towards the usual. */
export function shareMissed(history: readonly SayDo[], share: number, halfLife: number): number {
  const lately = history.slice(-SPRINTS_CONSIDERED);
  const weights = recencyWeights(lately.length, halfLife);
  let missed = USUAL_MISSES.share * USUAL_MISSES.weight;
  let all = USUAL_MISSES.weight;
  lately.forEach(({ committed, delivered }, index) => {
    const weight = committed > 0 ? (weights[index] ?? 0) : 0;
    all += weight;
    if (roundAmount(delivered) < roundAmount(share * committed)) missed += weight;
  });
  return missed / all;
}

/** Halvings of the search for the largest even commitment: to a millionth of what the team may deliver at most. */
const HALVINGS = 20;

function largestEven(chanceOf: (commitment: number) => number, most: number): number | null {
  const isEven = (commitment: number) => chanceOf(commitment) >= OVER_COMMITMENT_BELOW;
  // Beyond what may be delivered at most the chance stays the same.
  if (isEven(2 * most)) return Infinity;
  let low = 0;
  let high = 2 * most;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (isEven(middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? null : roundAmount(low);
}

function assertAmount(amount: number): void {
  if (!Number.isFinite(amount) || amount < 0) {
    throw new RangeError(`A commitment is an amount of at least 0; got ${amount}.`);
  }
}
