import { describe, expect, it } from 'vitest';

import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import {
  loadSprintOutcomes,
  saveSprintOutcomes,
  type BatchStorage,
} from '#src/adapters/storage/sprint-outcomes';
import type { KeptOutcome } from '#src/ports/sprint-outcomes';

const outcome = (sprintId: number, change: Partial<KeptOutcome> = {}): KeptOutcome => ({
  sprintId,
  startDate: '2026-01-05T09:00:00.000Z',
  completeDate: '2026-01-16T15:00:00.000Z',
  deliveredPoints: 12.5,
  deliveredItems: 4,
  stories: 3,
  storiesWithCriteria: 2,
  basis: 'customfield_10016/3',
  ...change,
});

type Item = Parameters<BatchStorage['batchSet']>[0][number];

/** Forge's storage as far as batches go: values as JSON, 25 keys at most, missing keys reported as failed. */
function platformStorage() {
  const items = new Map<string, Item>();
  const storage: BatchStorage = {
    batchSet: async (batch) => {
      await Promise.resolve();
      if (batch.length > 25) throw new Error('A batch holds at most 25 keys.');
      for (const item of batch) items.set(item.key, structuredClone(item));
      return { successfulKeys: batch.map(({ key }) => ({ key })), failedKeys: [] };
    },
    batchGet: async (batch: { key: string; entityName?: string }[]) => {
      await Promise.resolve();
      if (batch.length > 25) throw new Error('A batch holds at most 25 keys.');
      const found = batch.flatMap(({ key, entityName }) => {
        const item = items.get(key);
        return item && item.entityName === entityName ? [{ key, value: item.value }] : [];
      });
      const failedKeys = batch
        .filter(({ key }) => !items.has(key))
        .map(({ key }) => ({ key, error: { code: 'KEY_NOT_FOUND', message: 'Key not found' } }));
      return { successfulKeys: found, failedKeys };
    },
  };
  return { storage, items };
}

function forgeOutcomes(storage: BatchStorage, accountId = '5b10:ann') {
  const reported: unknown[] = [];
  const kept = { storage, accountId, report: (error: unknown) => reported.push(error) };
  return { load: loadSprintOutcomes(kept), save: saveSprintOutcomes(kept), reported };
}

describe.each([
  ['in memory', createMemoryOutcomes],
  ['in Forge storage', () => forgeOutcomes(platformStorage().storage)],
])('sprint outcomes %s', (_, create) => {
  it('come back as they were kept, whatever else is asked for', async () => {
    const { load, save } = create();
    await save(1, 'sprint-points', [outcome(1), outcome(2)]);
    expect(await load(1, 'sprint-points', [2, 3, 1])).toEqual(
      expect.arrayContaining([outcome(1), outcome(2)]),
    );
    expect(await load(1, 'sprint-points', [2, 3, 1])).toHaveLength(2);
  });

  it('are those of the board asked for', async () => {
    const { load, save } = create();
    await save(1, 'sprint-points', [outcome(1)]);
    expect(await load(2, 'sprint-points', [1])).toEqual([]);
  });

  it('are those of the series asked for: fortnights have numbers of their own', async () => {
    const { load, save } = create();
    await save(1, 'sprint-points', [outcome(1)]);
    await save(1, 'fortnight-items', [outcome(1, { deliveredItems: 9 })]);
    expect(await load(1, 'sprint-items', [1])).toEqual([]);
    expect(await load(1, 'sprint-points', [1])).toEqual([outcome(1)]);
    expect(await load(1, 'fortnight-items', [1])).toEqual([outcome(1, { deliveredItems: 9 })]);
  });

  it('are replaced by newer ones', async () => {
    const { load, save } = create();
    await save(1, 'sprint-points', [outcome(1)]);
    await save(1, 'sprint-points', [outcome(1, { deliveredPoints: 20 })]);
    expect(await load(1, 'sprint-points', [1])).toEqual([outcome(1, { deliveredPoints: 20 })]);
  });

  it('may be more than a batch holds', async () => {
    const { load, save } = create();
    const ids = Array.from({ length: 60 }, (_item, index) => index + 1);
    await save(
      1,
      'sprint-points',
      ids.map((id) => outcome(id)),
    );
    expect(await load(1, 'sprint-points', ids)).toHaveLength(60);
  });
});

describe('entries in Forge storage', () => {
  it('belong to one viewer, whom nothing stored names', async () => {
    const { storage, items } = platformStorage();
    await forgeOutcomes(storage, '5b10:ann').save(1, 'sprint-points', [outcome(1)]);
    expect(await forgeOutcomes(storage, '5b10:ben').load(1, 'sprint-points', [1])).toEqual([]);
    expect(JSON.stringify([...items])).not.toContain('ann');
  });

  it('go away by themselves after 30 days', async () => {
    const { storage, items } = platformStorage();
    await forgeOutcomes(storage).save(1, 'sprint-points', [outcome(1)]);
    expect([...items.values()].map(({ options }) => options)).toEqual([{ ttl: { unit: 'DAYS', value: 30 } }]);
  });

  it.each([
    ['of an older shape', { shape: 1 }],
    ['without what stories say', { stories: undefined }],
    ['with figures that are none', { deliveredPoints: 'many' }],
    ['below nothing', { deliveredItems: -1 }],
    ['of another board', { boardId: 5 }],
  ])('are left out when they are %s', async (_, change) => {
    const { storage, items } = platformStorage();
    const { load, save, reported } = forgeOutcomes(storage);
    await save(1, 'sprint-points', [outcome(1)]);
    for (const item of items.values()) Object.assign(item.value, change);
    expect(await load(1, 'sprint-points', [1])).toEqual([]);
    expect(reported).toEqual([]);
  });
});

it('reads as empty, and says so, while the storage does not answer', async () => {
  const down = new Error('storage is down');
  const broken: BatchStorage = {
    batchGet: () => Promise.reject(down),
    batchSet: () => Promise.reject(down),
  };
  const { load, save, reported } = forgeOutcomes(broken);
  expect(await load(1, 'sprint-points', [1])).toEqual([]);
  await save(1, 'sprint-points', [outcome(1)]);
  expect(reported).toEqual([down, down]);
});
