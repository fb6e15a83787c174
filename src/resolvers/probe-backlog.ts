import type { BacklogProbe, ProbeBacklogRequest } from '#src/contract/probe-backlog';
import type { CallHandler } from '#src/resolvers/answer-call';

/** Compares with the viewer's own last answer only; Jira is asked as the viewer. */
export const probeBacklog: CallHandler<ProbeBacklogRequest, BacklogProbe> = async (
  app,
  viewer,
  { boardId },
) => {
  const { isChanged, checkedAt } = await app.probeBacklog(viewer, boardId);
  return { isChanged, checkedAt: checkedAt.toISOString() };
};
