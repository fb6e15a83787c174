import type { DashboardApp } from '#src/app/dashboard';
import type { BoardGlance, GlanceAtBoardRequest } from '#src/contract/dashboard/calls';
import type { CallHandler } from '#src/resolvers/answer-call';
import type { BoardBacklog } from '#src/usecases/board-backlog';

function figuresOf({ asOf, assessment }: BoardBacklog): NonNullable<BoardGlance['figures']> {
  const { unit, runway, band, shortBy, firstHole, depth, history } = assessment;
  return {
    asOf: asOf.toISOString(),
    unit,
    period: history.period,
    runway: runway === null ? null : { p85: runway.p85, isLowerBound: runway.isLowerBound },
    band,
    shortBy,
    firstHole,
    readyAbove: depth.items,
    history: { known: history.delivered.length, required: history.required },
  };
}

/** Jira answers only for boards that the viewer may see; the board's id is of the widget's settings, which anybody may write. */
export const glanceAtBoard: CallHandler<GlanceAtBoardRequest, BoardGlance, DashboardApp> = async (
  app,
  viewer,
  { boardId, isRefreshing },
) => {
  const { board, backlog, checkedAt, isFresh } = await app.glanceAtBoard(viewer, boardId, { isRefreshing });
  return {
    board: { id: board.id, name: board.name },
    figures: backlog === null ? null : figuresOf(backlog),
    checkedAt: checkedAt.toISOString(),
    isFresh,
    isLicensed: viewer.isLicensed,
  };
};
