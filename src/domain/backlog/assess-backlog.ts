import { runChecks } from '#src/domain/backlog/checks/run-checks';
import type { CheckContext, CriteriaPractice, Priority } from '#src/domain/backlog/checks/define-check';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { findDuplicates } from '#src/domain/backlog/near-duplicates';
import { findInversions } from '#src/domain/backlog/rank-inversions';
import { softenUsual } from '#src/domain/backlog/soften-usual';
import { horizonsOf, widthsOf } from '#src/domain/backlog/runway';
import { summarise, type AssessedIssue, type BacklogAssessment } from '#src/domain/backlog/assessment';
import {
  approximateLately,
  deliveredLately,
  demandOf,
  medianSprint,
  periodDays,
  type Unit,
} from '#src/domain/capacity/forecast';
import { SPRINTS_REQUIRED, type Period, type SprintOutcome } from '#src/domain/capacity/sprint-history';

/** What is known of a board when its backlog is assessed. */
export interface BacklogReading {
  /** In rank order: future sprints in their order, then the backlog. */
  readonly issues: readonly BacklogIssue[];
  /** Whether `issues` is all there is. */
  readonly isWholeBacklog: boolean;
  /** Closed sprints or past fortnights, in any order. */
  readonly history: readonly SprintOutcome[];
  readonly period: Period;
  /** `items` on boards that estimate by counting issues, and where nobody estimates. */
  readonly unit: Unit;
  /** Highest first; empty when they could not be read. */
  readonly priorities: readonly Priority[];
  readonly now: Date;
}

/**
 * Assesses a backlog in rank order. An issue's horizon follows from the widths above it alone, so that checks may
 * depend on the horizon without going round in circles. Without a forecast there is no horizon: every issue read
 * then counts as within it, since any of them may be next.
 * @throws RangeError when a sprint's delivered amount is negative or not a number.
 */
export function assessBacklog(
  reading: BacklogReading,
  settings: CheckSettings = DEFAULT_SETTINGS,
): BacklogAssessment {
  const { lasting, widths, horizons, contexts } = contextsIn(reading);
  const assessed = reading.issues.flatMap((issue, index): readonly AssessedIssue[] => {
    const context = contexts[index];
    if (context === undefined) return [];
    const verdict = runChecks(issue, settings, context);
    return [{ ...traceOf(issue), width: widths[index] ?? 0, horizon: horizons[index] ?? null, ...verdict }];
  });
  return summarise(softenUsual(assessed, settings), lasting);
}

/**
 * What the checks know beyond each issue, in the order of the issues, and what that rests on.
 * @throws RangeError when a sprint's delivered amount is negative or not a number.
 */
export function contextsIn({
  issues,
  isWholeBacklog,
  history,
  period,
  unit,
  priorities,
  now,
}: BacklogReading) {
  const delivered = deliveredLately(history, unit);
  const amounts = delivered.map(({ amount }) => amount);
  const demand = demandOf(amounts);
  const lasting = {
    unit,
    isWholeBacklog,
    demand,
    history: {
      required: SPRINTS_REQUIRED,
      period,
      delivered,
      approximate: period === 'sprint' ? approximateLately(history) : 0,
      days: periodDays(history),
    },
    practice: practiceIn(history),
  };
  const widths = widthsOf(
    issues.map(({ estimate, issueType: { level } }) => ({ estimate, level })),
    unit,
  );
  const horizons = horizonsOf(widths, demand);
  const duplicates = findDuplicates(issues);
  const inversions = findInversions(issues, priorities);
  const shared = {
    now,
    hasForecast: demand !== null,
    medianSprint: medianSprint(amounts),
    sprintDays: lasting.history.days,
    unit,
    practice: lasting.practice,
    priorities,
    ...prioritiesIn(issues, priorities),
  };
  const contexts = issues.map((_, index): Omit<CheckContext, 'isReadyOtherwise'> => ({
    ...shared,
    index,
    isWithinHorizon: horizons[index] !== 'beyond',
    duplicateOf: duplicates[index] ?? null,
    outrankedBy: inversions[index] ?? null,
  }));
  return { lasting, widths, horizons, contexts };
}

/** What an assessment keeps of an issue. */
export function traceOf(issue: BacklogIssue) {
  const { id, key, issueType, estimate, sprint, parent, assigneeId, priorityId } = issue;
  return {
    id,
    key,
    level: issueType.level,
    estimate,
    sprintId: sprint?.id ?? null,
    parentId: parent?.id ?? null,
    assigneeId,
    priorityId,
    waitsFor: issue.blockers
      .filter(({ statusCategory }) => statusCategory !== 'done')
      .map(({ key: of }) => of),
  };
}

/** How a team tells its issues apart by priority: whether one of them at least has another than the default, and how many. */
export function prioritiesIn(
  issues: readonly { readonly priorityId: string | null }[],
  priorities: readonly Priority[],
): Pick<CheckContext, 'usesPriorities' | 'decidedShare'> {
  const usual = priorities.find(({ isDefault }) => isDefault)?.id;
  const shown = issues.filter(({ priorityId }) => priorityId !== null);
  const decided = shown.filter(({ priorityId }) => priorityId !== usual);
  return {
    usesPriorities: decided.length > 0,
    decidedShare: shown.length === 0 ? null : decided.length / shown.length,
  };
}

function practiceIn(history: readonly SprintOutcome[]): CriteriaPractice | null {
  const stories = history.reduce((sum, sprint) => sum + sprint.stories, 0);
  const withCriteria = history.reduce((sum, sprint) => sum + sprint.storiesWithCriteria, 0);
  return stories === 0 ? null : { stories, withCriteria };
}
