import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bucketOf, evenRanks, rankBetween, ranksBetween } from '#sandbox/jira/lexorank';

const FORM = /^[012]\|[0-9a-z]{6}:[0-9a-z]*$/;

/** Any list of ranks that can come about by inserting at any place. */
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

function insertAll(choices: readonly number[]): string[] {
  const ranks: string[] = [];
  for (const choice of choices) {
    const place = choice % (ranks.length + 1);
    ranks.splice(place, 0, rankBetween(ranks[place - 1] ?? null, ranks[place] ?? null));
  }
  return ranks;
}

describe('ranks', () => {
  test('stay in order and unlike each other wherever new ones are put', () => {
    fc.assert(
      fc.property(places, (choices) => {
        const ranks = insertAll(choices);
        expect(ranks.toSorted()).toEqual(ranks);
        expect(new Set(ranks).size).toBe(ranks.length);
        expect(ranks.every((rank) => FORM.test(rank))).toBe(true);
      }),
    );
  });

  test('leave room on both sides of a pair however often it is halved', () => {
    let [low, high] = [rankBetween(null, null), rankBetween(rankBetween(null, null), null)];
    for (let step = 0; step < 200; step += 1) {
      const middle = rankBetween(low, high);
      expect(low < middle && middle < high).toBe(true);
      if (step % 2 === 0) low = middle;
      else high = middle;
    }
  });

  test('come as many at a time as asked for, in order, between two others or at an end', () => {
    const [low, high] = evenRanks(2, 1);
    for (const [from, to] of [
      [low!, high!],
      [null, high!],
      [low!, null],
      [null, null],
    ] as const) {
      const ranks = ranksBetween(from, to, 50);
      expect(ranks).toHaveLength(50);
      expect(ranks.toSorted()).toEqual(ranks);
      expect(from === null || from < ranks[0]!).toBe(true);
      expect(to === null || ranks.at(-1)! < to).toBe(true);
    }
  });

  test('keep to the bucket of their neighbours; a later bucket is below an earlier one', () => {
    const [first] = evenRanks(1, 2);
    expect(bucketOf(rankBetween(first!, null))).toBe(2);
    expect(evenRanks(1, 0)[0]! < evenRanks(1, 1)[0]!).toBe(true);
  });

  test('cannot be put between neighbours in the wrong order', () => {
    const [low, high] = evenRanks(2, 0);
    expect(() => rankBetween(high!, low!)).toThrow('There is no rank between');
    expect(() => rankBetween(low!, low!)).toThrow(RangeError);
  });
});
