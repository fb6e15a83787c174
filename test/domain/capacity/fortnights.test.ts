import { describe, expect, it } from 'vitest';

import { fortnightsBefore } from '#src/domain/capacity/fortnights';

const DAY = 86_400_000;

describe('fortnightsBefore', () => {
  it('gives the last ones that are over, oldest first', () => {
    expect(fortnightsBefore(new Date('2026-11-24T09:00:00.000Z'), 2)).toEqual([
      { number: 1482, start: '2026-10-26T00:00:00.000Z', end: '2026-11-09T00:00:00.000Z' },
      { number: 1483, start: '2026-11-09T00:00:00.000Z', end: '2026-11-23T00:00:00.000Z' },
    ]);
  });

  it.each([
    ['a millisecond before one ends', '2026-11-22T23:59:59.999Z', '2026-11-09T00:00:00.000Z'],
    ['the moment it ends', '2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['a millisecond later', '2026-11-23T00:00:00.001Z', '2026-11-23T00:00:00.000Z'],
    ['on the Monday between', '2026-11-30T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['a millisecond before the next ends', '2026-12-06T23:59:59.999Z', '2026-11-23T00:00:00.000Z'],
    ['a Monday that is one further east only', '2026-11-23T00:30:00.000+01:00', '2026-11-09T00:00:00.000Z'],
    ['over the turn of a year', '2027-01-05T00:00:00.000Z', '2027-01-04T00:00:00.000Z'],
  ])('at %s ends with the last whole one', (_, now, end) => {
    expect(fortnightsBefore(new Date(now), 1)[0]?.end).toBe(end);
  });

  it('begins each on a Monday and leaves no gap, over a change of the clocks too', () => {
    const fortnights = fortnightsBefore(new Date('2026-11-24T09:00:00.000Z'), 30);
    expect(fortnights).toHaveLength(30);
    for (const [index, { number, start, end }] of fortnights.entries()) {
      expect(new Date(start).getUTCDay()).toBe(1);
      expect(Date.parse(end) - Date.parse(start)).toBe(14 * DAY);
      const next = fortnights[index + 1];
      if (next) expect([next.number, next.start]).toEqual([number + 1, end]);
    }
  });

  it('gives a fortnight the same number whenever it is asked for', () => {
    const early = fortnightsBefore(new Date('2026-11-24T09:00:00.000Z'), 1)[0];
    const late = fortnightsBefore(new Date('2027-02-01T09:00:00.000Z'), 10);
    expect(late.find(({ start }) => start === early?.start)).toEqual(early);
  });

  it('has none when none is asked for, and refuses what is no number of them', () => {
    expect(fortnightsBefore(new Date(0), 0)).toEqual([]);
    expect(() => fortnightsBefore(new Date(0), -1)).toThrow(RangeError);
    expect(() => fortnightsBefore(new Date(0), 1.5)).toThrow(RangeError);
  });
});
