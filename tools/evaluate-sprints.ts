import { forecastDemand } from '#src/domain/capacity/forecast';
import {
  FORECAST_PRIOR,
  MISS_PRIOR,
  type ForecastPrior,
  type MissPrior,
} from '#src/domain/capacity/forecast-prior';
import { commitmentOdds, SHARE_TO_DELIVER, type SayDo } from '#src/domain/capacity/over-commitment';
import type { SprintBoard } from '#tools/sprint-file';
import {
  scoreMisses,
  scoreSupply,
  type Forecaster,
  type MissScore,
  type StatedMiss,
  type SupplyScore,
} from '#tools/sprint-scores';
import { pastAmounts, windowsOf, type SprintWindow } from '#tools/sprint-windows';

/** Scores on one set of windows; `n` counts the windows of two sprints. */
export interface SprintScores {
  readonly supply: Readonly<Record<'1' | '2', SupplyScore>>;
  readonly overcommit: MissScore;
  readonly n: number;
}

/** A way to forecast, and its scores in all and by source. */
export interface SprintEvaluation extends SprintScores {
  readonly bySource: Readonly<Record<string, SprintScores>>;
}

export interface Priors {
  readonly forecast: ForecastPrior;
  readonly miss: MissPrior;
}

/** Replays every board in time order: each forecast uses only the sprints before it. */
export function evaluateSprints(boards: readonly SprintBoard[]): {
  readonly ours: SprintEvaluation;
  readonly simple: SprintEvaluation;
} {
  const windows = windowsOf(boards);
  const sources = [...new Set(windows.map(({ source }) => source))].sort();
  const evaluate = (score: (some: readonly SprintWindow[]) => SprintScores): SprintEvaluation => ({
    ...score(windows),
    bySource: Object.fromEntries(
      sources.map((source) => [source, score(windows.filter((window) => window.source === source))]),
    ),
  });
  return { ours: evaluate((some) => scoreWith(some)), simple: evaluate(scoreSimpleRules) };
}

/** The scores of the app's own forecast, with the shipped constants unless others are given. */
export function scoreWith(
  windows: readonly SprintWindow[],
  { forecast: prior, miss: missPrior }: Priors = { forecast: FORECAST_PRIOR, miss: MISS_PRIOR },
): SprintScores {
  const forecaster: Forecaster = (window, sprints) => {
    const forecast = forecastDemand(pastAmounts(window), sprints, { prior });
    return { p50: forecast?.quantile(0.5) ?? 0, p85: forecast?.quantile(0.85) ?? 0 };
  };
  const misses = committedOnes(windows).map(({ past, next }): StatedMiss => ({
    chance: 1 - (commitmentOdds(past, { prior, missPrior })?.chanceOf(next.committed) ?? 0),
    isMissed: isMissed(next),
  }));
  return scoresOf(windows, forecaster, scoreMisses(misses));
}

/** What people do without a forecast: draws from the last five sprints, and a commitment above their mean is too much. */
function scoreSimpleRules(windows: readonly SprintWindow[]): SprintScores {
  // A ratio is no chance: it is squeezed below 1, so that a commitment equal to the mean is even.
  const misses = committedOnes(windows).map(({ next, meanOfFive }): StatedMiss => ({
    chance: next.committed / (next.committed + meanOfFive),
    isMissed: isMissed(next),
  }));
  return scoresOf(windows, drawsFromFive, scoreMisses(misses));
}

function scoresOf(
  windows: readonly SprintWindow[],
  forecaster: Forecaster,
  overcommit: MissScore,
): SprintScores {
  const [one, two] = [scoreSupply(windows, 1, forecaster), scoreSupply(windows, 2, forecaster)];
  return { supply: { '1': one, '2': two }, overcommit, n: two.n };
}

/** Quantiles of sums of so many of the last five sprints, drawn with replacement. */
const drawsFromFive: Forecaster = (window, sprints) => {
  const five = pastAmounts(window).slice(-5);
  let sums: readonly number[] = [0];
  for (let sprint = 0; sprint < sprints; sprint += 1)
    sums = sums.flatMap((sum) => five.map((draw) => sum + draw));
  const sorted = [...sums].sort((a, b) => a - b);
  const quantile = (p: number) => sorted[Math.ceil(p * sorted.length - 1e-9) - 1] ?? 0;
  return { p50: quantile(0.5), p85: quantile(0.85) };
};

/** Windows whose next sprint had a commitment. */
export function committedOnes(windows: readonly SprintWindow[]): readonly SprintWindow[] {
  return windows.filter(({ next }) => next.committed > 0);
}

/** Whether a sprint delivered less than the share of its commitment. */
export function isMissed({ committed, delivered }: SayDo): boolean {
  return delivered < SHARE_TO_DELIVER * committed;
}
