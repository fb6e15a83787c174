import { describe, expect, it } from 'vitest';

import type { Demand } from '#src/domain/capacity/forecast';
import { nextPageSize, trustedPageSize } from '#src/usecases/page-size';

const widths = (count: number, width = 3) => Array.from({ length: count }, () => width);
/** Five sprints end at 150. */
const DEMAND: Demand = {
  one: { p50: 25, p85: 32 },
  two: { p50: 50, p85: 63 },
  three: { p50: 75, p85: 93 },
  four: { p50: 100, p85: 122 },
  five: { p50: 125, p85: 150 },
};

describe('the next page', () => {
  it.each([
    ['holds what is missing and a little more', widths(15), DEMAND, 39],
    ['holds four more at least', widths(49), DEMAND, 5],
    ['holds a hundred at most', widths(15, 0.1), DEMAND, 100],
    ['goes for 80 without a forecast', widths(30), null, 50],
    ['goes for 80 while nothing weighs anything', widths(20, 0), DEMAND, 60],
  ])('%s', (_, soFar, demand, size) => {
    expect(nextPageSize(soFar, demand)).toBe(size);
  });
});

describe('the page on trust', () => {
  it.each([
    ['holds what is missing to the guess', widths(15), 150, 35],
    ['holds four at least', widths(49), 150, 4],
    ['is not read when enough is there', widths(50), 150, 0],
    ['goes for forty without anything to judge by', widths(15), null, 25],
    ['goes for forty while nothing weighs anything', widths(15, 0), 150, 25],
    ['is not read when forty are there and nothing is known', widths(40), null, 0],
  ])('%s', (_, soFar, guess, size) => {
    expect(trustedPageSize(soFar, guess)).toBe(size);
  });
});
