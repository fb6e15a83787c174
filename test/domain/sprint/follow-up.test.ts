import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fanAt, fanOf } from '#src/domain/sprint/fan';
import { followUp } from '#src/domain/sprint/follow-up';
import { closedOutcome } from '#src/domain/sprint/outcome';
import { ageLimit } from '#src/domain/sprint/started-issue';
import { teamPast } from '#src/domain/sprint/team-past';

import { amount, buildRecord, buildRecords, buildStarted } from '../../builders/sprint';

const PAST = teamPast(buildRecords([21, 21, 24, 18, 21, 24, 18]), [], 'points');
const NONE = teamPast([], [], 'points');

/** Halfway through a sprint of two weeks. */
const HALF = new Date('2026-07-08T09:00:00.000Z');
const WINDOW = {
  startDate: '2026-07-01T09:00:00.000Z',
  completeDate: HALF.toISOString(),
};
const END = '2026-07-15T09:00:00.000Z';

const running = (change: Parameters<typeof buildRecord>[1], issues = [buildStarted('EK-1')]) => ({
  record: buildRecord(20, { ...WINDOW, ...change }),
  issues,
  endDate: END,
  availability: 1,
});

describe('a sprint that runs', () => {
  it.each([
    ['as-usual', { delivered: amount(10) }, PAST],
    ['behind', { delivered: amount(1) }, PAST],
    ['ahead', { delivered: amount(30) }, PAST],
    ['scope-grew', { delivered: amount(10), added: amount(3) }, PAST],
    ['behind', { delivered: amount(1), added: amount(3) }, PAST],
    ['no-history', { delivered: amount(1), added: amount(3) }, NONE],
    // Three sprints say what is usually added, and too little of what is usually delivered.
    [
      'scope-grew',
      { delivered: amount(0), added: amount(3) },
      teamPast(buildRecords([1, 2, 3]), [], 'points'),
    ],
  ] as const)('is %s: %#', (verdict, change, past) => {
    expect(followUp(running(change), past, HALF).verdict).toBe(verdict);
  });

  it('has its figures beside what is usual, and unknown ones as such', () => {
    const record = { added: amount(5), carriedIn: amount(6), delivered: amount(9), carriedOver: amount(12) };
    expect(followUp(running(record), PAST, HALF)).toMatchObject({
      elapsed: 0.5,
      committed: { amount: 21, items: 7 },
      added: { now: { amount: 5, items: 2 }, usual: { lowest: 0, middle: 0, highest: 0, sprints: 7 } },
      carriedIn: { now: { amount: 6, items: 2 } },
      delivered: { amount: 9, items: 3 },
      remaining: { amount: 12, items: 4 },
    });
    expect(followUp(running(record), NONE, HALF)).toMatchObject({
      added: { usual: null },
      ageLimitDays: null,
      fan: null,
    });
  });

  it('has a course of steps that ends now', () => {
    const deliveries = [
      { at: 0.25, points: 3 },
      { at: 1, points: 5 },
    ];
    expect(followUp(running({ deliveries }), PAST, HALF).course).toEqual([
      { at: 0, amount: 0 },
      { at: 0.125, amount: 3 },
      { at: 0.5, amount: 8 },
      { at: 0.5, amount: 8 },
    ]);
  });

  it.each([
    ['2026-07-20T09:00:00.000Z', END, 1],
    ['2026-06-30T09:00:00.000Z', END, 0],
    ['2026-07-02T09:00:00.000Z', null, 1],
  ])('has used up a share of its time: at %s until %s', (now, endDate, elapsed) => {
    expect(followUp({ ...running({}), endDate }, PAST, new Date(now)).elapsed).toBe(elapsed);
  });

  it('ages what is under way beyond most of the done issues of the team', () => {
    const limit = ageLimit(PAST.records)!;
    const old = new Date(HALF.getTime() - (limit + 0.1) * 86_400_000).toISOString();
    const young = new Date(HALF.getTime() - (limit - 0.1) * 86_400_000).toISOString();
    const issues = [
      buildStarted('EK-1', { startedWork: old }),
      buildStarted('EK-2', { startedWork: young }),
      buildStarted('EK-3', { startedWork: null }),
      buildStarted('EK-4', { startedWork: old, list: 'completed' }),
      buildStarted('EK-5', { startedWork: old, list: 'removed' }),
    ];
    const judged = followUp(running({}, issues), PAST, HALF);
    expect(judged.issues.map(({ key, isAgeing }) => [key, isAgeing])).toEqual([
      ['EK-1', true],
      ['EK-2', false],
      ['EK-3', false],
      ['EK-4', false],
      ['EK-5', false],
    ]);
    expect(judged.issues.map(({ ageDays }) => ageDays !== null)).toEqual([true, true, false, false, false]);
  });

  it('ages nothing with fewer than ten done issues', () => {
    const few = [buildRecord(1, { cycleDays: [1, 2, 3, 4, 5, 6, 7, 8, 9] })];
    expect(ageLimit(few)).toBeNull();
    expect(ageLimit([...few, buildRecord(2, { cycleDays: [10] })])).toBeCloseTo(8.65);
    expect(ageLimit([buildRecord(1, { cycleDays: Array.from({ length: 12 }, () => 0) })])).toBeNull();
  });
});

describe('the fan', () => {
  const likely = { p15: 14, p50: 21, p85: 30 };

  it('needs as much history as a forecast', () => {
    expect(fanOf(buildRecords([1, 2, 3, 4]), likely, 'points')).toBeNull();
    expect(fanOf(buildRecords([1, 2, 3, 4, 5]), null, 'points')).toBeNull();
  });

  it('neither falls nor crosses, and ends where the forecast does', () => {
    const deliveries = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), points: fc.integer({ min: 0, max: 13 }) }),
      { maxLength: 12 },
    );
    const amounts = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(deliveries, { minLength: 5, maxLength: 10 }),
        fc.tuple(amounts, amounts, amounts),
        (sprints, levels) => {
          const [p15, p50, p85] = levels.sort((a, b) => a - b);
          const records = sprints.map((each, index) => buildRecord(index + 1, { deliveries: each }));
          const fan = fanOf(records, { p15: p15, p50: p50, p85: p85 }, 'points')!;
          expect(fan).toHaveLength(11);
          expect(fan.at(-1)).toEqual({ at: 1, p15, p50, p85 });
          fan.forEach((point, index) => {
            expect(point.p15).toBeLessThanOrEqual(point.p50);
            expect(point.p50).toBeLessThanOrEqual(point.p85);
            for (const level of ['p15', 'p50', 'p85'] as const)
              expect(point[level]).toBeGreaterThanOrEqual(fan[index - 1]?.[level] ?? 0);
          });
        },
      ),
    );
  });

  it('lies between its tenths', () => {
    const fan = fanOf(PAST.records, likely, 'points')!;
    expect(fanAt(fan, 1)).toEqual(likely);
    expect(fanAt(fan, 0.55).p50).toBeCloseTo((fan[5]!.p50 + fan[6]!.p50) / 2, 9);
    expect(fanAt(fan, -1)).toEqual(fanAt(fan, 0));
  });
});

describe("a team's past", () => {
  const approximate = [11, 12, 13, 14, 15].map((points, index) => ({ sprintId: index + 1, amount: points }));

  it('is exact with five records, approximate without, and none with too little of both', () => {
    expect(teamPast(buildRecords([1, 2, 3, 4, 5]), approximate, 'points')).toMatchObject({
      quality: 'exact',
    });
    const mixed = teamPast(buildRecords([1, 2]), approximate, 'points');
    expect(mixed.quality).toBe('approximate');
    expect(mixed.history.map(({ delivered }) => delivered)).toEqual([1, 2, 13, 14, 15]);
    expect(mixed.history.map(({ committed }) => committed)).toEqual([1, 2, 0, 0, 0]);
    expect(teamPast(buildRecords([1, 2]), approximate.slice(2), 'points')).toMatchObject({
      quality: 'none',
      history: [],
    });
  });

  it('leaves out sprints that had nothing in them', () => {
    const empty = buildRecord(9, {
      committed: amount(0),
      delivered: amount(0),
      deliveries: [],
      cycleDays: [],
    });
    expect(teamPast([empty, ...buildRecords([4])], [], 'points').records).toHaveLength(1);
  });

  it('counts issues where the board does', () => {
    const { figures } = teamPast([buildRecord(1, { reestimated: { points: 4, items: 2 } })], [], 'items');
    expect(figures[0]).toMatchObject({
      delivered: { amount: 7, items: 7 },
      reestimated: { amount: 0, items: 0 },
    });
  });
});

describe('a closed sprint', () => {
  it('is compared with the others, from three on', () => {
    const records = buildRecords([10, 20, 30, 40]);
    const outcome = closedOutcome(records[3]!, [buildStarted('EK-1')], teamPast(records, [], 'points'));
    expect(outcome.figures.delivered.amount).toBe(40);
    expect(outcome.usual?.delivered).toEqual({ lowest: 10, middle: 20, highest: 30, sprints: 3 });
    expect(outcome.issues[0]).toMatchObject({ ageDays: null, isAgeing: false });
    expect(closedOutcome(records[0]!, [], teamPast(records.slice(0, 3), [], 'points')).usual).toBeNull();
  });
});
