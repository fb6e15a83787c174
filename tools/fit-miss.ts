import type { ForecastPrior, MissPrior } from '#src/domain/capacity/forecast-prior';
import { SHARE_TO_DELIVER, shareMissed, shortLogOdds } from '#src/domain/capacity/over-commitment';
import { committedOnes, isMissed } from '#tools/evaluate-sprints';
import type { SprintWindow } from '#tools/sprint-windows';

type Vector = readonly [number, number, number];

/** Newton's method has converged long before. */
const STEPS = 25;
/** Keeps the weights finite where a feature tells all cases apart. */
const RIDGE = 0.01;

/**
 * Logistic regression of missing a commitment on how many earlier sprints fall short of it and on the team's own record (iteratively
 * reweighted).
 */
export function fitMissPrior(windows: readonly SprintWindow[], prior: ForecastPrior): MissPrior {
  const cases = committedOnes(windows).map(({ past, next }) => {
    const features: Vector = [
      1,
      shortLogOdds(past, SHARE_TO_DELIVER * next.committed, prior),
      shareMissed(past, SHARE_TO_DELIVER, prior.halfLife),
    ];
    return { features, outcome: Number(isMissed(next)) };
  });
  let weights: Vector = [0, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = [0, -RIDGE * weights[1], -RIDGE * weights[2]];
    const curvature = [0, RIDGE, RIDGE].map((ridge, row) =>
      [0, 0, 0].map((_, column) => (row === column ? ridge : 0)),
    );
    for (const { features, outcome } of cases) {
      const logOdds = features.reduce((sum, feature, index) => sum + feature * (weights[index] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-logOdds));
      features.forEach((feature, row) => {
        gradient[row] = (gradient[row] ?? 0) + feature * (outcome - chance);
        const line = curvature[row] ?? [];
        features.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + feature * other * chance * (1 - chance);
        });
      });
    }
    const [a, b, c] = solve(curvature, gradient);
    weights = [weights[0] + a, weights[1] + b, weights[2] + c];
  }
  const [intercept, short, missed] = weights.map((weight) => Math.round(weight * 100) / 100);
  return { intercept: intercept ?? 0, short: short ?? 0, missed: missed ?? 0 };
}

/** Cramer's rule for three unknowns. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): Vector {
  const whole = determinant(matrix);
  const unknown = (column: number) =>
    determinant(matrix.map((row, index) => row.with(column, right[index] ?? 0))) / whole;
  return [unknown(0), unknown(1), unknown(2)];
}

function determinant(matrix: readonly (readonly number[])[]): number {
  const at = (row: number, column: number) => matrix[row]?.[column % 3] ?? 0;
  return [0, 1, 2].reduce(
    (sum, c) => sum + at(0, c) * (at(1, c + 1) * at(2, c + 2) - at(1, c + 2) * at(2, c + 1)),
    0,
  );
}
