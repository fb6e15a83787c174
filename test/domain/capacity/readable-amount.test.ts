import { expect, it } from 'vitest';

import { readableAmount } from '#src/domain/capacity/readable-amount';

it.each([
  ['points', 32.8, 33],
  ['points', 21.49, 21],
  ['points', 10.4, 10],
  ['points', 9.96, 10],
  ['points', 1.3, 1],
  ['points', 0.96, 1],
  ['points', 0.94, 0.9],
  ['points', 5, 5],
  ['points', 0.04, 0],
  ['items', 0.9, 1],
  ['items', 2.5, 3],
  ['items', 2.4, 2],
  ['items', 12.6, 13],
  ['items', 0, 0],
] as const)('%s: %d reads as %d', (unit, amount, readable) => {
  expect(readableAmount(unit, amount)).toBe(readable);
});
