import { describe, expect, it } from 'vitest';

import { heatMap, moveTo, step } from '#src/domain/risk/heat-map';
import { act, buildRisk, buildRisks, exposure, rating, TODAY } from '../../builders/risk';

describe('heatMap', () => {
  it('puts each live risk in its place, by number', () => {
    const risks = buildRisks([
      exposure(3, 3),
      exposure(1, 2),
      exposure(3, 3),
      { ...exposure(3, 3), state: { kind: 'closed', on: TODAY } },
      { ...exposure(3, 3), deleted: act() },
      exposure(4, 5, 5),
    ]);
    expect(heatMap(risks.toReversed(), 3).map((row) => row.map(({ riskIds }) => riskIds))).toEqual([
      [[], [], ['risk-1', 'risk-3', 'risk-6']],
      [[], [], []],
      [[], ['risk-2'], []],
    ]);
  });

  it('has the places and their levels even when it is empty', () => {
    expect(heatMap([], 3)[0]).toEqual([
      { probability: 3, impact: 1, level: 'low', riskIds: [] },
      { probability: 3, impact: 2, level: 'medium', riskIds: [] },
      { probability: 3, impact: 3, level: 'high', riskIds: [] },
    ]);
    expect(heatMap([], 5)).toHaveLength(5);
  });
});

describe('moveTo', () => {
  it.each([
    [{ probability: 2, impact: 2 }, null],
    [{ probability: 3, impact: 2 }, { probability: rating(3) }],
    [{ probability: 2, impact: 1 }, { impact: rating(1) }],
    [
      { probability: 3, impact: 1 },
      { probability: rating(3), impact: rating(1) },
    ],
  ])('%o is the edit %o', (cell, patch) => {
    expect(moveTo(buildRisk(), cell, 3)).toEqual(patch);
  });

  it('leaves alone the axis on which nothing moves, rated on another scale or not', () => {
    expect(moveTo(buildRisk(exposure(4, 2, 5)), { probability: 3, impact: 3 }, 3)).toEqual({
      impact: rating(3),
    });
  });
});

describe('step', () => {
  it.each([
    ['probability', 1, { probability: 3, impact: 1 }],
    ['probability', -1, { probability: 1, impact: 1 }],
    ['impact', -1, { probability: 2, impact: 1 }],
  ] as const)('along %s by %s', (axis, by, cell) => {
    expect(step({ probability: 2, impact: 1 }, axis, by, 3)).toEqual(cell);
  });
});
