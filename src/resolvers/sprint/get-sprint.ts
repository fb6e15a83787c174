import type { SprintApp } from '#src/app/sprint';
import type { GetSprintRequest, OpenedSprint } from '#src/contract/sprint/calls';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toSprintAnswer } from '#src/resolvers/sprint/sprint-answer';

/** Jira answers only for boards that the viewer may see; that the sprint is one of the board is looked up. */
export const getSprint: CallHandler<GetSprintRequest, OpenedSprint, SprintApp> = async (
  app,
  viewer,
  { boardId, sprintId },
) => toSprintAnswer(await app.openSprint(viewer, boardId, sprintId), viewer.isLicensed);
