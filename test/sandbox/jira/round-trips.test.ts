import { expect, it } from 'vitest';

import { roundTrips } from '#sandbox/jira/rest/round-trips';

it.each<[string, [start: number, end: number][], number]>([
  ['nothing', [], 0],
  [
    'calls side by side',
    [
      [0, 60],
      [1, 61],
      [2, 59],
    ],
    1,
  ],
  [
    'calls one after the other',
    [
      [0, 60],
      [60, 120],
      [121, 180],
    ],
    3,
  ],
  [
    'two rounds, the second begun by the quickest of the first',
    [
      [0, 50],
      [0, 70],
      [51, 110],
      [71, 130],
    ],
    2,
  ],
  [
    'a long call beside two short ones',
    [
      [0, 200],
      [0, 60],
      [61, 120],
    ],
    2,
  ],
])('counts %s', (_, calls, expected) => {
  expect(roundTrips(calls.map(([startedMs, endedMs]) => ({ startedMs, endedMs })))).toBe(expected);
});
