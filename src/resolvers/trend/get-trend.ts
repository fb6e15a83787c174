import type { TrendApp } from '#src/app/trend';
import type { GetTrendRequest, Trend, TrendDay } from '#src/contract/trend';
import type { BoardDay } from '#src/domain/trend/board-day';
import type { CallHandler } from '#src/resolvers/answer-call';

/** How much other viewers see stays here: it would tell of issues that this one may not see. */
function toTrendDay({ day, count, reading, scope }: BoardDay): TrendDay {
  const counted = count?.state === 'counted' ? count : null;
  const source = reading !== null || scope !== null ? 'viewer' : counted !== null ? 'count' : null;
  return {
    day,
    source,
    skipped: count?.state === 'skipped' ? count.why : null,
    reading: reading && {
      unit: reading.unit,
      runway: reading.runway,
      ready: reading.ready,
      depth: reading.depth,
      issuesSeen: reading.issuesSeen,
    },
    openItems: counted?.openItems ?? null,
    sprintItems: counted?.sprintItems ?? null,
    scope: scope && {
      sprintId: scope.sprintId,
      unit: scope.unit,
      committed: scope.committed,
      added: scope.added,
      removed: scope.removed,
    },
  };
}

/** Jira is asked as the viewer whether they may see the board; the board's id comes from the screen. */
export const getTrend: CallHandler<GetTrendRequest, Trend, TrendApp> = async (app, viewer, { boardId }) => {
  const { today, days } = await app.showTrend(viewer, boardId);
  return { today, days: days.map(toTrendDay) };
};
