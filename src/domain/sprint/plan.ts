import type { AssessedIssue, Stock } from '#src/domain/backlog/assessment';
import type { CheckId, Finding } from '#src/domain/backlog/finding';
import { availabilityOf, type TeamDays } from '#src/domain/sprint/availability';
import { amountIn, stockOf } from '#src/domain/sprint/figures';
import { goalVerdict, type GoalVerdict } from '#src/domain/sprint/goal/goal-verdict';
import { servedShare, servesGoal, type Serves } from '#src/domain/sprint/goal/served';
import { planOdds, sprintForecast, type PlanOdds } from '#src/domain/sprint/odds';
import { oneHolder, type OneHolder } from '#src/domain/sprint/one-holder';
import { takeOut, type TakeOut } from '#src/domain/sprint/take-out';
import type { TeamPast } from '#src/domain/sprint/team-past';
import { usualOf, type Usual } from '#src/domain/sprint/usual';

/** `nothing-planned`, then what matters most: stories that are not ready, too much, or neither; `no-history` when they are all ready but nobody knows for how much. */
export type PlanVerdict =
  'nothing-planned' | 'not-ready' | 'too-much' | 'not-ready-and-too-much' | 'ready' | 'no-history';

/** An issue of a sprint that has not started, judged. */
export interface PlannedIssue {
  readonly assessed: AssessedIssue;
  readonly isFlagged: boolean;
  readonly isCarriedIn: boolean;
  readonly labels: readonly string[];
}

/** What a plan is judged by. */
export interface PlanReading {
  /** In rank order. */
  readonly issues: readonly PlannedIssue[];
  /** What comes after them, in rank order. */
  readonly after: readonly AssessedIssue[];
  readonly past: TeamPast;
  readonly goal: string;
  readonly notes: TeamDays & { readonly serves: Serves | null };
  readonly workingDays: number;
}

/** Readiness of a sprint that has not started; keys are in rank order. */
export interface SprintPlan {
  readonly verdict: PlanVerdict;
  readonly planned: Stock;
  readonly ready: Stock;
  /** None where issues are counted. */
  readonly withoutEstimate: number;
  readonly blocked: readonly string[];
  readonly oversized: readonly string[];
  /** An issue and the issue it waits for that is planned after it, in this sprint or a later one. */
  readonly blockedByLater: readonly { readonly key: string; readonly blockerKey: string }[];
  readonly oneHolder: OneHolder | null;
  readonly goal: { readonly verdict: GoalVerdict; readonly servedShare: number | null };
  readonly availability: number;
  /** null with too little history. */
  readonly odds: PlanOdds | null;
  readonly takeOut: TakeOut;
  /** Past sprints planned about as large and what they delivered; null without any. */
  readonly alike: { readonly planned: Usual; readonly delivered: Usual } | null;
  /** How much scope grew in past sprints; null without history. */
  readonly growth: Usual | null;
  readonly issues: readonly (PlannedIssue & { readonly servesGoal: boolean | null })[];
}

/** Sprints within a fifth of one another count as about as large. */
const ABOUT_AS_LARGE = 0.2;

/** Judges a sprint before it starts. */
export function planReadiness({ issues, after, past, goal, notes, workingDays }: PlanReading): SprintPlan {
  const { unit } = past;
  const assessed = issues.map((issue) => issue.assessed);
  const stock = (some: readonly AssessedIssue[]) =>
    stockOf(
      some.map(({ estimate }) => estimate),
      unit,
    );
  const planned = stock(assessed);
  const ready = stock(assessed.filter(({ isReady }) => isReady));
  const serving = issues.map((issue) => ({
    ...issue,
    servesGoal: servesGoal({ parentId: issue.assessed.parentId, labels: issue.labels }, notes.serves),
  }));
  const weighed = serving.map(({ assessed: { key, estimate, assigneeId }, servesGoal: serves }) => ({
    key,
    assigneeId,
    servesGoal: serves,
    amount: amountIn(estimate, unit),
  }));
  const availability = availabilityOf(notes, workingDays);
  const forecast = sprintForecast(past.history, availability);
  const odds = forecast && planOdds(forecast, planned.amount);
  const keysWith = (check: CheckId) => assessed.filter((issue) => found(issue, check)).map(({ key }) => key);
  return {
    verdict: verdictOf(planned, ready, odds),
    planned,
    ready,
    withoutEstimate: unit === 'items' ? 0 : assessed.filter(({ estimate }) => estimate === null).length,
    blocked: keysWith('open-blocker'),
    oversized: keysWith('oversized'),
    blockedByLater: blockedByLater(assessed, after),
    oneHolder: oneHolder(weighed, notes.people),
    goal: { verdict: goalVerdict(goal), servedShare: servedShare(weighed) },
    availability,
    odds,
    takeOut: takeOut(weighed, forecast?.commitment ?? null),
    alike: alikeIn(past, planned.amount),
    growth: usualOf(past.figures.map(({ added }) => added.amount)),
    issues: serving,
  };
}

function verdictOf(planned: Stock, ready: Stock, odds: PlanOdds | null): PlanVerdict {
  if (planned.items === 0) return 'nothing-planned';
  const isTooMuch = odds?.isOverCommitted === true;
  if (ready.items < planned.items) return isTooMuch ? 'not-ready-and-too-much' : 'not-ready';
  if (odds === null) return 'no-history';
  return isTooMuch ? 'too-much' : 'ready';
}

function found(issue: AssessedIssue, check: CheckId): Finding | undefined {
  return issue.findings.find((finding) => finding.check === check);
}

function blockedByLater(planned: readonly AssessedIssue[], after: readonly AssessedIssue[]) {
  const inSprints = new Set(
    [...planned, ...after].flatMap(({ key, sprintId }) => (sprintId === null ? [] : [key])),
  );
  return planned.flatMap(({ key, findings }) =>
    findings.flatMap((finding) =>
      finding.check === 'open-blocker'
        ? finding.facts.blockers
            .filter((blocker) => blocker.placesBelow !== null && inSprints.has(blocker.key))
            .map((blocker) => ({ key, blockerKey: blocker.key }))
        : [],
    ),
  );
}

function alikeIn({ figures }: TeamPast, planned: number): SprintPlan['alike'] {
  const alike = figures.filter(
    ({ committed }) =>
      committed.amount > 0 && Math.abs(committed.amount - planned) <= ABOUT_AS_LARGE * planned,
  );
  const plannedThen = usualOf(
    alike.map(({ committed }) => committed.amount),
    1,
  );
  const delivered = usualOf(
    alike.map((sprint) => sprint.delivered.amount),
    1,
  );
  return plannedThen && delivered && { planned: plannedThen, delivered };
}
