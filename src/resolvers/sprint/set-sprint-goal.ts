import type { z } from 'zod';

import type { SprintApp } from '#src/app/sprint';
import type { SET_SPRINT_GOAL_RESPONSE, SetSprintGoalRequest } from '#src/contract/sprint/calls';
import type { CallHandler } from '#src/resolvers/answer-call';

type GoalSet = z.infer<typeof SET_SPRINT_GOAL_RESPONSE>;

/** Jira lets the viewer change what they may change; that the sprint is one of the board is looked up. */
export const setSprintGoal: CallHandler<SetSprintGoalRequest, GoalSet, SprintApp> = async (
  app,
  viewer,
  request,
) => {
  const { result, goal } = await app.setGoal(viewer, request);
  return { result, goal };
};
