import { OVER_COMMITMENT_BELOW } from '#src/domain/capacity/over-commitment';
import { deliveredIn, type SprintWindow } from '#tools/sprint-windows';

/** How often the stated ends of a number of sprints held; null where there was nothing to measure. */
export interface SupplyScore {
  readonly p50: number | null;
  readonly p85: number | null;
  /** Mean pinball loss at 0.85 divided by the mean of the last five. */
  readonly pinball85: number | null;
  readonly n: number;
}

/** How good the odds of missing a commitment were. */
export interface MissScore {
  /** The probability that a sprint that missed was given higher odds of missing than one that did not. */
  readonly auc: number | null;
  /** Mean squared distance of the odds from what happened. */
  readonly brier: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly baseRate: number | null;
  readonly n: number;
  /** By tenths of the stated odds: what was stated and what happened, as means. */
  readonly reliability: readonly { readonly stated: number; readonly happened: number; readonly n: number }[];
}

/** What a forecaster says of a window: the two ends of so many sprints. */
export type Forecaster = (
  window: SprintWindow,
  sprints: number,
) => { readonly p50: number; readonly p85: number };

/** Scores the ends that a forecaster gives for so many sprints. */
export function scoreSupply(
  windows: readonly SprintWindow[],
  sprints: number,
  forecaster: Forecaster,
): SupplyScore {
  const cases = windows.flatMap((window) => {
    const amount = deliveredIn(window, sprints);
    if (amount === null) return [];
    const { p50, p85 } = forecaster(window, sprints);
    return [
      {
        p50: holds(amount, p50),
        p85: holds(amount, p85),
        loss: pinball(amount, p85, 0.85) / window.meanOfFive,
      },
    ];
  });
  return {
    p50: mean(cases.map((each) => each.p50)),
    p85: mean(cases.map((each) => each.p85)),
    pinball85: mean(cases.map(({ loss }) => loss)),
    n: cases.length,
  };
}

/** The loss that is least, on average, for the true quantile (Koenker and Bassett, 1978). */
export function pinball(amount: number, quantile: number, p: number): number {
  return amount >= quantile ? p * (amount - quantile) : (1 - p) * (quantile - amount);
}

/** A stated chance of missing, and whether the sprint missed. */
export interface StatedMiss {
  readonly chance: number;
  readonly isMissed: boolean;
}

/** @param flagged Whether over-commitment was spoken of; by the shipped threshold unless given. */
export function scoreMisses(
  cases: readonly StatedMiss[],
  isFlagged = ({ chance }: StatedMiss): boolean => 1 - chance < OVER_COMMITMENT_BELOW,
): MissScore {
  const flagged = cases.filter(isFlagged);
  const missed = cases.filter(({ isMissed }) => isMissed);
  const right = flagged.filter(({ isMissed }) => isMissed).length;
  return {
    auc: aucOf(cases),
    brier: mean(cases.map(({ chance, isMissed }) => (chance - Number(isMissed)) ** 2)),
    precision: flagged.length === 0 ? null : right / flagged.length,
    recall: missed.length === 0 ? null : right / missed.length,
    baseRate: cases.length === 0 ? null : missed.length / cases.length,
    n: cases.length,
    reliability: tenthsOf(cases),
  };
}

function tenthsOf(cases: readonly StatedMiss[]): MissScore['reliability'] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = cases.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth);
    return {
      stated: mean(within.map(({ chance }) => chance)) ?? (tenth + 0.5) / 10,
      happened: mean(within.map(({ isMissed }) => Number(isMissed))) ?? 0,
      n: within.length,
    };
  }).filter(({ n }) => n > 0);
}

/** By ranks (Mann and Whitney), ties counting half; null when all or none missed. */
function aucOf(cases: readonly StatedMiss[]): number | null {
  const sorted = [...cases].sort((a, b) => a.chance - b.chance);
  const missed = sorted.filter(({ isMissed }) => isMissed).length;
  const kept = sorted.length - missed;
  if (missed === 0 || kept === 0) return null;
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.chance === sorted[start]?.chance) end += 1;
    const rank = (start + 1 + end) / 2;
    ranks += rank * sorted.slice(start, end).filter(({ isMissed }) => isMissed).length;
    start = end;
  }
  return (ranks - (missed * (missed + 1)) / 2) / (missed * kept);
}

/** Sums of binary fractions are compared as a person would. */
const NOISE = 1e-9;

function holds(amount: number, end: number): number {
  return Number(amount <= end + NOISE);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
