import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { deliveredLately, demandOf, forecastDemand, medianSprint } from '#src/domain/capacity/forecast';
import { buildHistory } from '../../builders/issue';

const EVEN = [1, 2, 3, 4, 5];

describe('forecastDemand', () => {
  it.each([
    // One draw of 1…5: each has a fifth.
    [EVEN, 1, 0.5, 3],
    [EVEN, 1, 0.6, 3],
    [EVEN, 1, 0.61, 4],
    [EVEN, 1, 0.8, 4],
    [EVEN, 1, 0.85, 5],
    [EVEN, 1, 1, 5],
    // Two draws: 25 equally likely pairs; 15 of them sum to 6 or less, 19 to 7 or less, 22 to 8 or less.
    [EVEN, 2, 0.5, 6],
    [EVEN, 2, 0.6, 6],
    [EVEN, 2, 0.85, 8],
    [EVEN, 2, 0.88, 8],
    [EVEN, 2, 0.89, 9],
    // A constant team delivers exactly that.
    [[7, 7, 7, 7, 7], 3, 0.5, 21],
    // Ten draws of 0.1 do not add up in binary fractions.
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1, 0.8, 8],
    // Half the sprints deliver nothing.
    [[0, 0, 0, 0, 10, 10, 10, 10], 1, 0.5, 0],
    [[0, 0, 0, 0, 10, 10, 10, 10], 2, 0.75, 10],
    // Sums of decimals stay what a person would write.
    [[0.1, 0.2, 0.1, 0.2, 0.1], 3, 1, 0.6],
    [[0.1, 0.1, 0.1, 0.1, 0.1], 3, 0.5, 0.3],
  ])('of %j over %i sprints has its %f quantile at %f', (delivered, sprints, p, amount) => {
    expect(forecastDemand(delivered, sprints)?.quantile(p)).toBe(amount);
  });

  it('is nothing with too little history', () => {
    expect(forecastDemand([1, 2, 3, 4], 1)).toBeNull();
    expect(forecastDemand([], 1)).toBeNull();
  });

  it('is nothing when nothing was delivered', () => {
    expect(forecastDemand([0, 0, 0, 0, 0, 0], 2)).toBeNull();
  });

  it('looks back on the last ten sprints only', () => {
    const lastTen = [4, 5, 6, 4, 5, 6, 4, 5, 6, 5];
    expect(forecastDemand([1000, ...lastTen], 2)?.quantile(1)).toBe(12);
    expect(forecastDemand([1000, ...Array.from({ length: 10 }, () => 0)], 1)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %f sprints', (sprints) => {
    expect(() => forecastDemand(EVEN, sprints)).toThrow(RangeError);
  });

  it.each([0, -0.5, 1.01, Number.NaN])('refuses the quantile of %f', (p) => {
    expect(() => forecastDemand(EVEN, 1)?.quantile(p)).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Infinity])('refuses a sprint that delivered %f', (amount) => {
    expect(() => forecastDemand([...EVEN, amount], 1)).toThrow(RangeError);
  });

  it('agrees with counting every draw of two', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 100 }), (delivered, percent) => {
        fc.pre(delivered.some((amount) => amount > 0));
        const sums = delivered.flatMap((a) => delivered.map((b) => a + b)).sort((a, b) => a - b);
        const expected = sums[Math.ceil((percent * sums.length) / 100 - 1e-9) - 1];
        expect(forecastDemand(delivered, 2)?.quantile(percent / 100)).toBe(expected);
      }),
    );
  });
});

describe('demandOf', () => {
  it('gives both ends of one to five sprints, as forecastDemand does', () => {
    const delivered = [11, 14, 22, 31, 18, 25, 19, 21, 23];
    const end = (sprints: number) => ({
      p50: forecastDemand(delivered, sprints)?.quantile(0.5),
      p85: forecastDemand(delivered, sprints)?.quantile(0.85),
    });
    expect(demandOf(delivered)).toEqual({
      one: end(1),
      two: end(2),
      three: end(3),
      four: end(4),
      five: end(5),
    });
  });

  it('is nothing with too little history', () => {
    expect(demandOf([1, 2, 3, 4])).toBeNull();
  });
});

describe('medianSprint', () => {
  it.each([
    [[3, 1, 2, 9, 4], 3],
    [[3, 1, 2, 9, 4, 5], 3.5],
    [[0, 0, 0, 9, 9], null],
    [[0, 0, 0, 0, 0], null],
    [[1, 2, 3, 4], null],
    [[1000, 1000, 1000, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1],
  ])('of %j is %j', (delivered, expected) => {
    expect(medianSprint(delivered)).toBe(expected);
  });
});

describe('deliveredLately', () => {
  it('gives the last ten sprints, oldest first, in the unit asked for', () => {
    const history = buildHistory(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32],
    );
    const shuffled = [...history.slice(6), ...history.slice(0, 6)];
    expect(deliveredLately(shuffled, 'points').map(({ amount }) => amount)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(deliveredLately(shuffled, 'items').at(-1)).toEqual({ sprintId: 12, amount: 32 });
  });

  it('orders by instant, whatever the time zone it is written in', () => {
    const [first, second] = buildHistory([1, 2]);
    const early = { ...first!, completeDate: '2026-06-12T08:00:00.000+0200' };
    const late = { ...second!, completeDate: '2026-06-12T07:00:00.000Z' };
    expect(deliveredLately([late, early], 'points').map(({ sprintId }) => sprintId)).toEqual([1, 2]);
  });
});
