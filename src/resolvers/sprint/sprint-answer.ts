import type { OpenedSprint as Answer, SprintNotes, SprintPast } from '#src/contract/sprint/calls';
import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import type { SprintPlan } from '#src/domain/sprint/plan';
import type { BoardSprint } from '#src/ports/sprint-list';
import type { VersionedNotes } from '#src/ports/sprint-notes';
import type { OpenedSprint, SprintView } from '#src/usecases/sprint/opened-sprint';
import type { KnownPast } from '#src/usecases/sprint/past-of-team';

/** Puts a team's past into the shape that screens hold to. */
export function toPast({ team, unread, removedMayBeMissing, unseen }: KnownPast): SprintPast {
  const { quality, figures, history } = team;
  return {
    required: SPRINTS_REQUIRED,
    sprints: figures,
    delivered: history.map(({ sprintId, delivered }) => ({ sprintId, amount: delivered })),
    quality,
    unread,
    removedMayBeMissing,
    unseen,
  };
}

export function toNotes({ version, notes, changes }: VersionedNotes): SprintNotes {
  const [last] = changes;
  const { people, daysOff, serves } = notes;
  return { version, people, daysOff, serves, by: last?.by ?? null, at: last?.at ?? null };
}

function toSprint({ id, name, state, goal, startDate, endDate, completeDate }: BoardSprint) {
  return { id, name, state, goal, startDate, endDate, completeDate };
}

function toIssue({ assessed, isFlagged, isCarriedIn, labels, servesGoal }: SprintPlan['issues'][number]) {
  const { id, key, estimate, isReady, findings, assigneeId, parentId } = assessed;
  return {
    id,
    key,
    estimate,
    isReady,
    isFlagged,
    isCarriedIn,
    findings,
    assigneeId,
    parentId,
    labels,
    servesGoal,
  };
}

function toView(view: SprintView): NonNullable<Answer['view']> {
  switch (view.state) {
    case 'future':
      return { state: view.state, ...view.plan, issues: view.plan.issues.map(toIssue) };
    case 'active':
      return { state: view.state, ...view.followUp };
    case 'closed':
      return { state: view.state, ...view.outcome };
  }
}

/** Puts an opened sprint, and what the viewer may do with it, into the shape that screens hold to. */
export function toSprintAnswer(opened: OpenedSprint, isLicensed: boolean): Answer {
  const { board, unit, sprints, sprint, view, notes, past, rights, missing, asOf, words } = opened;
  return {
    board: { id: board.id, name: board.name, estimationField: board.estimation?.displayName ?? null },
    unit,
    sprints: sprints.map(toSprint),
    sprint: sprint && toSprint(sprint),
    view: view && toView(view),
    notes: notes && toNotes(notes),
    past: toPast(past),
    missing: missing.map(({ part, why, retryAfterSeconds }) => ({ part, code: why, retryAfterSeconds })),
    canManageSprints: rights.canManageSprints,
    canMoveIssues: rights.canMoveIssues,
    canSaveNotes: rights.canEditIssues,
    isLicensed,
    asOf: asOf.toISOString(),
    words,
  };
}
