import type { z } from 'zod';

import type { SprintApp } from '#src/app/sprint';
import type { MOVE_ISSUES_RESPONSE, MoveIssuesRequest } from '#src/contract/sprint/calls';
import type { CallHandler } from '#src/resolvers/answer-call';

type Moved = z.infer<typeof MOVE_ISSUES_RESPONSE>;

/** Jira lets the viewer move what they may move; that issues and sprint are those of the board is looked up. */
export const moveIssues: CallHandler<MoveIssuesRequest, Moved, SprintApp> = async (app, viewer, request) => {
  const { moved, left, isRanked } = await app.moveIssues(viewer, request);
  return { moved, left, isRanked };
};
