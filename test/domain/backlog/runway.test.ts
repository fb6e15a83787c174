import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bandOf,
  horizonsOf,
  ISSUES_READ_AT_MOST,
  ISSUES_READ_WITHOUT_DEMAND,
  needsMoreReading,
  readingDepth,
  runwayOf,
  shortOf,
  widthsOf,
} from '#src/domain/backlog/runway';
import { demandOf, type Demand } from '#src/domain/capacity/forecast';

/** Ends at 85 % after 25, 48, 69, 90 and 111. */
const DEMAND: Demand = {
  one: { p50: 20, p85: 25 },
  two: { p50: 40, p85: 48 },
  three: { p50: 60, p85: 69 },
  four: { p50: 80, p85: 90 },
  five: { p50: 100, p85: 111 },
};
/** Issues of which only size and kind matter; a story unless said otherwise. */
const sized = (...issues: readonly { readonly estimate: number | null; readonly level?: number }[]) =>
  issues.map(({ estimate, level = 0 }) => ({ estimate, level }));

describe('widthsOf', () => {
  it('takes the estimate, and the median estimate where there is none', () => {
    const issues = sized({ estimate: 8 }, { estimate: null }, { estimate: 2 }, { estimate: 3 });
    expect(widthsOf(issues, 'points')).toEqual([8, 3, 2, 3]);
  });

  it('leaves estimates of 0 as they are and out of the median', () => {
    const issues = sized({ estimate: 0 }, { estimate: 0 }, { estimate: 5 }, { estimate: null });
    expect(widthsOf(issues, 'points')).toEqual([0, 0, 5, 5]);
  });

  it('takes 1 where nothing is estimated', () => {
    expect(widthsOf(sized({ estimate: null }, { estimate: 0 }), 'points')).toEqual([1, 0]);
  });

  it('gives epics and sub-tasks no width of their own, save one that was estimated', () => {
    const issues = sized(
      { level: 1, estimate: null },
      { level: -1, estimate: null },
      { level: -1, estimate: 2 },
      { estimate: 4 },
    );
    expect(widthsOf(issues, 'points')).toEqual([0, 0, 2, 4]);
    expect(widthsOf(issues, 'items')).toEqual([0, 0, 0, 1]);
  });
});

describe('horizonsOf', () => {
  it('places an issue by the work above it: before, at and after the ends of the sprints', () => {
    const widths = [24, 1, 1, 21, 1, 5];
    //       starts at 0  24 25 26  47 48
    expect(horizonsOf(widths, DEMAND)).toEqual(['next', 'next', 'after', 'after', 'after', 'beyond']);
  });

  it('is unknown without a forecast', () => {
    expect(horizonsOf([3, 5], null)).toEqual([null, null]);
  });

  it('is not led astray by decimals', () => {
    const demand = { ...DEMAND, one: { p50: 0.8, p85: 0.8 } };
    expect(horizonsOf([0.7, 0.1, 1], demand)).toEqual(['next', 'next', 'after']);
  });
});

describe('readingDepth', () => {
  it('ends with the issue that takes the work above five sprints', () => {
    expect(readingDepth([100, 11, 1, 1], DEMAND)).toBe(3);
    expect(readingDepth([100, 12, 1, 1], DEMAND)).toBe(2);
    expect(readingDepth([100, 10, 1, 1], DEMAND)).toBe(4);
  });

  it('takes all of a backlog that ends earlier', () => {
    expect(readingDepth([5, 5], DEMAND)).toBe(2);
    expect(readingDepth([], DEMAND)).toBe(0);
  });

  it('has an end without a forecast, and where issues weigh nothing', () => {
    const weightless = Array.from({ length: 1000 }, () => 0);
    expect(readingDepth(weightless, null)).toBe(ISSUES_READ_WITHOUT_DEMAND);
    expect(readingDepth(weightless, DEMAND)).toBe(ISSUES_READ_AT_MOST);
  });
});

describe('needsMoreReading', () => {
  it.each([
    [[], true],
    [[100, 11], true],
    [[100, 11, 1], false],
    [[112], false],
  ])('after %j answers %j', (widths, expected) => {
    expect(needsMoreReading(widths, DEMAND)).toBe(expected);
  });

  it('stops at a fixed number of issues without a forecast', () => {
    const widths = Array.from({ length: ISSUES_READ_WITHOUT_DEMAND }, () => 3);
    expect(needsMoreReading(widths.slice(1), null)).toBe(true);
    expect(needsMoreReading(widths, null)).toBe(false);
  });

  it('comes to the same depth whatever the size of pages', () => {
    const widths = fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 300 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 50 }), (all, page) => {
        let read = 0;
        while (read < all.length && needsMoreReading(all.slice(0, read), DEMAND)) read += page;
        expect(readingDepth(all.slice(0, read), DEMAND)).toBe(readingDepth(all, DEMAND));
      }),
    );
  });
});

describe('runwayOf', () => {
  it.each([
    [0, 0, 0],
    [10, 0.5, 0.4],
    [20, 1, 0.8],
    [25, 1.25, 1],
    [36.5, 1.825, 1.5],
    [48, 2.4, 2],
    [111, 5, 5],
  ])('of %f ready is %f sprints at 50 %% and %f at 85 %%', (ready, p50, p85) => {
    expect(runwayOf(ready, DEMAND, false)).toEqual({ p50, p85, isLowerBound: false });
  });

  it('ends at five sprints and says so', () => {
    expect(runwayOf(111.5, DEMAND, false)).toEqual({ p50: 5, p85: 5, isLowerBound: true });
    expect(runwayOf(5000, DEMAND, false)).toEqual({ p50: 5, p85: 5, isLowerBound: true });
  });

  it('is a lower bound where ready work may go on', () => {
    expect(runwayOf(25, DEMAND, true).isLowerBound).toBe(true);
  });

  it('counts sprints that deliver nothing as covered', () => {
    const slow = { ...DEMAND, one: { p50: 0, p85: 10 } };
    expect(runwayOf(0, slow, false)).toMatchObject({ p50: 1, p85: 0 });
  });
});

describe('bandOf', () => {
  it.each([
    [0, 'red'],
    [24.9, 'red'],
    [25, 'red'],
    [25.1, 'amber'],
    [47.9, 'amber'],
    [48, 'green'],
    [111, 'green'],
    [111.1, 'overstocked'],
  ])('of %f ready is %s', (ready, band) => {
    expect(bandOf(ready, DEMAND)).toBe(band);
  });
});

describe('shortOf', () => {
  it.each([
    [0, 48],
    [47.9, 0.1],
    [48, 0],
    [60, 0],
  ])('with %f ready is %f', (ready, short) => {
    expect(shortOf(ready, DEMAND)).toBe(short);
  });
});

describe('the rules together', () => {
  const histories = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 10 })
    .filter((delivered) => delivered.some((amount) => amount > 0));
  const amounts = fc.integer({ min: 0, max: 600 }).map((half) => half / 2);

  it('never shorten the runway for more ready work', () => {
    fc.assert(
      fc.property(histories, amounts, amounts, (delivered, ready, more) => {
        const demand = demandOf(delivered)!;
        const before = runwayOf(ready, demand, false);
        const after = runwayOf(ready + more, demand, false);
        expect(after.p50).toBeGreaterThanOrEqual(before.p50);
        expect(after.p85).toBeGreaterThanOrEqual(before.p85);
      }),
    );
  });

  it('are never surer of more', () => {
    fc.assert(
      fc.property(histories, amounts, (delivered, ready) => {
        const { p50, p85 } = runwayOf(ready, demandOf(delivered)!, false);
        expect(p85).toBeLessThanOrEqual(p50);
      }),
    );
  });

  it('call it two sprints ahead exactly when nothing is short', () => {
    fc.assert(
      fc.property(histories, amounts, (delivered, ready) => {
        const demand = demandOf(delivered)!;
        expect(shortOf(ready, demand) === 0).toBe(runwayOf(ready, demand, false).p85 >= 2);
      }),
    );
  });

  it('do not depend on how large a point is', () => {
    fc.assert(
      fc.property(histories, amounts, fc.integer({ min: 2, max: 9 }), (delivered, ready, times) => {
        const small = demandOf(delivered)!;
        const large = demandOf(delivered.map((amount) => amount * times))!;
        // A forecast is rounded to six decimals, whatever its size.
        expect(runwayOf(ready * times, large, false).p85).toBeCloseTo(runwayOf(ready, small, false).p85, 4);
        expect(bandOf(ready * times, large)).toBe(bandOf(ready, small));
      }),
    );
  });

  it('band the runway that they report', () => {
    fc.assert(
      fc.property(histories, amounts, (delivered, ready) => {
        const demand = demandOf(delivered)!;
        const { p85 } = runwayOf(ready, demand, false);
        const band = bandOf(ready, demand);
        if (p85 <= 1) expect(band).toBe('red');
        else if (p85 < 2) expect(band).toBe('amber');
        else if (p85 < 5) expect(band).toBe('green');
        else expect(['green', 'overstocked']).toContain(band);
      }),
    );
  });
});
