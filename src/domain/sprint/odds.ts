import { forecastDemand } from '#src/domain/capacity/forecast';
import {
  commitmentOdds,
  OVER_COMMITMENT_BELOW,
  type CommitmentOdds,
} from '#src/domain/capacity/over-commitment';
import type { PastSprint } from '#src/domain/sprint/team-past';

/** Where 70 % of cases lie, and the middle. */
export interface Likely {
  readonly p15: number;
  readonly p50: number;
  readonly p85: number;
}

/** How a plan compares with what the team may deliver. */
export interface PlanOdds {
  readonly likely: Likely;
  /** Twenty equally likely amounts, ascending. */
  readonly dots: readonly number[];
  /** That at least 80 % of what is planned is delivered. */
  readonly chance: number;
  readonly isOverCommitted: boolean;
  /** The most that can be planned for an even chance; null when no amount is too large by what is known of the team. */
  readonly evenAt: number | null;
}

/** What one sprint may deliver, and what may be promised of it. */
export interface SprintForecast {
  readonly likely: Likely;
  readonly dots: readonly number[];
  readonly commitment: CommitmentOdds;
}

const DOTS = 20;

/** The forecast for one sprint; null with too little history. @param history Oldest first. */
export function sprintForecast(history: readonly PastSprint[], availability: number): SprintForecast | null {
  const options = { availability };
  const delivered = history.map((sprint) => sprint.delivered);
  const forecast = forecastDemand(delivered, 1, options);
  const commitment = commitmentOdds(history, options);
  if (forecast === null || commitment === null) return null;
  const at = (p: number) => forecast.quantile(p);
  return {
    likely: { p15: at(0.15), p50: at(0.5), p85: at(0.85) },
    dots: Array.from({ length: DOTS }, (_, dot) => at((dot + 0.5) / DOTS)),
    commitment,
  };
}

/** The odds of a plan of this size. */
export function planOdds({ likely, dots, commitment }: SprintForecast, planned: number): PlanOdds {
  const chance = commitment.chanceOf(planned);
  const even = commitment.evenCommitment();
  return {
    likely,
    dots,
    chance,
    isOverCommitted: chance < OVER_COMMITMENT_BELOW,
    // A team whose record makes every commitment unlikely to be kept can plan nothing for an even chance.
    evenAt: even === null ? 0 : Number.isFinite(even) ? even : null,
  };
}
