import { describe, expect, it } from 'vitest';

import { setGoal } from '#src/usecases/sprint/set-goal';

import { sprint, sprintWorld } from './sprint-world';

const SPRINTS = [sprint(7, { goal: 'Buyers pay by card' }), sprint(90, { originBoardId: 9 })];
const ask = { boardId: 1, sprintId: 7, was: 'Buyers pay by card', goal: 'Buyers pay by card and transfer' };

describe("a sprint's goal", () => {
  it('is changed where it is what the viewer saw', async () => {
    const { ports, written } = sprintWorld({ sprints: SPRINTS });
    expect(await setGoal(ports, ask)).toEqual({ result: 'changed', goal: ask.goal });
    expect(written).toEqual([`goal of 7: ${ask.goal}`]);
  });

  it('stays where somebody changed it meanwhile, and the viewer hears what it is', async () => {
    const { ports, written } = sprintWorld({ sprints: SPRINTS });
    const answer = await setGoal(ports, { ...ask, was: 'Something else' });
    expect(answer).toEqual({ result: 'conflict', goal: 'Buyers pay by card' });
    expect(written).toEqual([]);
  });

  it('that is so already is not written again, whatever the viewer saw', async () => {
    const { ports, written } = sprintWorld({ sprints: SPRINTS });
    const answer = await setGoal(ports, { ...ask, was: 'Else', goal: ' Buyers pay by card\r\n' });
    expect(answer).toEqual({ result: 'changed', goal: 'Buyers pay by card' });
    expect(written).toEqual([]);
  });

  it.each([
    ['not one of the board', { sprintId: 90 }, {}, 'not-found'],
    ['of a board that the viewer may not see', { boardId: 2 }, {}, 'not-found'],
    ['that Jira does not let the viewer change', {}, { canManageSprints: false }, 'refused'],
  ])('%s is left alone', async (_, change, rights, kind) => {
    const { ports, written } = sprintWorld({ sprints: SPRINTS, rights });
    await expect(setGoal(ports, { ...ask, ...change })).rejects.toMatchObject({ kind });
    expect(written).toEqual([]);
  });
});
