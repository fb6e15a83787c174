import { prioritiesIn, traceOf } from '#src/domain/backlog/assess-backlog';
import { summarise, type AssessedIssue, type BacklogAssessment } from '#src/domain/backlog/assessment';
import type { CheckContext, Priority } from '#src/domain/backlog/checks/define-check';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { runCheck, runChecks } from '#src/domain/backlog/checks/run-checks';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, FactsByCheck, Finding } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { findInversions } from '#src/domain/backlog/rank-inversions';
import { horizonsOf, widthsOf } from '#src/domain/backlog/runway';
import { softenUsual } from '#src/domain/backlog/soften-usual';
import { medianSprint } from '#src/domain/capacity/forecast';

/** What is needed besides the last assessment to judge one issue again. */
export interface Reassessment {
  readonly issue: BacklogIssue;
  readonly priorities: readonly Priority[];
  readonly settings: CheckSettings;
  readonly now: Date;
}

/** Checks that look at nothing but what an assessment keeps of an issue, and at its place among the others. */
const BY_TRACE: ReadonlySet<CheckId> = new Set(['missing-estimate', 'default-priority', 'rank-inversion']);

/**
 * The assessment after one issue changed, without reading the others again: equal to a full assessment after the same change
 * of its estimate, priority, blockers or description, but that another issue which comes to lie beyond two sprints by it is
 * not found `abandoned` before the next reading. Nor is found what a changed summary repeats.
 * @returns the last assessment itself when the issue is not part of it.
 */
export function reassessIssue(
  last: BacklogAssessment,
  { issue, priorities, settings, now }: Reassessment,
): BacklogAssessment {
  const index = last.issues.findIndex(({ id }) => id === issue.id);
  const before = last.issues[index];
  if (before === undefined) return last;
  const { unit, demand, history, practice } = last;
  const traces = last.issues.with(index, { ...before, ...traceOf(issue) });
  const widths = widthsOf(traces, unit);
  const horizons = horizonsOf(widths, demand);
  const inversions = findInversions(traces, priorities);
  const shared = {
    now,
    unit,
    practice,
    priorities,
    hasForecast: demand !== null,
    medianSprint: medianSprint(history.delivered.map(({ amount }) => amount)),
    sprintDays: history.days,
    ...prioritiesIn(traces, priorities),
  };
  const issues = traces.map((trace, place): AssessedIssue => {
    const horizon = horizons[place] ?? null;
    const placed = { ...trace, width: widths[place] ?? 0, horizon };
    const context = {
      ...shared,
      index: place,
      isWithinHorizon: horizon !== 'beyond',
      duplicateOf: duplicateIn(trace.findings),
      outrankedBy: inversions[place] ?? null,
    };
    return place === index
      ? { ...placed, ...runChecks(issue, settings, context) }
      : judgedByPlace(placed, settings, context);
  });
  return summarise(softenUsual(issues, settings), last);
}

function duplicateIn(findings: readonly Finding[]): FactsByCheck['near-duplicate'] | null {
  const found = findings.find((finding) => finding.check === 'near-duplicate');
  return found?.facts ?? null;
}

/** What the checks say of another issue where it stands now. */
function judgedByPlace(
  issue: AssessedIssue,
  settings: CheckSettings,
  context: Omit<CheckContext, 'isReadyOtherwise'>,
): AssessedIssue {
  const found = new Map(issue.findings.map((finding) => [finding.check, finding]));
  const undecided = new Map(issue.undecided.map((each) => [each.check, each]));
  for (const id of BY_TRACE) {
    found.delete(id);
    undecided.delete(id);
    const answer = runCheck(id, bare(issue), settings, { ...context, isReadyOtherwise: false });
    if (answer === null) continue;
    if ('reason' in answer) undecided.set(id, answer);
    else found.set(id, answer);
  }
  if (context.isWithinHorizon) found.delete('abandoned');
  const findings = CHECK_IDS.flatMap((id) => found.get(id) ?? []);
  return {
    ...issue,
    findings,
    undecided: CHECK_IDS.flatMap((id) => undecided.get(id) ?? []),
    isReady: findings.every(({ severity }) => severity !== 'critical'),
  };
}

/** An issue as far as an assessment keeps it: enough for the checks of `BY_TRACE`. */
function bare({ id, key, level, estimate, priorityId, assigneeId }: AssessedIssue): BacklogIssue {
  return {
    id,
    key,
    summary: '',
    issueType: { name: '', level },
    estimate,
    description: undefined,
    hasCriteriaField: false,
    sprint: null,
    blockers: [],
    priorityId,
    assigneeId,
    parent: null,
    updated: '',
    emptyFieldIds: [],
  };
}
