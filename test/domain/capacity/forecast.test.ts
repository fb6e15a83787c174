import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  deliveredLately,
  demandOf,
  forecastDemand,
  forecastFromLittle,
  medianSprint,
} from '#src/domain/capacity/forecast';
import { buildHistory } from '../../builders/issue';

const TEAM = [21, 26, 18, 31, 11, 24, 19, 29, 23];
const ENDS = [0.05, 0.25, 0.5, 0.75, 0.85, 0.95, 1];

const histories = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 12 })
  .filter((delivered) => delivered.slice(-10).some((amount) => amount > 0));
const ahead = fc.integer({ min: 1, max: 5 });
const amounts = fc.integer({ min: 0, max: 400 });
const levels = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);

describe('forecastDemand', () => {
  it('is wider than what the team happened to deliver, and centred on it', () => {
    const forecast = forecastDemand(TEAM, 1)!;
    expect(forecast.quantile(0.5)).toBeCloseTo(22, 0);
    expect(forecast.quantile(0.85)).toBeCloseTo(32.8, 0);
    expect(forecast.quantile(0.95)).toBeGreaterThan(31);
    expect(forecast.chanceOfAtLeast(11)).toBeLessThan(1);
  });

  it('follows the team: later sprints weigh more', () => {
    const median = (delivered: readonly number[]) => forecastDemand(delivered, 2)!.quantile(0.5);
    const rising = [10, 12, 14, 16, 18, 20, 22];
    expect(median(rising)).toBeGreaterThan(median(rising.toReversed()));
  });

  it('is wider for a team whose sprints lie farther apart', () => {
    const width = (delivered: readonly number[]) => {
      const forecast = forecastDemand(delivered, 1)!;
      return forecast.quantile(0.85) - forecast.quantile(0.15);
    };
    expect(width([20, 21, 19, 20, 21, 19, 20])).toBeLessThan(width([10, 35, 12, 30, 9, 32, 12]) / 1.5);
  });

  it('gives a sprint of nothing a chance of its own where the team had some', () => {
    expect(forecastDemand([0, 12, 0, 9, 0, 11, 0], 1)!.chanceOfAtLeast(1e-6)).toBeLessThan(0.75);
    expect(forecastDemand(TEAM, 1)!.chanceOfAtLeast(1e-6)).toBeGreaterThan(0.97);
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
    expect(demandOf([1000, ...lastTen])).toEqual(demandOf(lastTen));
    expect(forecastDemand([1000, ...Array.from({ length: 10 }, () => 0)], 1)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %f sprints', (sprints) => {
    expect(() => forecastDemand(TEAM, sprints)).toThrow(RangeError);
    expect(() => forecastDemand([], sprints)).toThrow(RangeError);
  });

  it.each([0, -0.5, 1.01, Number.NaN])('refuses the quantile of %f', (p) => {
    expect(() => forecastDemand(TEAM, 1)?.quantile(p)).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Infinity])(
    'refuses a sprint that delivered %f, and such an availability',
    (amount) => {
      expect(() => forecastDemand([...TEAM, amount], 1)).toThrow(RangeError);
      expect(() => forecastDemand(TEAM, 1, { availability: amount })).toThrow(RangeError);
    },
  );

  it('refuses the chance of no number', () => {
    expect(() => forecastDemand(TEAM, 1)?.chanceOfAtLeast(Number.NaN)).toThrow(RangeError);
  });

  it('has quantiles that rise with the level, and with the number of sprints', () => {
    fc.assert(
      fc.property(histories, ahead, levels, levels, (delivered, sprints, p, q) => {
        const forecast = forecastDemand(delivered, sprints)!;
        expect(forecast.quantile(Math.min(p, q))).toBeLessThanOrEqual(forecast.quantile(Math.max(p, q)));
        if (p < 0.5) return;
        expect(forecast.quantile(p)).toBeLessThanOrEqual(forecastDemand(delivered, sprints + 1)!.quantile(p));
      }),
    );
  });

  it('has chances that fall with the amount, and agree with the quantiles', () => {
    fc.assert(
      fc.property(histories, ahead, amounts, amounts, levels, (delivered, sprints, a, b, p) => {
        const forecast = forecastDemand(delivered, sprints)!;
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(forecast.chanceOfAtLeast(less)).toBeGreaterThanOrEqual(forecast.chanceOfAtLeast(more));
        // A thousandth above the quantile less than the rest is left, but for what lies between.
        const end = forecast.quantile(p);
        expect(forecast.chanceOfAtLeast(end * 1.001 + 0.001)).toBeLessThanOrEqual(1 - p + 1e-6);
        if (end > 0.01) expect(forecast.chanceOfAtLeast(end * 0.999)).toBeGreaterThanOrEqual(1 - p - 1e-6);
      }),
    );
  });

  it('does not depend on how large a point is', () => {
    fc.assert(
      fc.property(histories, ahead, fc.integer({ min: 2, max: 50 }), (delivered, sprints, times) => {
        const small = forecastDemand(delivered, sprints)!;
        const large = forecastDemand(
          delivered.map((amount) => amount * times),
          sprints,
        )!;
        for (const p of ENDS) expect(large.quantile(p)).toBeCloseTo(small.quantile(p) * times, 3);
      }),
    );
  });

  it('scales with availability', () => {
    fc.assert(
      fc.property(histories, ahead, amounts, (delivered, sprints, amount) => {
        const whole = forecastDemand(delivered, sprints)!;
        const half = forecastDemand(delivered, sprints, { availability: 0.5 })!;
        for (const p of ENDS) expect(half.quantile(p)).toBeCloseTo(whole.quantile(p) / 2, 5);
        expect(half.chanceOfAtLeast(amount / 2)).toBeCloseTo(whole.chanceOfAtLeast(amount), 9);
      }),
    );
    const nobody = forecastDemand(TEAM, 1, { availability: 0 })!;
    expect([nobody.quantile(0.85), nobody.chanceOfAtLeast(0), nobody.chanceOfAtLeast(1)]).toEqual([0, 1, 0]);
  });

  it('hardly moves for one point more or less', () => {
    const more = TEAM.with(-1, 24);
    for (const amount of [10, 15, 20, 25, 30, 35, 40]) {
      const difference =
        forecastDemand(more, 1)!.chanceOfAtLeast(amount) - forecastDemand(TEAM, 1)!.chanceOfAtLeast(amount);
      expect(difference).toBeGreaterThanOrEqual(-0.01);
      expect(difference).toBeLessThan(0.05);
      const step =
        forecastDemand(TEAM, 1)!.chanceOfAtLeast(amount) -
        forecastDemand(TEAM, 1)!.chanceOfAtLeast(amount + 1);
      expect(step).toBeLessThan(0.1);
    }
  });
});

describe('forecastFromLittle', () => {
  it('gives a range from one sprint on, which is wider than that of a team that is known', () => {
    const ratio = (delivered: readonly number[]) => {
      const forecast = forecastFromLittle(delivered, 1)!;
      return forecast.quantile(0.85) / forecast.quantile(0.5);
    };
    expect(ratio([20])).toBeGreaterThan(ratio([20, 21, 19, 20]));
    expect(ratio([20, 21, 19, 20])).toBeGreaterThan(ratio([20, 21, 19, 20, 20, 21, 19, 20]));
  });

  it('equals the forecast where there is enough', () => {
    expect(forecastFromLittle(TEAM, 2)!.quantile(0.85)).toBe(forecastDemand(TEAM, 2)!.quantile(0.85));
  });

  it('knows nothing of the scale of a team that delivered nothing', () => {
    expect(forecastFromLittle([], 1)).toBeNull();
    expect(forecastFromLittle([0, 0], 1)).toBeNull();
    expect(forecastFromLittle([0, 5], 1)).not.toBeNull();
  });
});

describe('demandOf', () => {
  it('gives both ends of one to five sprints, as forecastDemand does', () => {
    const end = (sprints: number) => {
      const forecast = forecastDemand(TEAM, sprints, { availability: 0.8 });
      return { p50: forecast?.quantile(0.5), p85: forecast?.quantile(0.85) };
    };
    expect(demandOf(TEAM, { availability: 0.8 })).toEqual({
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
