import { forecastDemand } from '#src/domain/capacity/forecast';
import { FORECAST_PRIOR, type ForecastPrior } from '#src/domain/capacity/forecast-prior';
import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import { paceOf } from '#src/domain/capacity/team-pace';
import { pinball } from '#tools/sprint-scores';
import { deliveredIn, pastAmounts, type SprintWindow } from '#tools/sprint-windows';

/** Values tried for each figure that is not read off the data. */
const TRIED = {
  halfLife: [2, 3, 4, 6],
  shapeWeight: [4, 6, 8, 12],
  drift: [0.2, 0.3, 0.35, 0.4, 0.5],
} as const;

const SLICES = 20;
const LEVELS = [0.1, 0.25, 0.5, 0.7, 0.85, 0.95];
const SPRINTS_AHEAD = [1, 2];
/** What a level that holds in other than its share of cases costs against the loss. */
const CALIBRATION = 0.3;

/** The prior with which stated quantiles cost least on these windows: one figure after the other, until none improves. */
export function fitForecastPrior(windows: readonly SprintWindow[]): ForecastPrior {
  let best = withShape(FORECAST_PRIOR, windows);
  let cost = costOf(best, windows);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const name of ['halfLife', 'shapeWeight', 'drift'] as const) {
      for (const value of TRIED[name]) {
        if (value === best[name]) continue;
        const tried = withShape({ ...best, [name]: value }, windows);
        const triedCost = costOf(tried, windows);
        if (triedCost < cost) [best, cost, isBetter] = [tried, triedCost, true];
      }
    }
  }
  return best;
}

/**
 * Reads the shape off the windows: where next sprints that delivered something lay, in units of level and spread. A board weighs as the root
 * of its windows.
 */
function withShape(prior: ForecastPrior, windows: readonly SprintWindow[]): ForecastPrior {
  const weights = boardWeights(windows);
  const steps = windows.flatMap((window, index) => {
    const pace = paceOf(pastAmounts(window).slice(-SPRINTS_CONSIDERED), prior);
    const amount = deliveredIn(window, 1);
    if (pace === null || amount === null || amount === 0) return [];
    return [{ step: (amount / pace.level - 1) / pace.spread, weight: weights[index] ?? 0 }];
  });
  steps.sort((a, b) => a.step - b.step);
  const total = steps.reduce((sum, { weight }) => sum + weight, 0);
  const shape = Array.from({ length: SLICES }, (_, slice) => {
    let left = ((slice + 0.5) / SLICES) * total;
    const found = steps.find(({ weight }) => (left -= weight) <= 0);
    return Math.round((found?.step ?? 0) * 100) / 100;
  });
  return { ...prior, shape };
}

function boardWeights(windows: readonly SprintWindow[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { boardIndex } of windows) counts.set(boardIndex, (counts.get(boardIndex) ?? 0) + 1);
  return windows.map(({ boardIndex }) => 1 / Math.sqrt(counts.get(boardIndex) ?? 1));
}

/** Mean pinball loss over all levels, relative to the mean of the considered sprints, and how far coverage is off. */
function costOf(prior: ForecastPrior, windows: readonly SprintWindow[]): number {
  const weights = boardWeights(windows);
  let cost = 0;
  for (const sprints of SPRINTS_AHEAD) {
    const held = LEVELS.map(() => ({ below: 0, atMost: 0 }));
    let loss = 0;
    let total = 0;
    let count = 0;
    windows.forEach((window, index) => {
      const amount = deliveredIn(window, sprints);
      const past = pastAmounts(window).slice(-SPRINTS_CONSIDERED);
      const forecast = amount === null ? null : forecastDemand(past, sprints, { prior });
      if (amount === null || forecast === null) return;
      const scale = (sprints * past.reduce((sum, value) => sum + value, 0)) / past.length;
      const weight = weights[index] ?? 0;
      count += 1;
      total += weight;
      LEVELS.forEach((p, place) => {
        const quantile = forecast.quantile(p);
        loss += (weight * pinball(amount, quantile, p)) / scale;
        const counts = held[place];
        if (counts === undefined) return;
        counts.below += Number(amount < quantile);
        counts.atMost += Number(amount <= quantile);
      });
    });
    const off = LEVELS.reduce((sum, p, place) => sum + distance(p, held[place], count), 0);
    cost += (loss / total + CALIBRATION * off) / LEVELS.length;
  }
  return cost / SPRINTS_AHEAD.length;
}

/**
 * How far a level is from how often its end held. Nothing delivered is an amount that many sprints share: there the end holds in as many cases
 * as lie below it at least, and as lie at or below it at most.
 */
function distance(
  p: number,
  held: { readonly below: number; readonly atMost: number } | undefined,
  count: number,
): number {
  const { below = 0, atMost = 0 } = held ?? {};
  return Math.max(0, below / count - p, p - atMost / count);
}
