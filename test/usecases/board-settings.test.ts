import { describe, expect, it } from 'vitest';

import { settingsOf } from '#src/domain/backlog/checks/read-settings';
import { USUAL } from '#src/domain/settings/declared';
import { saveBoardSettings } from '#src/usecases/save-board-settings';
import { AS_THEY_COME } from '#src/usecases/settings-as-they-come';
import { showBoardSettings } from '#src/usecases/show-board-settings';

import { memoryPorts } from '../builders/memory-ports';

function settingsPorts(isAdmin = true) {
  return { ...memoryPorts().ports, mayAdministerBoard: () => Promise.resolve(isAdmin) };
}

const STRICT = { ...AS_THEY_COME, checks: settingsOf({ abandoned: { severity: 'critical' } }) };
const LOOSE = { ...AS_THEY_COME, checks: settingsOf({ abandoned: { enabled: false } }) };

const ALL_USUAL = Object.fromEntries(Object.keys(USUAL).map((key) => [key, 'default']));

const change = (version: number, settings = STRICT, by = '5b10:ann') => ({
  boardId: 1,
  by,
  version,
  settings,
});

it.each([true, false])('are shown to everybody, who may change them or not: %s', async (isAdmin) => {
  expect(await showBoardSettings(settingsPorts(isAdmin), 1)).toEqual({
    stored: { version: 0, settings: AS_THEY_COME, changes: [] },
    inherited: AS_THEY_COME,
    sources: ALL_USUAL,
    inheritedSources: ALL_USUAL,
    canChange: isAdmin,
    fields: [
      { id: 'labels', name: 'Labels', isCustom: false },
      { id: 'customfield_1', name: 'Team', isCustom: true },
    ],
  });
});

describe('a change', () => {
  it('is remembered with who made it, when, and what was before', async () => {
    const ports = settingsPorts();
    await saveBoardSettings(ports, change(0));
    const { stored } = await saveBoardSettings(ports, change(1, LOOSE, '5b10:ben'));
    const at = '2026-10-12T08:00:00.000Z';
    expect(stored).toEqual({
      version: 2,
      settings: LOOSE,
      changes: [
        { version: 2, by: '5b10:ben', at, before: STRICT },
        { version: 1, by: '5b10:ann', at, before: AS_THEY_COME },
      ],
    });
    expect(await ports.loadSettings(1)).toEqual(stored);
  });

  it('pushes out the eleventh before it', async () => {
    const ports = settingsPorts();
    for (let version = 0; version < 12; version += 1) {
      await saveBoardSettings(ports, change(version, version % 2 === 0 ? STRICT : LOOSE));
    }
    const { changes } = await ports.loadSettings(1);
    expect(changes.map(({ version }) => version)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it('is none when nothing is other than before', async () => {
    const { stored } = await saveBoardSettings(settingsPorts(), change(0, AS_THEY_COME));
    expect(stored).toMatchObject({ version: 0, changes: [] });
  });

  it('is refused to whoever does not administer the project, and nothing is written', async () => {
    const ports = settingsPorts(false);
    await expect(saveBoardSettings(ports, change(0))).rejects.toMatchObject({ kind: 'no-access' });
    expect(await ports.loadSettings(1)).toMatchObject({ version: 0 });
  });

  it('is refused when another came before it', async () => {
    const ports = settingsPorts();
    await saveBoardSettings(ports, change(0));
    await expect(saveBoardSettings(ports, change(0, LOOSE))).rejects.toMatchObject({ kind: 'conflict' });
    expect(await ports.loadSettings(1)).toMatchObject({ version: 1, settings: STRICT });
  });

  it('is refused when another comes at the same moment', async () => {
    const ports = settingsPorts();
    const both = [saveBoardSettings(ports, change(0)), saveBoardSettings(ports, change(0, LOOSE))];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await ports.loadSettings(1)).toMatchObject({ version: 1 });
  });
});
