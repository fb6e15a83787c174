import { describe, expect, it } from 'vitest';

import { createMemorySettings } from '#src/adapters/memory/board-settings';
import {
  loadBoardSettings,
  saveBoardSettings,
  type SettingsStorage,
} from '#src/adapters/storage/board-settings';
import { settingsOf } from '#src/domain/backlog/checks/read-settings';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { BoardSettings, VersionedSettings } from '#src/ports/board-settings';

import { forgeStorage } from './forge-storage';

function forgeSettings(storage: SettingsStorage) {
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  return { load: loadBoardSettings({ storage, report }), save: saveBoardSettings({ storage }), reported };
}

const USUAL: BoardSettings = {
  checks: DEFAULT_SETTINGS,
  session: { minutes: 90, minutesPerItem: 8 },
};

const CHANGED: BoardSettings = {
  checks: settingsOf({
    'thin-description': { severity: 'critical', options: { minimum: 5 } },
    'required-field': { enabled: true, options: { fields: ['labels'] } },
    abandoned: { enabled: false },
  }),
  session: { minutes: 60, minutesPerItem: 10 },
};

const first: VersionedSettings = {
  version: 1,
  settings: CHANGED,
  changes: [{ version: 1, by: '5b10:ann', at: '2026-10-12T08:00:00.000Z', before: USUAL }],
};

const second: VersionedSettings = {
  version: 2,
  settings: USUAL,
  changes: [
    { version: 2, by: '5b10:ben', at: '2026-10-13T08:00:00.000Z', before: CHANGED },
    ...first.changes,
  ],
};

describe.each([
  ['in memory', createMemorySettings],
  ['in Forge storage', () => forgeSettings(forgeStorage().storage)],
])("a board's settings %s", (_, create) => {
  it('are as they come at first', async () => {
    expect(await create().load(1)).toEqual({ version: 0, settings: USUAL, changes: [] });
  });

  it('come back as they were saved, with their past, for their board', async () => {
    const { load, save } = create();
    expect(await save(1, first)).toBe(true);
    expect(await load(1)).toEqual(first);
    expect(await save(1, second)).toBe(true);
    expect(await load(1)).toEqual(second);
    expect(await load(2)).toMatchObject({ version: 0 });
  });

  it('are saved by one of two who change the same version, the first time and later', async () => {
    const { load, save } = create();
    expect(await Promise.all([save(1, first), save(1, { ...first, settings: USUAL })])).toEqual([
      true,
      false,
    ]);
    expect(await load(1)).toEqual(first);
    expect(await Promise.all([save(1, second), save(1, { ...second, settings: CHANGED })])).toEqual([
      true,
      false,
    ]);
    expect(await load(1)).toEqual(second);
    expect(await save(1, { ...first, version: 9 })).toBe(false);
  });
});

describe('in Forge storage', () => {
  it('what is not stored gets the default, and what no check knows is dropped', async () => {
    const { storage, put } = forgeStorage();
    const { load, reported } = forgeSettings(storage);
    put('board-settings', '1', {
      shape: 1,
      boardId: 1,
      version: 4,
      settings: {
        checks: {
          'thin-description': { options: { minimum: 7, gone: 3 } },
          unverifiable: { options: { minimumShare: ['not a number'] } },
          'check-that-was': { enabled: true },
        },
        session: { minutes: 45 },
      },
      changes: [],
    });
    expect(await load(1)).toEqual({
      version: 4,
      settings: {
        checks: settingsOf({ 'thin-description': { options: { minimum: 7 } } }),
        session: { minutes: 45, minutesPerItem: 8 },
      },
      changes: [],
    });
    expect(reported).toEqual([]);
  });

  it('an unreadable value is reported and kept, and replaced only by somebody who saw its version', async () => {
    const { storage, put, rowsOf } = forgeStorage();
    const { load, save, reported } = forgeSettings(storage);
    put('board-settings', '1', { shape: 9, boardId: 1, version: 4, settings: 'strange', changes: [] });
    expect(await load(1)).toEqual({ version: 4, settings: USUAL, changes: [] });
    expect(reported).toHaveLength(1);
    expect(rowsOf('board-settings')).toHaveLength(1);
    expect(await save(1, first)).toBe(false);
    expect(await save(1, { ...first, version: 5 })).toBe(true);
  });

  it('keep as much of their past as the storage takes, the last changes first', async () => {
    const { storage } = forgeStorage();
    const { load, save } = forgeSettings(storage);
    const long = (from: number): BoardSettings => {
      const words = Array.from({ length: 50 }, (_, index) => `${from + index}`.padEnd(200, '\u5b57'));
      return { ...USUAL, checks: settingsOf({ unverifiable: { options: { words } } }) };
    };
    const changes = Array.from({ length: 10 }, (_, index) => ({
      version: 1,
      by: '5b10:ann',
      at: '2026-10-12T08:00:00.000Z',
      before: long(index),
    }));
    expect(await save(1, { version: 1, settings: long(10), changes })).toBe(true);
    const stored = await load(1);
    expect(stored.settings).toEqual(long(10));
    expect(stored.changes.length).toBeGreaterThan(3);
    expect(stored.changes.length).toBeLessThan(10);
    expect(stored.changes).toEqual(changes.slice(0, stored.changes.length));
  });

  it('fail while the storage does not answer: nobody is told that nothing was changed', async () => {
    const down = new Error('storage is down');
    const refuse = () => Promise.reject(down);
    const entity = { get: refuse, set: refuse };
    const storage = { entity: () => entity, transact: () => ({}) } as unknown as SettingsStorage;
    const { load, save } = forgeSettings(storage);
    await expect(load(1)).rejects.toBe(down);
    await expect(save(1, first)).rejects.toBe(down);
  });
});
