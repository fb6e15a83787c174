import { describe, expect, it } from 'vitest';

import { availabilityOf, workingDays } from '#src/domain/sprint/availability';

describe('the working days of a sprint', () => {
  it.each([
    [
      'Monday morning to Friday evening, two weeks',
      '2026-11-02T09:00:00.000Z',
      '2026-11-13T17:00:00.000Z',
      10,
    ],
    [
      'Monday morning to Monday morning, two weeks',
      '2026-11-02T09:00:00.000Z',
      '2026-11-16T09:00:00.000Z',
      10,
    ],
    ['Wednesday to Tuesday, two weeks', '2026-10-21T09:30:00.000Z', '2026-11-03T16:00:00.000Z', 10],
    ['one week', '2026-11-02T09:00:00.000Z', '2026-11-06T17:00:00.000Z', 5],
    ['a month', '2026-11-02T00:00:00.000Z', '2026-11-30T00:00:00.000Z', 20],
  ])('are Monday to Friday: %s', (_, startDate, endDate, days) => {
    expect(workingDays({ startDate, endDate }, null)).toBe(days);
  });

  it('are as many as usual where the sprint has no dates, or none that hold', () => {
    expect(workingDays({ startDate: null, endDate: null }, 21)).toBe(15);
    expect(workingDays({ startDate: null, endDate: null }, null)).toBe(10);
    const backwards = { startDate: '2026-11-16T09:00:00.000Z', endDate: '2026-11-02T09:00:00.000Z' };
    expect(workingDays(backwards, 7)).toBe(5);
  });
});

describe('availability', () => {
  it.each([
    [{ people: null, daysOff: 8 }, 1],
    [{ people: 5, daysOff: 0 }, 1],
    [{ people: 5, daysOff: 10 }, 0.8],
    [{ people: 4, daysOff: 2.5 }, 0.9375],
    [{ people: 1, daysOff: 40 }, 0.05],
  ])('%o', (notes, share) => {
    expect(availabilityOf(notes, 10)).toBe(share);
  });
});
