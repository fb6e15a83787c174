import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { runChecks } from '#src/domain/backlog/checks/run-checks';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId } from '#src/domain/backlog/finding';
import type { AdfNode, BacklogIssue, StatusCategory } from '#src/domain/backlog/issue';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type { MitigatingIssue } from '#src/domain/risk/checks/define-check';

/** An issue as it is read by itself, without a board. */
export interface IssueFacts {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: { readonly name: string; readonly category: StatusCategory };
  readonly issueType: { readonly name: string; readonly level: number };
  /** null when it is empty; undefined when it is not shown. */
  readonly description: AdfNode | null | undefined;
  /** Story points; null when they are empty, undefined where the issue has no such field. */
  readonly points: number | null | undefined;
  readonly originalEstimateSeconds: number | null;
  readonly dueOn: CalendarDate | null;
  /** The active or future sprint that it is in; null when it is in none, undefined where sprints are not shown. */
  readonly sprint: { readonly endsOn: CalendarDate | null } | null | undefined;
  /** ISO 8601 instant. */
  readonly updated: string;
  /** Issues that block it, done ones too. */
  readonly blockers: readonly {
    readonly key: string;
    readonly summary: string;
    readonly statusCategory: StatusCategory;
  }[];
}

/** The checks that can keep an issue from being ready, and that do not need its board or its team. */
const WITHOUT_A_BOARD: readonly CheckId[] = ['missing-estimate', 'open-blocker'];

/**
 * What a mitigating issue says about its risk. Without a board the readiness checks know less: where the blocker stands in rank
 * order, or which field the board estimates in. What they cannot tell is not known, and is never a pass.
 */
export function mitigatingIssue(issue: IssueFacts, now: Date): MitigatingIssue {
  const { sprint, dueOn } = issue;
  return {
    isVisible: true,
    isDone: issue.status.category === 'done',
    isReady: isReady(issue, now),
    landsOn: sprint?.endsOn ?? dueOn,
    isScheduled: isScheduled(issue),
  };
}

function isScheduled({ sprint, dueOn }: IssueFacts): boolean | null {
  if (dueOn !== null || (sprint !== null && sprint !== undefined)) return true;
  return sprint === undefined ? null : false;
}

function isReady(issue: IssueFacts, now: Date): boolean | null {
  const { points, originalEstimateSeconds } = issue;
  const estimate = points ?? originalEstimateSeconds;
  const isEstimable = points !== undefined || originalEstimateSeconds !== null;
  const checks = WITHOUT_A_BOARD.filter((id) => isEstimable || id !== 'missing-estimate');
  const verdict = runChecks(asListed(issue, estimate), only(checks), {
    now,
    isWithinHorizon: true,
    hasForecast: false,
    medianSprint: null,
    sprintDays: null,
    unit: 'points',
    index: 0,
    practice: null,
    priorities: [],
    usesPriorities: false,
    decidedShare: null,
    duplicateOf: null,
    outrankedBy: null,
  });
  if (!verdict.isReady) return false;
  return isEstimable && verdict.undecided.length === 0 ? true : null;
}

function asListed(issue: IssueFacts, estimate: number | null): BacklogIssue {
  return {
    ...issue,
    estimate,
    hasCriteriaField: false,
    sprint: null,
    blockers: issue.blockers.map((blocker) => ({ ...blocker, place: { kind: 'unknown' } })),
    priorityId: null,
    assigneeId: null,
    parent: null,
    emptyFieldIds: [],
  };
}

function only(ids: readonly CheckId[]): CheckSettings {
  const entries = CHECK_IDS.map((id) => [id, { ...DEFAULT_SETTINGS[id], enabled: ids.includes(id) }]);
  return Object.fromEntries(entries) as CheckSettings;
}
