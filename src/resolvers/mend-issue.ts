import type { MendedIssue, MendIssueRequest } from '#src/contract/mend-issue';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toBacklogHealth } from '#src/resolvers/backlog-health';

/** Jira lets the viewer change what they may change; the ids come from the screen and are read as the viewer first. */
export const mendIssue: CallHandler<MendIssueRequest, MendedIssue> = async (app, viewer, request) => {
  const { opened, undo } = await app.mendIssue(viewer, request);
  return { health: toBacklogHealth(opened, viewer.isLicensed), undo };
};
