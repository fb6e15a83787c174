import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { certaintyOfHigher, intervalOf } from '#src/domain/flag-record/certainty';
import { judgeCheck, type FlagVerdict } from '#src/domain/flag-record/judge-check';
import type { FateCounts } from '#src/domain/flag-record/tally';

const rate = (hits: number, of: number) => ({ hits, of });
const someRate = fc.tuple(fc.nat(300), fc.nat(300)).map(([hits, misses]) => rate(hits, hits + misses));

describe('certaintyOfHigher', () => {
  it('is the known probability where that has a closed form', () => {
    // One hit and no issue: 0.5 + 2/π² by integrating the arcsine distribution against Beta(1.5, 0.5).
    expect(certaintyOfHigher(rate(1, 1), rate(0, 0))).toBeCloseTo(0.5 + 2 / Math.PI ** 2, 5);
  });

  it('comes near the normal approximation with many issues', () => {
    // Rates 0.5 and 0.45 of 1,000 each: z = 0.05 / 0.02231 = 2.241, of which the normal distribution has 0.9875 below.
    expect(certaintyOfHigher(rate(500, 1000), rate(450, 1000))).toBeCloseTo(0.9875, 3);
  });

  it('is one half for equal counts', () => {
    fc.assert(
      fc.property(someRate, (one) => {
        expect(certaintyOfHigher(one, one)).toBeCloseTo(0.5, 10);
      }),
    );
  });

  it('is the complement with the sides exchanged', () => {
    fc.assert(
      fc.property(someRate, someRate, (one, other) => {
        expect(certaintyOfHigher(one, other) + certaintyOfHigher(other, one)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('never falls when one more of the same number is a hit', () => {
    fc.assert(
      fc.property(someRate, someRate, ({ hits, of }, other) => {
        const more = certaintyOfHigher(rate(hits + 1, of + 1), other);
        expect(more).toBeGreaterThanOrEqual(certaintyOfHigher(rate(hits, of + 1), other) - 1e-12);
      }),
    );
  });
});

describe('intervalOf', () => {
  it('is that of tables', () => {
    // Jeffreys' interval of 5 in 20 at 95 %: 0.1024 to 0.4658 (Brown, Cai and DasGupta; `binom.confint` of R).
    const { low, high } = intervalOf(rate(5, 20), 0.95);
    expect(low).toBeCloseTo(0.102, 2);
    expect(high).toBeCloseTo(0.466, 2);
  });

  it('is nearly everything without an issue, and holds the rate otherwise', () => {
    const { low, high } = intervalOf(rate(0, 0), 0.9);
    expect(low).toBeLessThan(0.02);
    expect(high).toBeGreaterThan(0.98);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (hits, misses) => {
        const likely = intervalOf(rate(hits, hits + misses), 0.9);
        expect(likely.low).toBeLessThan(hits / (hits + misses));
        expect(likely.high).toBeGreaterThan(hits / (hits + misses));
      }),
    );
  });
});

const counts = (troubled: number, issues: number): FateCounts => ({
  issues,
  reestimated: 0,
  rewritten: 0,
  carriedOver: troubled,
  dropped: 0,
  troubled,
});
const judge = (flagged: readonly [number, number], unflagged: readonly [number, number]) =>
  judgeCheck({ flagged: counts(...flagged), unflagged: counts(...unflagged) });

/** Whole numbers that look random and are always the same ones (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** How often each verdict is given on 40 flagged and 80 other issues with these rates of trouble. */
function sharesOf(flaggedRate: number, unflaggedRate: number) {
  const next = seeded(5);
  const draw = (of: number, chance: number) =>
    Array.from({ length: of }, next).filter((x) => x < chance).length;
  const trials = 400;
  const shares: Record<FlagVerdict, number> = {
    'earns-its-place': 0,
    'consider-off': 0,
    'in-between': 0,
    'too-few': 0,
  };
  for (let trial = 0; trial < trials; trial += 1) {
    shares[judge([draw(40, flaggedRate), 40], [draw(80, unflaggedRate), 80]).verdict] += 1 / trials;
  }
  return shares;
}

describe('judgeCheck', () => {
  it.each<[string, readonly [number, number], readonly [number, number], FlagVerdict]>([
    ['19 flagged', [19, 19], [0, 100], 'too-few'],
    ['19 others', [20, 20], [0, 19], 'too-few'],
    ['20 on either side', [20, 20], [0, 20], 'earns-its-place'],
    ['flagged did better, of 39', [10, 39], [40, 80], 'in-between'],
    ['flagged did better, of 40', [10, 40], [40, 80], 'consider-off'],
    ['flagged did better than 39 others', [10, 40], [30, 39], 'in-between'],
    ['the same, which may be chance', [16, 40], [32, 80], 'in-between'],
    ['a little worse, which may be chance', [9, 20], [8, 20], 'in-between'],
    ['no trouble at all', [0, 40], [0, 40], 'in-between'],
    ['nothing but trouble', [40, 40], [80, 80], 'in-between'],
  ])('%s', (_, flagged, unflagged, verdict) => {
    expect(judge(flagged, unflagged).verdict).toBe(verdict);
  });

  it('has no certainty while one side is empty', () => {
    expect(judge([0, 0], [3, 30])).toEqual({ verdict: 'too-few', certainty: null });
    expect(judge([3, 30], [0, 0])).toEqual({ verdict: 'too-few', certainty: null });
  });

  it('seldom praises a check without effect, and mostly one that tells', () => {
    expect(sharesOf(0.4, 0.4)['earns-its-place']).toBeLessThan(0.14);
    const telling = sharesOf(0.65, 0.4);
    expect(telling['earns-its-place']).toBeGreaterThan(0.8);
    expect(telling['consider-off']).toBeLessThan(0.02);
  });
});
