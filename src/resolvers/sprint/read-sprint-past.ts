import type { z } from 'zod';

import type { SprintApp } from '#src/app/sprint';
import type { READ_SPRINT_PAST_REQUEST, SprintPast } from '#src/contract/sprint/calls';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toPast } from '#src/resolvers/sprint/sprint-answer';

type Request = z.infer<typeof READ_SPRINT_PAST_REQUEST>;

/** Reads as the viewer, and keeps for the viewer alone: it shows nobody what they may not see, and changes nothing in Jira. */
export const readSprintPast: CallHandler<Request, SprintPast, SprintApp> = async (app, viewer, { boardId }) =>
  toPast(await app.readSprintPast(viewer, boardId));
