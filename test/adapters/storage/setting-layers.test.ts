import { describe, expect, it } from 'vitest';

import { createMemoryLayers } from '../../builders/memory-layers';
import {
  hasProjectLayers,
  loadLayer,
  recallProjectOfBoard,
  rememberProjectOfBoard,
  saveLayer,
  type SettingsStorage,
} from '#src/adapters/storage/setting-layers';
import type { LayerPlace, StoredLayer } from '#src/ports/setting-layers';

import { forgeStorage } from './forge-storage';

function forgeLayers(storage: SettingsStorage = forgeStorage().storage) {
  const reported: unknown[] = [];
  const kept = { storage, report: (error: unknown) => reported.push(error) };
  return {
    loadLayer: loadLayer(kept),
    saveLayer: saveLayer(kept),
    hasProjectLayers: hasProjectLayers(kept),
    recall: recallProjectOfBoard(kept),
    remember: rememberProjectOfBoard(kept),
    reported,
  };
}

const PLACES: readonly LayerPlace[] = [
  { of: 'site' },
  { of: 'project', projectId: '10000' },
  { of: 'board', boardId: 1 },
];
const AT = '2026-10-12T08:00:00.000Z';
const FIRST: StoredLayer = {
  version: 1,
  layer: { 'check.abandoned.enabled': false, 'check.unverifiable.words': ['ready when'] },
  changes: [{ version: 1, by: '5b10:ann', at: AT, before: {} }],
};
const SECOND: StoredLayer = {
  version: 2,
  layer: { 'session.minutes': 60 },
  changes: [{ version: 2, by: '5b10:ben', at: AT, before: FIRST.layer }, ...FIRST.changes],
};

describe.each([
  ['in memory', createMemoryLayers],
  ['in Forge storage', () => forgeLayers()],
])('what is set %s', (_, create) => {
  it.each(PLACES)('comes back for its place alone: $of', async (place) => {
    const { loadLayer: load, saveLayer: save } = create();
    expect(await load(place)).toEqual({ version: 0, layer: {}, changes: [] });
    expect(await save(place, FIRST)).toBe(true);
    expect(await save(place, SECOND)).toBe(true);
    for (const other of PLACES) expect((await load(other)).version).toBe(other === place ? 2 : 0);
    expect(await load(place)).toEqual(SECOND);
  });

  it.each(PLACES)('is saved by one of two who change the same version: $of', async (place) => {
    const { loadLayer: load, saveLayer: save } = create();
    expect(await Promise.all([save(place, FIRST), save(place, { ...FIRST, layer: {} })])).toEqual([
      true,
      false,
    ]);
    expect(await load(place)).toEqual(FIRST);
    expect(await Promise.all([save(place, SECOND), save(place, { ...SECOND, layer: {} })])).toEqual([
      true,
      false,
    ]);
    expect(await load(place)).toEqual(SECOND);
    expect(await save(place, { ...FIRST, version: 9 })).toBe(false);
  });

  it('says whether a project sets anything', async () => {
    const { hasProjectLayers: has, saveLayer: save } = create();
    await save({ of: 'site' }, FIRST);
    await save({ of: 'board', boardId: 1 }, FIRST);
    expect(await has()).toBe(false);
    await save({ of: 'project', projectId: '10000' }, FIRST);
    expect(await has()).toBe(true);
  });
});

describe('in Forge storage', () => {
  it('two projects set something for the first time at once, and both are found', async () => {
    const { storage, rowsOf } = forgeStorage();
    const { saveLayer: save } = forgeLayers(storage);
    const places = ['10000', '10001'].map((projectId) => ({ of: 'project', projectId }) as const);
    expect(await Promise.all(places.map(async (place) => await save(place, FIRST)))).toEqual([true, true]);
    const listed = rowsOf('setting-layer').find(({ key }) => key === 'projects');
    expect(listed?.value).toEqual(
      expect.objectContaining({ settings: { ids: expect.arrayContaining(['10000', '10001']) as unknown } }),
    );
  });

  it('which project a board is in is kept, and that it is in none', async () => {
    const { recall, remember } = forgeLayers();
    expect(await recall(1)).toBeUndefined();
    await remember(1, '10000');
    await remember(2, null);
    expect(await Promise.all([recall(1), recall(2)])).toEqual(['10000', null]);
  });

  it('what a board set before sites and projects had settings is its layer', async () => {
    const { storage, put } = forgeStorage();
    const { loadLayer: load, saveLayer: save, reported } = forgeLayers(storage);
    const before = { checks: { abandoned: { enabled: false } }, session: { minutes: 45 } };
    put('board-settings', '1', {
      shape: 1,
      boardId: 1,
      version: 4,
      settings: {
        checks: {
          'thin-description': { severity: 'critical', options: { minimum: 7, gone: 3 } },
          unverifiable: { options: { minimumShare: ['not a number'] } },
          'check-that-was': { enabled: true },
        },
        session: { minutesPerItem: 5 },
      },
      changes: [{ version: 4, by: '5b10:ann', at: AT, before }],
    });
    const place = { of: 'board', boardId: 1 } as const;
    expect(await load(place)).toEqual({
      version: 4,
      layer: {
        'check.thin-description.severity': 'critical',
        'check.thin-description.minimum': 7,
        'session.minutesPerItem': 5,
      },
      changes: [
        {
          version: 4,
          by: '5b10:ann',
          at: AT,
          before: { 'check.abandoned.enabled': false, 'session.minutes': 45 },
        },
      ],
    });
    expect(reported).toEqual([]);
    expect(await save(place, { ...SECOND, version: 5 })).toBe(true);
    expect((await load(place)).layer).toEqual(SECOND.layer);
  });

  it('an unreadable value is reported and kept, and replaced only by somebody who saw its version', async () => {
    const { storage, put, rowsOf } = forgeStorage();
    const { loadLayer: load, saveLayer: save, reported } = forgeLayers(storage);
    const place = { of: 'board', boardId: 1 } as const;
    put('board-settings', '1', { shape: 9, boardId: 1, version: 4, settings: 'strange', changes: [] });
    expect(await load(place)).toEqual({ version: 4, layer: {}, changes: [] });
    expect(reported).toHaveLength(1);
    expect(rowsOf('board-settings')).toHaveLength(1);
    expect(await save(place, FIRST)).toBe(false);
    expect(await save(place, { ...FIRST, version: 5 })).toBe(true);
  });

  it('keeps as much of the past as the storage takes, the last changes first', async () => {
    const { loadLayer: load, saveLayer: save } = forgeLayers();
    const long = (from: number) => ({
      'check.unverifiable.words': Array.from({ length: 50 }, (_, index) =>
        `${from + index}`.padEnd(200, '\u5b57'),
      ),
    });
    const changes = Array.from({ length: 10 }, (_, index) => ({
      version: 1,
      by: '5b10:ann',
      at: AT,
      before: long(index),
    }));
    expect(await save({ of: 'site' }, { version: 1, layer: long(10), changes })).toBe(true);
    const stored = await load({ of: 'site' });
    expect(stored.layer).toEqual(long(10));
    expect(stored.changes.length).toBeGreaterThan(3);
    expect(stored.changes.length).toBeLessThan(10);
    expect(stored.changes).toEqual(changes.slice(0, stored.changes.length));
  });

  it('fails while the storage does not answer: nobody is told that nothing was set', async () => {
    const down = new Error('storage is down');
    const refuse = () => Promise.reject(down);
    const storage = {
      entity: () => ({ get: refuse, set: refuse }),
      transact: () => ({}),
    } as unknown as SettingsStorage;
    const { loadLayer: load, saveLayer: save } = forgeLayers(storage);
    await expect(load({ of: 'site' })).rejects.toBe(down);
    await expect(save({ of: 'site' }, FIRST)).rejects.toBe(down);
  });
});
