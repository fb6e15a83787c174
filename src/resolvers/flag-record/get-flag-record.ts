import type { FlagApp } from '#src/app/flag-record';
import type { FlagRecordAnswer, GetFlagRecordRequest, ScoredCheckAnswer } from '#src/contract/flag-record';
import type { CallHandler } from '#src/resolvers/answer-call';
import type { ScoredCheck, ScoredSide } from '#src/usecases/flag-record/score-checks';

function toSide({ counts, likely }: ScoredSide): ScoredCheckAnswer['flagged'] {
  const { issues, reestimated, rewritten, carriedOver, dropped, troubled } = counts;
  return {
    issues,
    reestimated,
    rewritten,
    carriedOver,
    dropped,
    troubled,
    low: likely.low,
    high: likely.high,
  };
}

function toCheck({ check, isOn, severity, flagged, unflagged, verdict, certainty }: ScoredCheck) {
  return {
    check,
    isOn,
    severity,
    flagged: toSide(flagged),
    unflagged: toSide(unflagged),
    verdict,
    certainty,
  };
}

/** The board is read as the viewer first, and so are all issues: of others nothing is counted. Nothing is changed in Jira. */
export const getFlagRecord: CallHandler<GetFlagRecordRequest, FlagRecordAnswer, FlagApp> = async (
  app,
  viewer,
  { boardId },
) => {
  const { board, checks, sprints, since, canChange } = await app.readFlagRecord(viewer, boardId);
  const { counted, running, unread } = sprints;
  return {
    board: { id: board.id, name: board.name },
    checks: checks.map(toCheck),
    sprints: { counted, running, unread },
    since: since?.toISOString() ?? null,
    canChange,
    isLicensed: viewer.isLicensed,
  };
};
