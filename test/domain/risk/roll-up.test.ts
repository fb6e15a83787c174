import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '#src/domain/risk/calendar';
import { rollUp } from '#src/domain/risk/roll-up';
import { figuresOf, summaryOf, withRisk } from '#src/domain/risk/summary';
import { mergeTrends, withTrendPoint, type TrendPoint } from '#src/domain/risk/trend';
import type { Risk } from '#src/domain/risk/risk';
import { act, buildRegister, buildRisk, buildRisks, exposure, TODAY } from '../../builders/risk';

const HIGH = exposure(3, 3);
const LOW = exposure(1, 1);
const summary = (risks: readonly Partial<Risk>[], changes: Parameters<typeof buildRegister>[0] = {}) =>
  summaryOf(buildRegister(changes), buildRisks(risks));
const written = (on: string): Partial<Risk> => ({ created: act(on), ratedOn: on });

describe('summaryOf', () => {
  it('holds counts, ids and days, alike ones together', () => {
    expect(
      summary([
        {},
        {},
        { ...HIGH, ownerId: null },
        { state: { kind: 'closed', on: TODAY } },
        { deleted: act() },
      ]),
    ).toEqual({
      registerId: 'register-1',
      scale: 3,
      cells: [0, 0, 0, 0, 2, 0, 0, 0, 1],
      load: [
        { ownerId: 'maria', level: 'medium', dueOn: '2026-12-08', count: 2 },
        { ownerId: null, level: 'high', dueOn: '2026-12-01', count: 1 },
      ],
      over: 1,
      lastReviewOn: null,
    });
  });

  it.each([
    ['2026-12-01', 0, 0],
    ['2026-12-02', 1, 1],
    ['2026-12-08', 1, 7],
    ['2026-12-09', 3, 8],
  ])('knows on %s that %s are overdue, though nobody wrote since', (today, overdue, daysOverdue) => {
    expect(figuresOf(summary([{}, {}, HIGH]).load, today)).toMatchObject({ live: 3, overdue, daysOverdue });
  });
});

describe('withRisk', () => {
  const risk = fc
    .record({
      probability: fc.integer({ min: 1, max: 3 }),
      impact: fc.integer({ min: 1, max: 3 }),
      ownerId: fc.constantFrom('maria', 'jonas', null),
      day: fc.integer({ min: 0, max: 5 }),
      end: fc.constantFrom('live', 'live', 'live', 'closed', 'deleted'),
    })
    .map(({ probability, impact, ownerId, day, end }) => {
      const on = addDays(TODAY, day);
      return buildRisk({
        ...exposure(probability, impact),
        ownerId,
        ...written(on),
        ...(end === 'closed' && { state: { kind: 'closed' as const, on } }),
        ...(end === 'deleted' && { deleted: act(on) }),
      });
    });

  it('after any changes says what summing up anew would say', () => {
    const sorted = (one: ReturnType<typeof summaryOf>) => ({
      ...one,
      load: [...one.load].map((each) => JSON.stringify(each)).sort(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(risk, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (lives) => {
        const register = buildRegister();
        let kept = summaryOf(register, []);
        for (const life of lives) {
          life.forEach((now, index) => {
            kept = withRisk(kept, life[index - 1] ?? null, now, register);
          });
        }
        expect(sorted(kept)).toEqual(
          sorted(
            summaryOf(
              register,
              lives.map((life) => life.at(-1)!),
            ),
          ),
        );
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('rollUp', () => {
  const one = summary([HIGH, { ownerId: 'jonas' }, { ownerId: null }], { id: 'one' });
  const two = summary([LOW, { ...HIGH, ...written('2026-11-10') }], { id: 'two' });

  it('adds registers up, most overdue first', () => {
    const all = rollUp([one, two], TODAY);
    expect(all).toMatchObject({
      live: 5,
      levels: { high: 2, medium: 2, low: 1 },
      overdue: 1,
      daysOverdue: 7,
      scale: 3,
    });
    expect(all.registers.map(({ registerId, live, overdue }) => [registerId, live, overdue])).toEqual([
      ['two', 2, 1],
      ['one', 3, 0],
    ]);
    expect(all.owners.map(({ ownerId, live, overdue }) => [ownerId, live, overdue])).toEqual([
      [null, 1, 0],
      ['maria', 3, 1],
      ['jonas', 1, 0],
    ]);
    expect(all.cells.map((row) => row.map(({ count }) => count))).toEqual([
      [0, 0, 2],
      [0, 2, 0],
      [1, 0, 0],
    ]);
  });

  it('draws five steps where all registers have five, and three where they differ', () => {
    const fine = summary([exposure(4, 4, 5), exposure(2, 3, 5)], { id: 'fine', scale: 5 });
    expect(rollUp([fine], TODAY)).toMatchObject({ scale: 5, levels: { high: 1, medium: 1, low: 0 } });
    const mixed = rollUp([fine, one], TODAY);
    expect(mixed).toMatchObject({ scale: 3, levels: { high: 2, medium: 3, low: 0 } });
    expect(mixed.cells.map((row) => row.map(({ count }) => count))).toEqual([
      [0, 0, 2],
      [0, 2, 0],
      [0, 1, 0],
    ]);
  });

  it('is empty over nothing', () => {
    expect(rollUp([], TODAY)).toMatchObject({
      live: 0,
      overdue: 0,
      daysOverdue: 0,
      registers: [],
      owners: [],
      scale: 3,
    });
  });

  it('takes 200 registers of 50 risks from their summaries, which are small', () => {
    const owners = ['a', 'b', 'c', 'd', 'e', 'f'];
    const big = summary(
      Array.from({ length: 50 }, (_, index) => ({
        ...exposure((index % 3) + 1, (index % 2) + 1),
        ownerId: owners[index % 6]!,
        ...written(addDays(TODAY, -7 * (index % 4))),
      })),
    );
    expect(JSON.stringify(big).length).toBeLessThan(5_000);
    const many = Array.from({ length: 200 }, (_, index) => ({ ...big, registerId: `r${index}` }));
    expect(rollUp(many, TODAY)).toMatchObject({ live: 10_000 });
  });
});

describe('trends', () => {
  const point = (week: string, high: number, overdue = 0): TrendPoint => ({
    week,
    levels: { high, medium: 0, low: 0 },
    overdue,
  });

  it('keep one point a week, the last written', () => {
    const monday = withTrendPoint([point('2026-11-16', 5)], summary([HIGH]), '2026-11-23');
    const sunday = withTrendPoint(monday, summary([HIGH, HIGH]), '2026-11-29');
    expect(sunday).toEqual([point('2026-11-16', 5), point('2026-11-23', 2)]);
    expect(withTrendPoint(sunday, summary([]), '2026-11-30').at(-1)).toEqual(point('2026-11-30', 0));
  });

  it('keep a year', () => {
    const year = Array.from({ length: 60 }, (_, index) => point(addDays('2025-01-06', index * 7), index));
    expect(withTrendPoint(year, summary([]), TODAY)).toHaveLength(53);
  });

  it('of several registers add up; what was not written counts as it was last', () => {
    const one = [point('2026-11-02', 1), point('2026-11-16', 3, 1)];
    const two = [point('2026-11-09', 10)];
    expect(mergeTrends([one, two], 12, TODAY)).toEqual([
      point('2026-11-02', 1),
      point('2026-11-09', 11),
      point('2026-11-16', 13, 1),
      point('2026-11-23', 13, 1),
    ]);
    expect(mergeTrends([one, two], 2, TODAY).map(({ week }) => week)).toEqual(['2026-11-16', '2026-11-23']);
    expect(mergeTrends([], 4, TODAY)).toEqual([point('2026-11-23', 0)]);
  });
});
