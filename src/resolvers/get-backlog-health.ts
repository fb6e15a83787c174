import type { BacklogHealth, GetBacklogHealthRequest } from '#src/contract/get-backlog-health';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toBacklogHealth } from '#src/resolvers/backlog-health';

/** Jira answers only for boards and issues that the viewer may see; the board's id comes from the screen. */
export const getBacklogHealth: CallHandler<GetBacklogHealthRequest, BacklogHealth> = async (
  app,
  viewer,
  { boardId, mayBeKept },
) => toBacklogHealth(await app.openBacklog(viewer, boardId, { mayBeKept }), viewer.isLicensed);
