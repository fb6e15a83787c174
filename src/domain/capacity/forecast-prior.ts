/** What boards have in common, as far as a forecast needs it. How each figure is used: docs/forecast.md. */
export interface ForecastPrior {
  /** Sprints after which one counts half as much as the latest. */
  readonly halfLife: number;
  /** How many sprints of the team's own the shape below weighs as much as. */
  readonly shapeWeight: number;
  /** How far the level of deliveries drifts within a sprint, in units of the team's spread (on the log scale). */
  readonly drift: number;
  /** The usual spread of sprints around a team's level (a coefficient of variation), and how many sprints it weighs as much as. */
  readonly usualSpread: number;
  readonly spreadWeight: number;
  /** The share of sprints that deliver nothing, and how many sprints it weighs as much as. */
  readonly stallShare: number;
  readonly stallWeight: number;
  /** Next sprint that delivers less level, in units of level × spread: the middles of 20 slices of equal weight, ascending. */
  readonly shape: readonly number[];
}

/** Coefficients of the log odds that a sprint delivers less than the stated share of its commitment. */
export interface MissPrior {
  readonly intercept: number;
  /** Of the log odds that a sprint like the team's earlier ones falls short of it. */
  readonly short: number;
  /** Of the share of earlier sprints that missed. */
  readonly missed: number;
}

/**
 * Derived by `npm run fit` from 84 boards of Apache, JIRA and Spring (1,317 sprints with at least five before them), the research
 * set "agile sprints" of M. Choetkiertikul, H. K. Dam, T. Tran, A. Ghose and J. Grundy, "Predicting Delivery Capability in Iterative Software
 * Development", IEEE TSE 2018 (doi 10.1109/TSE.2017.2693989). No team's figures are in here, only quantiles of all.
 */
export const FORECAST_PRIOR: ForecastPrior = {
  halfLife: 2,
  shapeWeight: 12,
  drift: 0.35,
  usualSpread: 0.8,
  spreadWeight: 1,
  stallShare: 0.15,
  stallWeight: 1,
  shape: [
    -1.4, -1.05, -0.88, -0.78, -0.69, -0.6, -0.48, -0.4, -0.33, -0.24, -0.12, 0, 0.15, 0.26, 0.42, 0.67, 0.97,
    1.39, 2.18, 5.56,
  ],
};

/** Derived as the above, from the 1,136 of those sprints that had a commitment. */
export const MISS_PRIOR: MissPrior = { intercept: -1.16, short: 0.49, missed: 1.96 };
