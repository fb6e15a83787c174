import { describe, expect, it } from 'vitest';

import { daysBefore, daysBetween, dayOf } from '#src/domain/trend/day';
import { gapsOf, type KnownDay } from '#src/domain/trend/gaps';
import { storyOf } from '#src/domain/trend/story';
import { stretchesOf } from '#src/domain/trend/stretches';

const days = (...values: readonly (readonly [string, number])[]) =>
  values.map(([day, p85]) => ({ day: `2026-${day}`, p85 }));

describe('days', () => {
  it('are those of UTC, and go over months, years and clock changes', () => {
    expect(dayOf(new Date('2026-10-12T23:59:59.999Z'))).toBe('2026-10-12');
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(daysBefore('2027-01-01', 366)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-12', '2026-10-10')).toBe(-2);
  });
});

describe('the story of a runway', () => {
  it('is none without a reading', () => {
    expect(storyOf([])).toBeNull();
  });

  it.each([
    ['one day', days(['10-12', 1.2]), { days: 0, isAhead: false, since: '2026-10-12', isAllAlong: true }],
    [
      'came to two sprints',
      days(['10-01', 1.2], ['11-03', 2], ['11-12', 2.3]),
      { days: 42, isAhead: true, since: '2026-11-03', isAllAlong: false },
    ],
    [
      'fell below once more',
      days(['10-01', 2.4], ['10-02', 1.9], ['10-03', 2.1], ['10-04', 1.99]),
      { days: 3, isAhead: false, since: '2026-10-04', isAllAlong: false },
    ],
    [
      'always was at two or more',
      days(['10-01', 2], ['10-08', 5]),
      { days: 7, isAhead: true, since: '2026-10-01', isAllAlong: true },
    ],
  ])('%s', (_, runways, told) => {
    expect(storyOf(runways)).toEqual({ first: runways[0], last: runways.at(-1), ...told });
  });
});

describe('stretches', () => {
  it('end where more days are missing than are bridged', () => {
    const values = days(['10-01', 1], ['10-02', 2], ['10-05', 3], ['10-09', 4]);
    const [one, two, three, four] = values;
    expect(stretchesOf(values, 2)).toEqual([[one, two, three], [four]]);
    expect(stretchesOf(values, 0)).toEqual([[one, two], [three], [four]]);
    expect(stretchesOf([], 2)).toEqual([]);
  });
});

describe('gaps', () => {
  const day = (date: string, source: KnownDay['source'], skipped: KnownDay['skipped'] = null) => ({
    day: `2026-10-${date}`,
    source,
    skipped,
  });

  it('are told by why, and today is none yet', () => {
    const known = [
      day('01', 'viewer'),
      day('02', 'count'),
      day('03', null, 'no-capacity'),
      day('05', null, 'not-seen'),
      day('06', null, 'no-answer'),
      // Somebody read the board on a day on which Jira had no capacity for counting.
      day('07', 'viewer', 'no-capacity'),
      day('08', null, 'no-capacity'),
    ];
    expect(gapsOf(known, '2026-10-08')).toEqual({
      span: 8,
      read: 2,
      noCapacity: 1,
      notSeen: 1,
      otherwise: 2,
    });
    expect(gapsOf([], '2026-10-08')).toEqual({ span: 1, read: 0, noCapacity: 0, notSeen: 0, otherwise: 0 });
    expect(gapsOf([day('08', 'viewer')], '2026-10-08')).toMatchObject({ span: 1, read: 1, otherwise: 0 });
  });
});
