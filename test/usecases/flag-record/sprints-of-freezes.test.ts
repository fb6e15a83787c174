import { describe, expect, it } from 'vitest';

import type { KeptFreeze, KeptTally } from '#src/ports/flag-record';
import { ReadFailure } from '#src/ports/read-failure';
import type { BoardSprint, BoardSprints } from '#src/ports/sprint-list';
import { sprintsOfFreezes } from '#src/usecases/flag-record/sprints-of-freezes';

const START = '2026-10-12T08:00:00.000Z';
const END = '2026-10-26T08:00:00.000Z';

const freeze = (sprintId: number, at = 1): KeptFreeze => ({
  sprintId,
  boardId: 1,
  at,
  endDate: null,
  checksOn: new Map(),
  issues: [],
});

const sprint = (id: number, over: Partial<BoardSprint> = {}): BoardSprint => ({
  id,
  name: '',
  state: 'closed',
  goal: '',
  startDate: START,
  endDate: END,
  completeDate: END,
  originBoardId: 1,
  ...over,
});

const tally = (sprintId: number, over: Partial<KeptTally> = {}): KeptTally => ({
  sprintId,
  basis: '',
  startDate: START,
  completeDate: END,
  frozenAt: 1,
  tally: { sprints: 1, checks: new Map() },
  ...over,
});

async function sort(
  freezes: readonly KeptFreeze[],
  sprints: BoardSprints | null,
  kept: readonly KeptTally[],
  farBack: Readonly<Record<number, BoardSprint>> = {},
) {
  const asked: number[] = [];
  const readSprint = async (id: number) => {
    asked.push(id);
    const found = farBack[id];
    if (found === undefined) throw new ReadFailure('not-found', 'sprint: Jira answered 404.');
    return await Promise.resolve(found);
  };
  const { running, tallied, unread } = await sprintsOfFreezes({ readSprint }, { freezes, sprints, kept });
  return {
    running,
    tallied: tallied.map(({ sprintId }) => sprintId),
    unread: unread.map(({ freeze: { sprintId } }) => sprintId),
    asked,
  };
}

describe('sprintsOfFreezes', () => {
  it('tells what runs, what is known and what is to be read', async () => {
    const sprints = {
      open: [sprint(3, { state: 'active', completeDate: null })],
      closed: [sprint(1), sprint(2)],
    };
    expect(await sort([freeze(3), freeze(2), freeze(1)], sprints, [tally(1)])).toEqual({
      running: 1,
      tallied: [1],
      unread: [2],
      asked: [],
    });
  });

  it('reads anew what was completed anew, and what tells of another freeze', async () => {
    const later = '2026-10-27T08:00:00.000Z';
    const sprints = { open: [], closed: [sprint(1, { completeDate: later }), sprint(2)] };
    const kept = [tally(1), tally(2, { frozenAt: 99 })];
    expect((await sort([freeze(2), freeze(1)], sprints, kept)).unread).toEqual([2, 1]);
  });

  it('trusts what is kept of sprints far back, asks for others, and leaves out what is gone', async () => {
    const found = await sort([freeze(3), freeze(2), freeze(1)], { open: [], closed: [] }, [tally(1)], {
      2: sprint(2),
    });
    expect(found).toEqual({ running: 0, tallied: [1], unread: [2], asked: [3, 2] });
  });

  it('lets any other refusal through', async () => {
    const readSprint = () => Promise.reject(new ReadFailure('rate-limited', 'sprint: Jira answered 429.'));
    await expect(
      sprintsOfFreezes({ readSprint }, { freezes: [freeze(1)], sprints: null, kept: [] }),
    ).rejects.toMatchObject({ kind: 'rate-limited' });
  });
});
