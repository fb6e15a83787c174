import { describe, expect, it } from 'vitest';

import { cellOf, exposureAt, isRating, movementOf, onScale, type Scale } from '#src/domain/risk/rating';
import { exposure, rating } from '../../builders/risk';

describe('ratings', () => {
  it.each<[number, Scale, Scale, number]>([
    [1, 3, 5, 1],
    [2, 3, 5, 3],
    [3, 3, 5, 5],
    [1, 5, 3, 1],
    [2, 5, 3, 1],
    [3, 5, 3, 2],
    [4, 5, 3, 3],
    [5, 5, 3, 3],
    [2, 3, 3, 2],
    [4, 5, 5, 4],
  ])('%s of %s is shown on %s steps as %s', (step, of, scale, shown) => {
    expect(onScale(rating(step, of), scale)).toEqual({ step: shown, of: scale });
  });

  it('come back from five steps as they were on three', () => {
    for (const step of [1, 2, 3]) expect(onScale(onScale(rating(step), 5), 3)).toEqual(rating(step));
  });

  it.each([
    [0, false],
    [1, true],
    [3, true],
    [4, false],
    [1.5, false],
  ])('%s of 3 is one: %s', (step, expected) => {
    expect(isRating(rating(step))).toBe(expected);
  });

  it.each([
    [exposure(2, 2), exposure(2, 2), 'same'],
    [exposure(2, 2), exposure(2, 3), 'raised'],
    [exposure(2, 2), exposure(3, 3), 'raised'],
    [exposure(2, 2), exposure(1, 2), 'lowered'],
    [exposure(2, 2), exposure(3, 1), 'mixed'],
  ])('%o to %o is %s', (from, to, movement) => {
    expect(movementOf(cellOf(from, 3), cellOf(to, 3))).toBe(movement);
  });

  it('have a place in the matrix and back', () => {
    expect(cellOf(exposureAt({ probability: 4, impact: 2 }, 5), 5)).toEqual({ probability: 4, impact: 2 });
  });
});
