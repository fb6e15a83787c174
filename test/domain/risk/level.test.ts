import { describe, expect, it } from 'vitest';

import { LEVELS, levelOf, levelOn, rankByLevel, scaleEffects } from '#src/domain/risk/level';
import type { Scale } from '#src/domain/risk/rating';
import { buildRisks, exposure } from '../../builders/risk';
import { axioms, drawn, keepsAll, parse, rising, steps, type Colouring } from './cox-axioms';

const SCALES: readonly Scale[] = [3, 5];

const matrix = (scale: Scale): Colouring =>
  steps(scale).map((probability) => steps(scale).map((impact) => levelOf(probability, impact, scale)));

const SKETCH = parse(['M H H', 'L M H', 'L L M']);

describe('the matrix', () => {
  it('is drawn', () => {
    expect(drawn(matrix(3))).toEqual(['L M H', 'L M M', 'L L L']);
    expect(drawn(matrix(5))).toEqual(['L M H H H', 'L M H H H', 'L M M H H', 'L L M M M', 'L L L L L']);
  });

  it.each(SCALES)('of %s steps keeps the axioms', (scale) => {
    expect(axioms(matrix(scale))).toEqual({
      hasAllThree: true,
      noRedBesideGreen: true,
      weakConsistency: true,
      betweenness: true,
      consistentColouring: true,
    });
  });

  it('of 3 steps is the only rising one that does', () => {
    expect([...rising(3)].filter(keepsAll).map(drawn)).toEqual([drawn(matrix(3))]);
  });

  it('of 5 steps is, of the three rising ones that do, the one with middle × middle at Medium', () => {
    const kept = [...rising(5)].filter(keepsAll);
    expect(kept).toHaveLength(3);
    expect(kept.filter((colouring) => colouring[2]?.[2] === 'medium').map(drawn)).toEqual([drawn(matrix(5))]);
  });

  it('does not follow the sketch, which lets a line pass from green to red at a corner', () => {
    expect(axioms(SKETCH)).toMatchObject({
      noRedBesideGreen: true,
      weakConsistency: true,
      betweenness: false,
    });
  });

  it.each([
    { says: 'red beside green', rows: ['L H H', 'L M H', 'L L L'], broken: 'noRedBesideGreen' },
    {
      says: 'a red that may be less than a green',
      rows: ['L M H', 'L H M', 'L L L'],
      broken: 'weakConsistency',
    },
    {
      says: 'a red withheld',
      rows: ['L M M M H', 'L M H H H', 'L M M H H', 'L L M M M', 'L L L L L'],
      broken: 'consistentColouring',
    },
  ])('$says is noticed', ({ rows, broken }) => {
    expect(axioms(parse(rows))).toMatchObject({ [broken]: false });
  });

  it.each(SCALES)('of %s steps treats both axes alike and never falls along one', (scale) => {
    for (const probability of steps(scale)) {
      for (const impact of steps(scale)) {
        const level = levelOf(probability, impact, scale);
        expect(levelOf(impact, probability, scale)).toBe(level);
        if (impact > 1) {
          expect(LEVELS.indexOf(level)).toBeLessThanOrEqual(
            LEVELS.indexOf(levelOf(probability, impact - 1, scale)),
          );
        }
      }
    }
  });

  it.each([
    [0, 1],
    [4, 1],
    [1, 4],
    [1.5, 1],
  ])('has no place %s, %s', (probability, impact) => {
    expect(() => levelOf(probability, impact, 3)).toThrow(RangeError);
  });
});

describe('rankByLevel', () => {
  it('ranks by level alone; equal levels share a rank and are read in the order of their numbers', () => {
    const risks = buildRisks([
      exposure(1, 1),
      exposure(2, 3),
      exposure(3, 3),
      exposure(2, 2),
      exposure(3, 1),
    ]);
    expect(
      rankByLevel(risks.toReversed(), 3).map(({ number, level, rank }) => [number, level, rank]),
    ).toEqual([
      [3, 'high', 1],
      [2, 'medium', 2],
      [4, 'medium', 2],
      [1, 'low', 4],
      [5, 'low', 4],
    ]);
  });
});

describe('a change of scale', () => {
  it('says whose level would be another, and what could no longer be told apart', () => {
    const risks = buildRisks([
      exposure(2, 3),
      exposure(3, 3),
      exposure(4, 5, 5),
      exposure(5, 5, 5),
      exposure(2, 3, 5),
    ]);
    expect(scaleEffects(risks.slice(0, 2), 3, 5)).toEqual([
      {
        riskId: 'risk-1',
        from: { probability: 2, impact: 3 },
        to: { probability: 3, impact: 5 },
        levelBefore: 'medium',
        levelAfter: 'high',
        isCoarser: false,
      },
    ]);
    expect(
      scaleEffects(risks.slice(2), 5, 3).map((effect) => [
        effect.riskId,
        effect.levelBefore,
        effect.levelAfter,
        effect.isCoarser,
      ]),
    ).toEqual([
      ['risk-3', 'high', 'high', true],
      ['risk-5', 'medium', 'low', true],
    ]);
  });

  it('takes nothing from a rating: back on its own scale it is what it was', () => {
    for (const step of steps(5)) {
      const fine = exposure(step, 3, 5);
      levelOn(fine, 3);
      expect(levelOn(fine, 5)).toBe(levelOf(step, 3, 5));
    }
  });
});
