import { describe, expect, it } from 'vitest';

import {
  emptyDay,
  withCount,
  withCountBegun,
  withReading,
  withScope,
  withoutNarrowReadings,
  type BoardDay,
  type Reading,
  type SprintScope,
} from '#src/domain/trend/board-day';

const DAY = emptyDay(7, '2026-10-12');

const reading = (change: Partial<Reading> = {}): Reading => ({
  at: '2026-10-12T08:00:00.000Z',
  unit: 'points',
  runway: { p50: 2.4, p85: 1.9, isLowerBound: false },
  ready: { amount: 40, items: 11 },
  depth: { amount: 21, items: 6 },
  issuesSeen: 40,
  inSight: 60,
  ...change,
});

const scope = (change: Partial<SprintScope> = {}): SprintScope => ({
  sprintId: 3,
  unit: 'points',
  committed: 30,
  added: 5,
  removed: 2,
  issuesSeen: 12,
  ...change,
});

describe('a reading of the day', () => {
  it.each([
    ['is the first', null, 1, true],
    ['sees as much, later', 60, 60, true],
    ['sees more', 60, 90, true],
    ['sees a few less: some were finished meanwhile', 60, 54, true],
    ['sees clearly less', 60, 53, false],
  ])('counts where it %s', (_, last, next, counts) => {
    const day: BoardDay = { ...DAY, reading: last === null ? null : reading({ inSight: last }) };
    const later = reading({ inSight: next, issuesSeen: 39 });
    expect(withReading(day, later)).toEqual(counts ? { ...day, reading: later } : null);
  });

  it('leaves what was counted as it is', () => {
    const counted = withCount(DAY, { state: 'counted', openItems: 60, sprintItems: null });
    expect(withReading(counted, reading())).toEqual({ ...counted, reading: reading() });
  });
});

describe('readings of a board', () => {
  const day = (date: string, inSight: number | null, openItems: number | null): BoardDay => ({
    ...emptyDay(7, `2026-10-${date}`),
    reading: inSight === null ? null : reading({ inSight }),
    count: openItems === null ? null : { state: 'counted', openItems, sprintItems: null },
  });
  const kept = (...days: readonly BoardDay[]) =>
    withoutNarrowReadings(days).map(({ reading: left }) => left?.inSight ?? null);

  it.each([
    ['the count of the day', [day('12', 53, 60)], [null]],
    ['the count of the day, at its limit', [day('12', 54, 60)], [54]],
    ['a higher sight than the app has', [day('12', 70, 60)], [70]],
    [
      'the last count before',
      [day('08', null, 60), day('12', 53, null), day('13', null, 40)],
      [null, null, null],
    ],
    ['the next count, where none was before', [day('12', 53, null), day('13', null, 60)], [null, null]],
    ['no count near', [day('04', null, 60), day('12', 5, null), day('20', null, 60)], [null, 5, null]],
    ['a day on which the board was cleared up', [day('12', 60, 60), day('13', 30, 30)], [60, 30]],
  ])('are held against %s', (_, days, left) => {
    expect(kept(...days)).toEqual(left);
  });
});

describe('a count of the day', () => {
  it('begins once, whatever became of it', () => {
    const begun = withCountBegun(DAY);
    expect(begun?.count).toEqual({ state: 'skipped', why: 'cut-off' });
    expect(begun && withCountBegun(begun)).toBeNull();
    expect(withCountBegun(withCount(DAY, { state: 'counted', openItems: 0, sprintItems: null }))).toBeNull();
  });
});

describe("the sprint's scope of the day", () => {
  const counted = (sprintItems: number | null) =>
    withCount(DAY, { state: 'counted', openItems: 60, sprintItems });

  it.each([
    ['nothing was counted', DAY, scope(), true],
    ['as many were counted', counted(12), scope(), true],
    ['more were counted', counted(13), scope(), false],
    ['no sprint was counted', counted(null), scope(), true],
    ['another saw more of the same sprint', { ...DAY, scope: scope({ issuesSeen: 13 }) }, scope(), false],
    [
      'another saw more of another sprint',
      { ...DAY, scope: scope({ sprintId: 2, issuesSeen: 99 }) },
      scope(),
      true,
    ],
    ['it was read before', { ...DAY, scope: scope({ added: 0 }) }, scope(), true],
  ])('where %s', (_, day, next, counts) => {
    expect(withScope(day, next)).toEqual(counts ? { ...day, scope: next } : null);
  });
});
