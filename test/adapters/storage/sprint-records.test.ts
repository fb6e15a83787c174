import { describe, expect, it } from 'vitest';

import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import { loadSprintOutcomes, saveSprintOutcomes } from '#src/adapters/storage/sprint-outcomes';
import { loadSprintRecords, saveSprintRecords } from '#src/adapters/storage/sprint-records';
import type { KeptRecord } from '#src/ports/sprint-records';

import { buildRecord } from '../../builders/sprint';
import { forgeStorage } from './forge-storage';

const kept = (sprintId: number, basis = 'customfield_1/3/1/100'): KeptRecord => ({
  basis,
  record: buildRecord(sprintId),
});

function forgeRecords(accountId = '5b10:ann', forge = forgeStorage()) {
  const reported: unknown[] = [];
  const at = { storage: forge.storage, accountId, report: (error: unknown) => reported.push(error) };
  return { load: loadSprintRecords(at), save: saveSprintRecords(at), forge, reported, at };
}

describe.each([
  ['memory', () => createMemoryRecords()],
  ['Forge storage', () => forgeRecords()],
])('records in %s', (_, create) => {
  it('come back as they were saved, those that are asked for', async () => {
    const { load, save } = create();
    await save(1, [kept(1), kept(2)]);
    expect(await load(1, [2, 3])).toEqual([kept(2)]);
    expect(await load(2, [1])).toEqual([]);
    expect(await load(1, [])).toEqual([]);
  });

  it('take the place of older ones', async () => {
    const { load, save } = create();
    await save(1, [kept(1)]);
    await save(1, [kept(1, 'another')]);
    expect((await load(1, [1])).map(({ basis }) => basis)).toEqual(['another']);
  });

  it('are any number', async () => {
    const { load, save } = create();
    const ids = Array.from({ length: 60 }, (__, index) => index + 1);
    await save(
      1,
      ids.map((id) => kept(id)),
    );
    expect(await load(1, ids)).toHaveLength(60);
  });
});

describe('records in Forge storage', () => {
  it('belong to one viewer, whom nothing stored names, and stay', async () => {
    const { save, forge } = forgeRecords();
    await save(1, [kept(1)]);
    expect(await forgeRecords('5b10:ben', forge).load(1, [1])).toEqual([]);
    const rows = forge.rowsOf('sprint-record');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.expireAt).toBeNull();
    expect(JSON.stringify(rows)).not.toContain('ann');
  });

  it.each([
    ['of an older shape', { shape: 0 }],
    ['of another board', { boardId: 5 }],
    ['without figures', { record: {} }],
    ['of another sprint', { sprintId: 2 }],
  ])('are left out when they are %s', async (_, change) => {
    const { load, save, forge, reported } = forgeRecords();
    await save(1, [kept(1)]);
    const [row] = forge.rowsOf('sprint-record');
    forge.put('sprint-record', row!.key, { ...(row!.value as object), ...change });
    expect(await load(1, [1])).toEqual([]);
    expect(reported).toEqual([]);
  });

  it('read as empty, and say so, while the storage does not answer', async () => {
    const down = new Error('storage is down');
    const reported: unknown[] = [];
    const storage = { batchGet: () => Promise.reject(down), batchSet: () => Promise.reject(down) };
    const at = { storage, accountId: 'ann', report: (error: unknown) => reported.push(error) };
    expect(await loadSprintRecords(at)(1, [1])).toEqual([]);
    await saveSprintRecords(at)(1, [kept(1)]);
    expect(reported).toEqual([down, down]);
  });
});

describe('an approximate outcome', () => {
  const { sprintId, startDate, completeDate } = buildRecord(1);
  const outcome = { sprintId, startDate, completeDate, stories: 4, storiesWithCriteria: 2 };
  const approximate = { ...outcome, deliveredPoints: 12, deliveredItems: 4, basis: 'customfield_1/3/' };

  it.each([
    ['has the exact figures of a record', 'customfield_1/3/1/100', 21],
    ['stays where the record counted by another field', 'customfield_2/3/1/100', 12],
    ['stays where the record has another done column', 'customfield_1/4/1/100', 12],
  ])('%s', async (_, basis, points) => {
    const { at, save } = forgeRecords();
    await saveSprintOutcomes(at)(1, 'sprint-points', [approximate]);
    await save(1, [kept(1, basis)]);
    const [found] = await loadSprintOutcomes(at)(1, 'sprint-points', [1]);
    expect(found).toMatchObject({ ...outcome, deliveredPoints: points, basis: approximate.basis });
  });
});
