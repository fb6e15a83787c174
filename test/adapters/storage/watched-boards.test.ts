import { describe, expect, it } from 'vitest';

import { hourOf, listWatched, noteOpening, readLastOpening } from '#src/adapters/storage/watched-boards';
import { daysBefore } from '#src/domain/trend/day';

import { forgeStorage } from './forge-storage';

const TODAY = '2026-10-12';

function boardsIn() {
  const forge = forgeStorage();
  const { storage } = forge;
  return {
    forge,
    last: readLastOpening(storage),
    note: noteOpening(storage),
    list: listWatched(storage),
  };
}

describe('watched boards in storage', () => {
  it('are those that somebody opened in the last 30 days', async () => {
    const { last, note, list } = boardsIn();
    expect(await last(1)).toBeNull();
    await note(1, TODAY, null);
    await note(2, daysBefore(TODAY, 30), null);
    await note(3, daysBefore(TODAY, 31), null);
    expect(await last(1)).toBe(TODAY);
    expect((await list(TODAY)).boards.map(({ boardId }) => boardId).sort()).toEqual([1, 2]);
  });

  it('are noted anew with a later opening, and of two at once one writes', async () => {
    const { last, note, forge } = boardsIn();
    await Promise.all([note(1, '2026-10-01', null), note(1, '2026-10-01', null)]);
    await Promise.all([note(1, TODAY, '2026-10-01'), note(1, TODAY, '2026-10-01')]);
    expect(await last(1)).toBe(TODAY);
    const [row] = forge.rowsOf('watched-board');
    expect(forge.rowsOf('watched-board')).toHaveLength(1);
    expect(row?.value).toMatchObject({ boardId: 1, openedOn: TODAY });
  });

  it('are not noted where the storage does not answer, and that is said', async () => {
    const forge = forgeStorage({
      before: (path) => {
        if (path.includes('set')) throw new Error('no storage');
      },
    });
    await expect(noteOpening(forge.storage)(1, TODAY, null)).rejects.toThrow();
  });

  it('are listed by their hour, each in one, a page at a time', async () => {
    const { note, list } = boardsIn();
    const ids = Array.from({ length: 240 }, (_, index) => index + 1);
    for (const id of ids) await note(id, TODAY, null);
    const listed: number[] = [];
    const hours: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      const { boards, cursor } = await list(TODAY, { hour });
      expect(cursor).toBeNull();
      listed.push(...boards.map(({ boardId }) => boardId));
      hours.push(boards.length);
      expect(boards.every((board) => board.hour === hour && hourOf(board.boardId) === hour)).toBe(true);
    }
    expect(listed.sort((one, other) => one - other)).toEqual(ids);
    // Ten an hour if they were spread evenly.
    expect(Math.max(...hours)).toBeLessThan(25);

    const all: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(TODAY, { cursor });
      all.push(...page.boards.map(({ boardId }) => boardId));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(all).toHaveLength(240);
  });
});
