import { roundAmount } from '#src/domain/capacity/amount';
import { OVER_COMMITMENT_BELOW, type CommitmentOdds } from '#src/domain/capacity/over-commitment';

/** What to take out of a plan. */
export interface TakeOut {
  /** From the bottom of rank order up; empty when the chance is even or better. */
  readonly keys: readonly string[];
  readonly amount: number;
  /** The chance of keeping what is left; null without a forecast. */
  readonly chance: number | null;
}

/**
 * The lowest-ranked issues whose removal gives an even chance, from the bottom up. What weighs nothing is passed over: without it
 * the odds would be the same.
 * @param planned In rank order.
 */
export function takeOut(
  planned: readonly { readonly key: string; readonly amount: number }[],
  commitment: CommitmentOdds | null,
): TakeOut {
  if (commitment === null) return { keys: [], amount: 0, chance: null };
  let left = roundAmount(planned.reduce((sum, { amount }) => sum + amount, 0));
  const all = left;
  const keys: string[] = [];
  for (const { key, amount } of planned.toReversed()) {
    if (commitment.chanceOf(left) >= OVER_COMMITMENT_BELOW) break;
    if (amount === 0) continue;
    left = Math.max(0, roundAmount(left - amount));
    keys.push(key);
  }
  return { keys, amount: roundAmount(all - left), chance: commitment.chanceOf(left) };
}
