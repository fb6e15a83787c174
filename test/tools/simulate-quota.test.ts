import { describe, expect, test } from 'vitest';

import { createRandom } from '#sandbox/demo/random';
import { costsOf, MEASURED, type Costs } from '#tools/quota/costs';
import { boardsWithin, peakOf, roomIn } from '#tools/quota/room';
import { HOURS, pointsOfWeek } from '#tools/quota/working-week';

const SEED = 7;
const times = (factor: number): Costs =>
  Object.fromEntries(
    Object.entries(MEASURED).map(([act, points]) => [act, points * factor]),
  ) as unknown as Costs;

describe('a working week', () => {
  test('spends in the working hours of where the site is, and nearly nothing at the weekend', () => {
    const week = pointsOfWeek({ boards: 50, offset: 9 }, MEASURED, createRandom(SEED));
    expect(week).toHaveLength(HOURS);
    const weekend = week.slice(5 * 24, 6 * 24);
    expect(Math.max(...weekend)).toBeLessThanOrEqual(50 * MEASURED.trend);
    // Nine o'clock there is midnight in UTC.
    expect(week[0]).toBeGreaterThan(week[12] ?? Infinity);
  });

  test('counts every board once a day, whatever else happens', () => {
    const costs = { ...times(0), trend: 2 };
    const week = pointsOfWeek({ boards: 40, offset: -5 }, costs, createRandom(SEED));
    expect(week.reduce((sum, points) => sum + points, 0)).toBe(40 * 7 * 2);
  });
});

describe('the room in a quota', () => {
  test('no hour is over it, and one more site would not have fitted', () => {
    const { week, tenants, boards } = roomIn(20_000, MEASURED, SEED);
    expect(Math.max(...week)).toBeLessThanOrEqual(20_000);
    expect(boards).toBeGreaterThanOrEqual(tenants);
    expect(roomIn(Math.max(...week), MEASURED, SEED)).toEqual(roomIn(20_000, MEASURED, SEED));
    expect(roomIn(Math.max(...week) - 1, MEASURED, SEED).tenants).toBeLessThan(tenants);
  });

  test('depends on quota and costs alone: double both, and the same sites fit', () => {
    expect(roomIn(40_000, times(2), SEED).tenants).toBe(roomIn(20_000, MEASURED, SEED).tenants);
  });
});

describe('a limit for each site', () => {
  test('is reached between the last number of boards within it and the next', () => {
    const within = boardsWithin(6_500, MEASURED, SEED, 50);
    expect(peakOf(within, 6_500, MEASURED, SEED, 50).median).toBeLessThanOrEqual(6_500);
    expect(peakOf(within + 1, 6_500, MEASURED, SEED, 50).median).toBeGreaterThan(6_500);
  });

  test('below what one board needs lets none in', () => {
    expect(boardsWithin(1, MEASURED, SEED, 20)).toBe(0);
  });
});

describe('costs from a bench', () => {
  const opened = (cold: number, warm: number) => ({ cold: { points: cold }, warm: { points: warm } });
  const bench = {
    panel: { 1000: { coldPoints: 120, warmPoints: 3 }, 10000: { coldPoints: 130, warmPoints: 3 } },
    sprint: { future: opened(100, 40), active: opened(90, 90) },
    history: { first: { points: 800 } },
  };

  test('are those of its smallest board', () => {
    expect(costsOf(bench)).toMatchObject({
      panelRead: 120,
      plannedSprintAgain: 40,
      activeSprint: 90,
      pastOnce: 800,
    });
  });

  test.each([[{}], [null], [{ ...bench, panel: {} }], [{ ...bench, history: { first: {} } }]])(
    'are refused when something is missing: %j',
    (broken) => {
      expect(() => costsOf(broken)).toThrow(/not what "npm run bench -- --json" prints/);
    },
  );
});
