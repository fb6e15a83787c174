import { describe, expect, it } from 'vitest';

import { addDays, dayIn, daysBetween, isCalendarDate, laterOf, weekOf } from '#src/domain/risk/calendar';

describe('calendar dates', () => {
  it.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-11-24T09:00:00Z', false],
    ['24.11.2026', false],
    ['', false],
  ])('%s is one: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
  ])('from %s to %s it is %s days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of %s', (date, monday) => {
    expect(weekOf(date)).toBe(monday);
  });

  it.each([
    ['UTC', '2026-11-24T00:00:00.000Z', '2026-11-24'],
    ['Pacific/Auckland', '2026-11-24T11:00:00.000Z', '2026-11-25'],
    ['Pacific/Auckland', '2026-11-24T10:59:59.999Z', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-24T07:59:59.999Z', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-24T08:00:00.000Z', '2026-11-24'],
    ['Europe/Berlin', '2026-10-24T22:30:00.000Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:30:00.000Z', '2026-10-25'],
  ])('in %s, %s is on %s', (zone, at, day) => {
    expect(dayIn(zone, at)).toBe(day);
  });

  it('knows no zone that is none', () => {
    expect(() => dayIn('Mars/Olympus', '2026-11-24T00:00:00.000Z')).toThrow(RangeError);
  });

  it('compares', () => {
    expect(laterOf('2026-11-24', '2026-12-01')).toBe('2026-12-01');
    expect(laterOf('2026-12-01', '2026-11-24')).toBe('2026-12-01');
  });
});
