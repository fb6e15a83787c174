import { describe, expect, it } from 'vitest';

import { DAYS_KEPT, listBoardDays, loadBoardDay, saveBoardDay } from '#src/adapters/storage/board-days';
import { emptyDay, type BoardDay } from '#src/domain/trend/board-day';
import { daysBefore } from '#src/domain/trend/day';

import { forgeStorage } from './forge-storage';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-10-12T08:00:00.000Z');

const counted = (day: string, openItems = 40, boardId = 7): BoardDay => ({
  ...emptyDay(boardId, day),
  count: { state: 'counted', openItems, sprintItems: null },
});

const whole: BoardDay = {
  boardId: 7,
  day: '2026-10-12',
  count: { state: 'skipped', why: 'no-capacity' },
  reading: {
    at: '2026-10-12T08:00:00.000Z',
    unit: 'points',
    runway: { p50: 2.4, p85: 1.9, isLowerBound: false },
    ready: { amount: 40.5, items: 11 },
    depth: { amount: 21, items: 6 },
    issuesSeen: 40,
    inSight: 60,
  },
  scope: { sprintId: 3, unit: 'points', committed: 30, added: 5, removed: 2, issuesSeen: 12 },
};

function daysIn() {
  const clock = { now: START };
  const forge = forgeStorage({ now: () => clock.now });
  const reported: unknown[] = [];
  const store = { storage: forge.storage, report: (error: unknown) => reported.push(error) };
  return {
    load: loadBoardDay(store),
    save: saveBoardDay(store),
    list: listBoardDays(store),
    forge,
    reported,
    clock,
  };
}

describe("a board's day in storage", () => {
  it('is empty at first, and comes back as it was saved, by its board and day', async () => {
    const { load, save } = daysIn();
    expect(await load(7, '2026-10-12')).toEqual({ version: 0, day: emptyDay(7, '2026-10-12') });
    expect(await save({ version: 1, day: whole })).toBe(true);
    expect(await load(7, '2026-10-12')).toEqual({ version: 1, day: whole });
    expect((await load(8, '2026-10-12')).version).toBe(0);
    expect((await load(7, '2026-10-13')).version).toBe(0);
  });

  it('is not written over that of somebody who was quicker', async () => {
    const { load, save } = daysIn();
    expect(await save({ version: 1, day: whole })).toBe(true);
    expect(await save({ version: 1, day: counted('2026-10-12') })).toBe(false);
    expect(await save({ version: 2, day: counted('2026-10-12', 1) })).toBe(true);
    expect(await save({ version: 2, day: counted('2026-10-12', 2) })).toBe(false);
    expect((await load(7, '2026-10-12')).day).toEqual(counted('2026-10-12', 1));
    expect(await save({ version: 3, day: counted('2026-10-14') })).toBe(false);
  });

  it('takes well under a kilobyte', async () => {
    const { save, forge } = daysIn();
    await save({ version: 1, day: whole });
    expect(forge.writtenBytes()).toBeLessThan(700);
  });

  it('that cannot be read is reported and left out, until it is written anew', async () => {
    const { load, save, list, forge, reported } = daysIn();
    const value = { shape: 9, boardId: 7, day: '2026-10-12', version: 4, figures: 'none' };
    forge.put('board-day', '7:2026-10-12', value);
    expect(await load(7, '2026-10-12')).toEqual({ version: 4, day: emptyDay(7, '2026-10-12') });
    expect(await list(7, '2026-10-01')).toEqual([]);
    expect(reported).toHaveLength(2);
    expect(await save({ version: 5, day: whole })).toBe(true);
    expect(await list(7, '2026-10-01')).toEqual([whole]);
  });

  it('is listed with those of its board since a day, oldest first, over several pages', async () => {
    const { save, list } = daysIn();
    const dates = Array.from({ length: 130 }, (_, index) => daysBefore('2026-10-12', index));
    for (const date of dates) await save({ version: 1, day: counted(date) });
    await save({ version: 1, day: counted('2026-10-12', 40, 8) });
    const since = daysBefore('2026-10-12', 119);
    const listed = await list(7, since);
    expect(listed.map(({ day }) => day)).toEqual(dates.slice(0, 120).toReversed());
    expect(new Set(listed.map(({ boardId }) => boardId))).toEqual(new Set([7]));
  });

  it('goes away by itself after 180 days', async () => {
    const { save, list, forge, clock } = daysIn();
    await save({ version: 1, day: whole });
    await save({ version: 2, day: whole });
    clock.now = START + (DAYS_KEPT - 1) * DAY_MS;
    expect(await list(7, '2026-01-01')).toHaveLength(1);
    // The platform may take two days to remove what has expired.
    clock.now = START + (DAYS_KEPT + 3) * DAY_MS;
    expect(await list(7, '2026-01-01')).toEqual([]);
    expect(forge.rowsOf('board-day')).toEqual([]);
  });
});
