import { describe, expect, it } from 'vitest';

import { moveBetweenSprints } from '#src/usecases/sprint/move-issues';

import { at, sprint, sprintWorld } from './sprint-world';

const SPRINTS = [
  sprint(7),
  sprint(8, { state: 'active' }),
  sprint(6, { state: 'closed' }),
  sprint(90, { originBoardId: 9 }),
];
const PLACES = [at('EK-1', 7), at('EK-2', 7), at('EK-3', null), at('EK-4', 8)];

const world = (change: Parameters<typeof sprintWorld>[0] = {}) =>
  sprintWorld({ sprints: SPRINTS, places: PLACES, ...change });

const ask = { boardId: 1, beforeKey: null };

describe('moving issues', () => {
  it('out of a sprint takes one call, and undoing it puts them back before the one that followed', async () => {
    const { ports, written } = world();
    const out = { ...ask, issueKeys: ['EK-2', 'EK-1'], fromSprintId: 7, toSprintId: null };
    expect(await moveBetweenSprints(ports, out)).toEqual({
      moved: ['EK-2', 'EK-1'],
      left: [],
      isRanked: true,
    });
    const back = { ...out, fromSprintId: null, toSprintId: 7, beforeKey: 'EK-4' };
    expect((await moveBetweenSprints(ports, back)).moved).toEqual(['EK-2', 'EK-1']);
    expect(written).toEqual(['EK-2 EK-1 to backlog', 'EK-2 EK-1 to 7 before EK-4']);
  });

  it('into the backlog ranks them by a call of its own, and says when Jira does not', async () => {
    const request = { ...ask, issueKeys: ['EK-1'], toSprintId: null, beforeKey: 'EK-3' };
    const { ports, written } = world();
    expect(await moveBetweenSprints(ports, request)).toMatchObject({ moved: ['EK-1'], isRanked: true });
    expect(written).toEqual(['EK-1 to backlog', 'EK-1 ranked before EK-3']);
    const { ports: refusing } = world({ isRankRefused: true });
    expect(await moveBetweenSprints(refusing, request)).toMatchObject({ moved: ['EK-1'], isRanked: false });
  });

  it('leaves what somebody moved elsewhere meanwhile, and what is not on the board', async () => {
    const { ports, written } = world();
    const request = { ...ask, issueKeys: ['EK-1', 'EK-4', 'OPS-1'], fromSprintId: 7, toSprintId: null };
    expect(await moveBetweenSprints(ports, request)).toEqual({
      moved: ['EK-1'],
      left: [
        { key: 'EK-4', why: 'elsewhere' },
        { key: 'OPS-1', why: 'not-on-board' },
      ],
      isRanked: true,
    });
    expect(written).toEqual(['EK-1 to backlog']);
  });

  it('counts what is there already as moved, and asks nothing of Jira where nothing is left', async () => {
    const { ports, written } = world();
    const there = { ...ask, issueKeys: ['EK-3'], fromSprintId: 7, toSprintId: null };
    expect((await moveBetweenSprints(ports, there)).moved).toEqual(['EK-3']);
    written.length = 0;
    const none = { ...ask, issueKeys: ['OPS-1'], toSprintId: 7 };
    expect(await moveBetweenSprints(ports, none)).toMatchObject({ moved: [], left: [{ key: 'OPS-1' }] });
    expect(written).toEqual([]);
  });

  it('goes on without one that Jira refuses', async () => {
    const { ports, written } = world({ refused: ['EK-2'] });
    const request = { ...ask, issueKeys: ['EK-1', 'EK-2', 'EK-3'], toSprintId: 8, beforeKey: 'EK-4' };
    expect(await moveBetweenSprints(ports, request)).toEqual({
      moved: ['EK-1', 'EK-3'],
      left: [{ key: 'EK-2', why: 'refused' }],
      isRanked: true,
    });
    expect(written).toEqual(['EK-1 to 8 before EK-4', 'EK-3 to 8 before EK-4']);
  });

  it('fails in the words of Jira when it refuses all of them', async () => {
    const { ports, written } = world({ refused: ['EK-1', 'EK-2'] });
    const request = { ...ask, issueKeys: ['EK-1', 'EK-2'], toSprintId: 8 };
    await expect(moveBetweenSprints(ports, request)).rejects.toMatchObject({
      kind: 'refused',
      detail: 'No.',
    });
    expect(written).toEqual([]);
  });

  it.each([
    ['a closed sprint', { toSprintId: 6 }, 'refused'],
    ['a sprint of another board', { toSprintId: 90 }, 'not-found'],
    ['a sprint that there is not', { toSprintId: 91 }, 'not-found'],
    ['another board than the viewer sees', { toSprintId: null, boardId: 2 }, 'not-found'],
  ])('into %s is refused, and nothing is written', async (_, change, kind) => {
    const { ports, written } = world();
    const request = { ...ask, issueKeys: ['EK-1'], ...change };
    await expect(moveBetweenSprints(ports, request)).rejects.toMatchObject({ kind });
    expect(written).toEqual([]);
  });

  it("into another board's sprint that shows on this one is as good as into its own", async () => {
    const { ports } = world({ places: [...PLACES, at('EK-9', 90)] });
    expect(await moveBetweenSprints(ports, { ...ask, issueKeys: ['EK-1'], toSprintId: 90 })).toMatchObject({
      moved: ['EK-1'],
    });
  });
});
