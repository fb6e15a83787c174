import type { BacklogHealth, BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import type { OpenedBacklog } from '#src/usecases/open-backlog';

function toIssue(issue: AssessedIssue): BacklogHealthIssue {
  const { id, key, estimate, width, sprintId, parentId, assigneeId, priorityId } = issue;
  const { horizon, isReady, findings } = issue;
  return {
    id,
    key,
    estimate,
    width,
    sprintId,
    parentId,
    assigneeId,
    priorityId,
    horizon,
    isReady,
    findings,
  };
}

function toBoard({ board }: BoardBacklog): BacklogHealth['board'] {
  const { id, name, type, estimation, isRanked } = board;
  return { id, name, type, estimationField: estimation?.displayName ?? null, isRanked };
}

/** Puts a board's backlog, and what the viewer may do with it, into the shape that screens hold to. */
export function toBacklogHealth({ backlog, settings }: OpenedBacklog, isLicensed: boolean): BacklogHealth {
  const { asOf, isKept, missing, hasSprints, assessment, words } = backlog;
  const { unit, demand, runway, band, shortBy, ready, depth, firstHole, history, issues } = assessment;
  const [change] = settings.changes;
  return {
    board: toBoard(backlog),
    asOf: asOf.toISOString(),
    isKept,
    missing: missing.map(({ part, why, retryAfterSeconds }) => ({ part, code: why, retryAfterSeconds })),
    unit,
    hasSprints,
    history: {
      required: history.required,
      period: history.period,
      delivered: history.delivered,
      approximate: history.approximate,
    },
    demand,
    runway,
    band,
    shortBy,
    ready,
    depth,
    firstHole,
    read: { issues: issues.length, isWholeBacklog: assessment.isWholeBacklog },
    issues: issues.map(toIssue),
    session: settings.settings.session,
    adjusted: change === undefined ? null : { by: change.by, at: change.at },
    isLicensed,
    words,
  };
}
