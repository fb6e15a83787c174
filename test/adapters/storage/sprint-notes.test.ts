import { describe, expect, it } from 'vitest';

import { loadSprintNotes, saveSprintNotes } from '#src/adapters/storage/sprint-notes';
import type { VersionedNotes } from '#src/ports/sprint-notes';

import { forgeStorage } from './forge-storage';

const NOTHING = { people: null, daysOff: 0, serves: null };

const first: VersionedNotes = {
  version: 1,
  notes: { people: 5, daysOff: 2.5, serves: { kind: 'epic', epicId: '10072' } },
  changes: [{ version: 1, by: '5b10:ann', at: '2026-10-12T08:00:00.000Z', before: NOTHING }],
};
const second: VersionedNotes = { ...first, version: 2, notes: NOTHING };

function notesIn(storage = forgeStorage().storage) {
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  return {
    load: loadSprintNotes({ storage, report }),
    save: saveSprintNotes({ storage }),
    storage,
    reported,
  };
}

describe("a sprint's notes in storage", () => {
  it('say nothing at first, and come back as they were saved, for their board and sprint', async () => {
    const { load, save } = notesIn();
    expect(await load(1, 7)).toEqual({ version: 0, notes: NOTHING, changes: [] });
    expect(await save(1, 7, first)).toBe(true);
    expect(await load(1, 7)).toEqual(first);
    expect((await load(1, 8)).version).toBe(0);
    expect((await load(2, 7)).version).toBe(0);
    expect(await save(1, 7, second)).toBe(true);
    expect(await load(1, 7)).toEqual(second);
  });

  it('are not written over those of somebody who was quicker', async () => {
    const { load, save } = notesIn();
    await save(1, 7, first);
    expect(await save(1, 7, { ...first, notes: NOTHING })).toBe(false);
    await save(1, 7, second);
    expect(await save(1, 7, second)).toBe(false);
    expect(await load(1, 7)).toEqual(second);
    expect(await save(1, 8, second)).toBe(false);
  });

  it('that cannot be read are reported and stay, until somebody saves others', async () => {
    const { load, save, storage, reported } = notesIn();
    const broken = { shape: 9, boardId: 1, sprintId: 7, version: 4, notes: 'none', changes: [] };
    await storage.entity('sprint-notes').set('1:7', broken);
    expect(await load(1, 7)).toEqual({ version: 4, notes: NOTHING, changes: [] });
    expect(reported).toHaveLength(1);
    expect(await save(1, 7, { ...first, version: 5 })).toBe(true);
    expect(await load(1, 7)).toMatchObject({ version: 5, notes: first.notes });
  });
});
