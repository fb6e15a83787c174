import { describe, expect, it } from 'vitest';

import { isFrozen, keepFreeze, listFreezes } from '#src/adapters/storage/flag-freezes';
import { loadTallies, saveTallies } from '#src/adapters/storage/flag-tallies';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';
import type { KeptTally } from '#src/ports/flag-record';

import { forgeStorage } from './forge-storage';

const START = Date.parse('2026-10-12T08:00:00.000Z');

const freeze = (sprintId: number, at = START): FrozenReadiness => ({
  sprintId,
  boardId: 1,
  at,
  checksOn: new Map([['oversized', 'abcdefgh']]),
  issues: [{ issueId: '10001', failing: ['oversized'], unanswered: [] }],
});

function freezesIn(forge = forgeStorage()) {
  const reported: unknown[] = [];
  const kept = { storage: forge.storage, report: (error: unknown) => reported.push(error) };
  return { isFrozen: isFrozen(kept), keep: keepFreeze(kept), list: listFreezes(kept), forge, reported };
}

describe('freezes in Forge storage', () => {
  it('come back newest first, those of one board, as many as are asked for', async () => {
    const { keep, list, isFrozen: has } = freezesIn();
    expect(await has(1, 7)).toBe(false);
    expect(await keep(freeze(7), '2026-10-26T08:00:00.000Z')).toBe(true);
    expect(await keep(freeze(8, START + 1), null)).toBe(true);
    expect(await keep({ ...freeze(9), boardId: 2 }, null)).toBe(true);
    expect(await has(1, 7)).toBe(true);
    expect(await list(1, 26)).toEqual([
      { ...freeze(8, START + 1), endDate: null },
      { ...freeze(7), endDate: '2026-10-26T08:00:00.000Z' },
    ]);
    expect(await list(1, 1)).toHaveLength(1);
  });

  it('stay as they were first', async () => {
    const { keep, list } = freezesIn();
    await keep(freeze(7), null);
    expect(await keep({ ...freeze(7, START + 1), issues: [] }, null)).toBe(false);
    expect(await list(1, 26)).toEqual([{ ...freeze(7), endDate: null }]);
  });

  it('are told of and left where they are when they cannot be read', async () => {
    const { keep, list, isFrozen: has, forge, reported } = freezesIn();
    await keep(freeze(7), null);
    const odd = { shape: 99, boardId: 1, sprintId: 8, at: new Date(START).toISOString() };
    await forge.storage.entity<typeof odd>('flag-freeze').set('1:8', odd);
    expect((await list(1, 26)).map(({ sprintId }) => sprintId)).toEqual([7]);
    expect(reported).toHaveLength(1);
    expect(await has(1, 8)).toBe(true);
    expect(await keep(freeze(8), null)).toBe(false);
  });
});

const tally = (sprintId: number, basis = 'points/3/1/100'): KeptTally => ({
  sprintId,
  basis,
  startDate: '2026-10-12T08:00:00.000Z',
  completeDate: '2026-10-26T08:00:00.000Z',
  frozenAt: START,
  tally: { sprints: 1, checks: new Map() },
});

describe('tallies in Forge storage', () => {
  const at = (accountId: string, forge = forgeStorage()) => {
    const reported: unknown[] = [];
    const kept = { storage: forge.storage, accountId, report: (error: unknown) => reported.push(error) };
    return { load: loadTallies(kept), save: saveTallies(kept), forge, reported };
  };

  it('come back for the viewer that they were kept for, any number of them', async () => {
    const forge = forgeStorage();
    const ann = at('ann', forge);
    const ids = Array.from({ length: 26 }, (_, index) => index + 1);
    await ann.save(
      1,
      ids.map((id) => tally(id)),
    );
    expect(await ann.load(1, ids)).toHaveLength(26);
    expect(await ann.load(1, [3])).toEqual([tally(3)]);
    expect(await ann.load(2, ids)).toEqual([]);
    expect(await at('ben', forge).load(1, ids)).toEqual([]);
  });

  it('are missing while the storage does not answer, which is told', async () => {
    const { load, save, reported } = at('ann', {
      ...forgeStorage(),
      storage: {
        batchGet: () => Promise.reject(new Error('down')),
        batchSet: () => Promise.reject(new Error('down')),
      } as unknown as ReturnType<typeof forgeStorage>['storage'],
    });
    await save(1, [tally(1)]);
    expect(await load(1, [1])).toEqual([]);
    expect(reported).toHaveLength(2);
  });
});
