import type { RovoApp } from '#src/app/rovo';
import { createAction } from '#src/background/rovo/action';
import { ADD_RISK_INPUTS, answerAddRisk } from '#src/background/rovo/add-risk';
import { answerRefineNext, REFINE_NEXT_INPUTS } from '#src/background/rovo/refine-next';
import { answerRisksForMe, RISKS_FOR_ME_INPUTS } from '#src/background/rovo/risks-for-me';
import { answerSprintsAhead, SPRINTS_AHEAD_INPUTS } from '#src/background/rovo/sprints-ahead';

/**
 * The functions behind the agent's actions.
 * @param environmentType of the app that runs, which tells whether no licence is one.
 */
export function createActions(app: RovoApp, environmentType: () => string | undefined) {
  const reading = { changes: false } as const;
  return {
    sprintsAhead: createAction(
      app,
      { ...reading, key: 'sprints-ahead', inputs: SPRINTS_AHEAD_INPUTS },
      answerSprintsAhead,
      environmentType,
    ),
    refineNext: createAction(
      app,
      { ...reading, key: 'refine-next', inputs: REFINE_NEXT_INPUTS },
      answerRefineNext,
      environmentType,
    ),
    risksForMe: createAction(
      app,
      { ...reading, key: 'risks-for-me', inputs: RISKS_FOR_ME_INPUTS },
      answerRisksForMe,
      environmentType,
    ),
    addRisk: createAction(
      app,
      { key: 'add-risk', changes: true, inputs: ADD_RISK_INPUTS },
      answerAddRisk,
      environmentType,
    ),
  };
}
