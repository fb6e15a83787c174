import { prioritiesIn, traceOf } from '#src/domain/backlog/assess-backlog';
import { summarise, type AssessedIssue, type BacklogAssessment } from '#src/domain/backlog/assessment';
import type { Priority } from '#src/domain/backlog/checks/define-check';
import { runChecks } from '#src/domain/backlog/checks/run-checks';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, Reason } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { reassessIssue } from '#src/domain/backlog/reassess-issue';
import { widthsOf } from '#src/domain/backlog/runway';
import { softenUsual } from '#src/domain/backlog/soften-usual';
import { medianSprint, type Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';

/** Why a check says nothing of an issue that is judged by itself. */
export type NotLookedWhy = 'whole-backlog' | 'not-shown' | 'not-read' | 'too-little-history' | 'error';

export interface NotLooked {
  readonly check: CheckId;
  readonly why: NotLookedWhy;
}

/** One issue and all that is known around it without reading its backlog. */
export interface Alone {
  readonly issue: BacklogIssue;
  /** The viewer's last assessment of the board; null where there is none that still holds. */
  readonly last: BacklogAssessment | null;
  /** Whether it is in an active sprint: nothing of it is then too far away to matter. */
  readonly isUnderWay: boolean;
  /** What the board estimates in; a last assessment knows better. */
  readonly unit: Unit;
  readonly priorities: readonly Priority[];
  readonly settings: CheckSettings;
  readonly now: Date;
}

/** A verdict on one issue: the assessment around it holds the issue alone, and the figures of the last one. */
export interface JudgedAlone {
  readonly assessment: BacklogAssessment;
  readonly issue: AssessedIssue;
  readonly notLooked: readonly NotLooked[];
}

/** Checks that compare with the other issues of the backlog. */
const AMONG_OTHERS: readonly CheckId[] = ['rank-inversion', 'near-duplicate'];

/** Checks that go by what the team delivered, or by where the issue stands: an assessment knows, one issue does not. */
const BY_THE_TEAM: readonly CheckId[] = [
  'oversized',
  'unverifiable',
  'default-priority',
  'abandoned',
  'stale-ready',
];

const WHY: Readonly<Partial<Record<Reason, NotLookedWhy>>> = {
  'too-little-history': 'too-little-history',
  'no-forecast': 'too-little-history',
  'description-not-shown': 'not-shown',
  'priority-not-shown': 'not-shown',
  'parent-not-read': 'not-read',
  'blockers-not-read': 'not-read',
};

const without = (settings: CheckSettings, ids: readonly CheckId[]): CheckSettings => ({
  ...settings,
  ...Object.fromEntries(ids.map((id) => [id, { ...settings[id], enabled: false }])),
});

/**
 * Judges one issue without reading its backlog. Where the last assessment has the issue in it, the verdict is the one that a
 * change of the issue would give there. Where it ends above the issue, the checks that compare with others are left
 * out, and without any last assessment also those that go by what the team delivered.
 */
export function judgeAlone(alone: Alone): JudgedAlone {
  const { issue, last, priorities, settings, now } = alone;
  if (last?.issues.some(({ id }) => id === issue.id) !== true) return judgeUnplaced(alone);
  const assessment = reassessIssue(last, { issue, priorities, settings, now });
  const found = assessment.issues.find(({ id }) => id === issue.id);
  if (found === undefined) return judgeUnplaced(alone);
  return {
    assessment: { ...assessment, issues: [found] },
    issue: found,
    notLooked: notLookedIn(found, []),
  };
}

function judgeUnplaced({ issue, last, isUnderWay, unit, priorities, settings, now }: Alone): JudgedAlone {
  const left = last === null ? [...BY_THE_TEAM, ...AMONG_OTHERS] : AMONG_OTHERS;
  const measure = last?.unit ?? unit;
  const verdict = runChecks(issue, without(settings, left), {
    now,
    unit: measure,
    // Below all that was read, or nowhere in it.
    index: last?.issues.length ?? 0,
    isWithinHorizon: isUnderWay || last?.demand == null || last.isWholeBacklog,
    hasForecast: last !== null && last.demand !== null,
    medianSprint: medianSprint((last?.history.delivered ?? []).map(({ amount }) => amount)),
    sprintDays: last?.history.days ?? null,
    practice: last?.practice ?? null,
    priorities,
    ...prioritiesIn(last?.issues ?? [], priorities),
    duplicateOf: null,
    outrankedBy: null,
  });
  const traces = [...(last?.issues ?? []), traceOf(issue)];
  const judged: AssessedIssue = {
    ...traceOf(issue),
    width: widthsOf(traces, measure).at(-1) ?? 0,
    horizon: null,
    ...verdict,
  };
  const softened = softenUsual([...(last?.issues ?? []), judged], settings).at(-1) ?? judged;
  const basis = last ?? {
    unit: measure,
    isWholeBacklog: false,
    history: { required: SPRINTS_REQUIRED, period: 'sprint', delivered: [], approximate: 0, days: null },
    practice: null,
    demand: null,
  };
  return {
    assessment: last === null ? summarise([softened], basis) : { ...last, issues: [softened] },
    issue: softened,
    notLooked: notLookedIn(
      softened,
      left.filter((id) => settings[id].enabled),
    ),
  };
}

function notLookedIn({ undecided }: AssessedIssue, left: readonly CheckId[]): readonly NotLooked[] {
  return [
    ...undecided.map(({ check, reason }): NotLooked => ({ check, why: WHY[reason] ?? 'error' })),
    ...left.map((check): NotLooked => ({ check, why: 'whole-backlog' })),
  ];
}
