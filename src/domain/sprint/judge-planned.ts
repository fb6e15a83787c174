import { traceOf } from '#src/domain/backlog/assess-backlog';
import type { AssessedIssue, BacklogAssessment } from '#src/domain/backlog/assessment';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { reassessIssue, type Reassessment } from '#src/domain/backlog/reassess-issue';

/** The place of a planned sprint among what was read of a backlog. */
export interface PlannedSprint {
  readonly id: number;
  /** Future sprints that come before it. */
  readonly earlierSprintIds: readonly number[];
}

/**
 * The issues that come after a sprint's own, in rank order, as far as the backlog was read: later sprints and the backlog. Those of
 * earlier sprints come first anyway, and those that the last reading saw in this sprint, and that are not in it now, are somewhere else.
 */
export function afterSprint(
  last: BacklogAssessment,
  { id, earlierSprintIds }: PlannedSprint,
  plannedIds: ReadonlySet<string>,
): readonly AssessedIssue[] {
  const notAfter = new Set([id, ...earlierSprintIds]);
  return last.issues.filter(
    (issue) => !plannedIds.has(issue.id) && (issue.sprintId === null || !notAfter.has(issue.sprintId)),
  );
}

/**
 * Judges the issues of a sprint as if it were the next one, by what they are now; what the checks need besides (history, practice,
 * what comes after them) is that of the last assessment. So a sprint far down, of which the backlog's reading saw nothing, is judged by
 * the same standard as the next.
 * @param planned In rank order, with blockers placed in `planned` followed by `after`.
 */
export function judgePlanned(
  last: BacklogAssessment,
  planned: readonly BacklogIssue[],
  after: readonly AssessedIssue[],
  context: Omit<Reassessment, 'issue'>,
): readonly AssessedIssue[] {
  const known = new Map(last.issues.map((issue) => [issue.id, issue]));
  const unjudged = planned.map((issue): AssessedIssue => ({
    ...(known.get(issue.id) ?? NOT_JUDGED),
    ...traceOf(issue),
  }));
  const whole = planned.reduce<BacklogAssessment>(
    (assessment, issue) => reassessIssue(assessment, { ...context, issue }),
    { ...last, issues: [...unjudged, ...after] },
  );
  return whole.issues.slice(0, planned.length);
}

const NOT_JUDGED = { width: 0, horizon: null, isReady: false, findings: [], undecided: [] };
