import { runChecks, type Undecided } from '#src/domain/backlog/checks/run-checks';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { Finding } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import {
  bandOf,
  horizonsOf,
  runwayOf,
  shortOf,
  widthsOf,
  type Band,
  type Horizon,
  type Runway,
} from '#src/domain/backlog/runway';
import { roundAmount } from '#src/domain/capacity/amount';
import {
  deliveredLately,
  demandOf,
  medianSprint,
  type Delivered,
  type Demand,
  type Unit,
} from '#src/domain/capacity/forecast';
import { SPRINTS_REQUIRED, type SprintOutcome } from '#src/domain/capacity/sprint-history';

/** What is known of a board when its backlog is assessed. */
export interface BacklogReading {
  /** In rank order: future sprints in their order, then the backlog. */
  readonly issues: readonly BacklogIssue[];
  /** Whether `issues` is all there is. */
  readonly isWholeBacklog: boolean;
  /** Closed sprints, in any order. */
  readonly history: readonly SprintOutcome[];
  /** `items` on boards that estimate by counting issues. */
  readonly unit: Unit;
  /** Display name of the board's estimation field; not used where `unit` is `items`. */
  readonly estimationField: string;
  readonly now: Date;
}

/** A number of issues, and the work in them in the board's unit. */
export interface Stock {
  readonly amount: number;
  readonly items: number;
}

/** One issue with what the checks say about it. */
export interface AssessedIssue {
  readonly issue: BacklogIssue;
  /** What it counts for in rank order, in the board's unit: see `widthsOf`. */
  readonly width: number;
  /** null without a forecast. */
  readonly horizon: Horizon | null;
  readonly isReady: boolean;
  readonly findings: readonly Finding[];
  /** Checks that could not tell, with the reason. */
  readonly undecided: readonly Undecided[];
}

/** A backlog's health: figures with what they were computed from. Without a forecast the figures in sprints are null. */
export interface BacklogAssessment {
  readonly unit: Unit;
  readonly issues: readonly AssessedIssue[];
  readonly isWholeBacklog: boolean;
  readonly history: {
    /** Closed sprints needed for a forecast. */
    readonly required: number;
    /** The sprints that the forecast rests on, oldest first. */
    readonly delivered: readonly Delivered[];
  };
  /** null with too little history, or when it delivered nothing. */
  readonly demand: Demand | null;
  readonly runway: Runway | null;
  readonly band: Band | null;
  /** Ready work missing to two sprints at 85 %; 0 when there. */
  readonly shortBy: number | null;
  /** The ready issues among those read; the amount is the sum of their estimates, and an empty one adds nothing. */
  readonly ready: Stock;
  /** The ready issues from the top down to the first hole. */
  readonly depth: Stock;
  /** Key of the highest-ranked issue that is not ready; null when all that was read is. */
  readonly firstHole: string | null;
}

/**
 * Assesses a backlog in rank order. An issue's horizon follows from the widths above it alone, so that checks may
 * depend on the horizon without going round in circles. Without a forecast there is no horizon: every issue read
 * then counts as within it, since any of them may be next.
 * @throws RangeError when a sprint's delivered amount is negative or not a number.
 */
export function assessBacklog(
  { issues, isWholeBacklog, history, unit, estimationField, now }: BacklogReading,
  settings: CheckSettings = DEFAULT_SETTINGS,
): BacklogAssessment {
  const delivered = deliveredLately(history, unit);
  const amounts = delivered.map(({ amount }) => amount);
  const demand = demandOf(amounts);
  const usualSprint = medianSprint(amounts);
  const widths = widthsOf(issues, unit);
  const horizons = horizonsOf(widths, demand);
  const assessed = issues.map((issue, index): AssessedIssue => {
    const horizon = horizons[index] ?? null;
    const verdict = runChecks(issue, settings, {
      now,
      isWithinHorizon: horizon !== 'beyond',
      medianSprint: usualSprint,
      unit,
      index,
      estimationField,
    });
    return { issue, width: widths[index] ?? 0, horizon, ...verdict };
  });
  const hole = assessed.findIndex(({ isReady }) => !isReady);
  const ready = stockOf(assessed, unit);
  const goesOn = !isWholeBacklog && hole === -1;
  return {
    unit,
    issues: assessed,
    isWholeBacklog,
    history: { required: SPRINTS_REQUIRED, delivered },
    demand,
    runway: demand === null ? null : runwayOf(ready.amount, demand, goesOn),
    band: demand === null ? null : bandOf(ready.amount, demand),
    shortBy: demand === null ? null : shortOf(ready.amount, demand),
    ready,
    depth: stockOf(hole === -1 ? assessed : assessed.slice(0, hole), unit),
    firstHole: assessed[hole]?.issue.key ?? null,
  };
}

function stockOf(issues: readonly AssessedIssue[], unit: Unit): Stock {
  let amount = 0;
  let items = 0;
  for (const { issue, width, isReady } of issues) {
    if (!isReady) continue;
    amount += unit === 'items' ? width : (issue.estimate ?? 0);
    items += 1;
  }
  return { amount: roundAmount(amount), items };
}
