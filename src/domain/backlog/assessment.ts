import type { CriteriaPractice } from '#src/domain/backlog/checks/define-check';
import type { Undecided } from '#src/domain/backlog/checks/run-checks';
import type { Finding } from '#src/domain/backlog/finding';
import { bandOf, runwayOf, shortOf, type Band, type Horizon, type Runway } from '#src/domain/backlog/runway';
import { roundAmount } from '#src/domain/capacity/amount';
import type { Delivered, Demand, Unit } from '#src/domain/capacity/forecast';
import type { Period } from '#src/domain/capacity/sprint-history';

/** A number of issues, and the work in them in the board's unit. */
export interface Stock {
  readonly amount: number;
  readonly items: number;
}

/** One issue with what the checks say about it: ids and numbers. Its words stay in Jira. */
export interface AssessedIssue {
  readonly id: string;
  readonly key: string;
  /** Jira's hierarchy level: -1 sub-task, 0 story, task or bug, 1 epic and above. */
  readonly level: number;
  /** null is an empty estimate. */
  readonly estimate: number | null;
  /** The future sprint it is planned in; null in the backlog. */
  readonly sprintId: number | null;
  readonly parentId: string | null;
  readonly assigneeId: string | null;
  readonly priorityId: string | null;
  /** Keys of the issues that block it and are not done, wherever they stand. */
  readonly waitsFor: readonly string[];
  /** What it counts for in rank order, in the board's unit: see `widthsOf`. */
  readonly width: number;
  /** null without a forecast. */
  readonly horizon: Horizon | null;
  readonly isReady: boolean;
  readonly findings: readonly Finding[];
  /** Checks that could not tell, with the reason. */
  readonly undecided: readonly Undecided[];
}

/** What an assessment rests on besides the issues. */
export interface Basis {
  readonly unit: Unit;
  readonly isWholeBacklog: boolean;
  readonly history: {
    /** Closed sprints (or past fortnights) needed for a forecast. */
    readonly required: number;
    readonly period: Period;
    /** What the forecast rests on, oldest first. */
    readonly delivered: readonly Delivered[];
    /** Of how many of these sprints the amount comes from how issues stand today, and not from change logs. */
    readonly approximate: number;
    /** Days from one period's end to the next, as a median; null with fewer than two. */
    readonly days: number | null;
  };
  /** What the team's done stories say about how they are verified; null when none was read. */
  readonly practice: CriteriaPractice | null;
  /** null with too little history, or when it delivered nothing. */
  readonly demand: Demand | null;
}

/** A backlog's health: figures with what they were computed from. Without a forecast the figures in sprints are null. */
export interface BacklogAssessment extends Basis {
  readonly issues: readonly AssessedIssue[];
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

/** Sums up issues that are assessed already, in rank order. */
export function summarise(issues: readonly AssessedIssue[], basis: Basis): BacklogAssessment {
  const { unit, isWholeBacklog, demand } = basis;
  const hole = issues.findIndex(({ isReady }) => !isReady);
  const ready = stockOf(issues, unit);
  const goesOn = !isWholeBacklog && hole === -1;
  return {
    ...basis,
    issues,
    runway: demand === null ? null : runwayOf(ready.amount, demand, goesOn),
    band: demand === null ? null : bandOf(ready.amount, demand),
    shortBy: demand === null ? null : shortOf(ready.amount, demand),
    ready,
    depth: stockOf(hole === -1 ? issues : issues.slice(0, hole), unit),
    firstHole: issues[hole]?.key ?? null,
  };
}

function stockOf(issues: readonly AssessedIssue[], unit: Unit): Stock {
  let amount = 0;
  let items = 0;
  for (const { estimate, width, isReady } of issues) {
    if (!isReady) continue;
    amount += unit === 'items' ? width : (estimate ?? 0);
    items += 1;
  }
  return { amount: roundAmount(amount), items };
}
