import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { Finding } from '#src/domain/backlog/finding';
import { planReadiness, type PlanReading, type PlannedIssue } from '#src/domain/sprint/plan';
import { teamPast } from '#src/domain/sprint/team-past';

import { amount, buildPlanned, buildRecord, buildRecords } from '../../builders/sprint';

const EVEN = buildRecords([20, 22, 21, 19, 23, 21, 20, 22]);
const NOBODY_SAID = { people: null, daysOff: 0, serves: null };

function plan(issues: readonly PlannedIssue[], change: Partial<PlanReading> = {}) {
  return planReadiness({
    issues,
    after: [],
    past: teamPast(EVEN, [], 'points'),
    goal: '',
    notes: NOBODY_SAID,
    workingDays: 10,
    ...change,
  });
}

const stories = (count: number, change: Partial<AssessedIssue> = {}) =>
  Array.from({ length: count }, (_, index) => buildPlanned(`EK-${index + 1}`, change));

const blockedBy = (...blockers: { key: string; placesBelow: number | null }[]): Finding => ({
  check: 'open-blocker',
  severity: 'critical',
  facts: { blockers },
});

describe('the verdict of a plan', () => {
  const none = teamPast([], [], 'points');
  it.each([
    ['nothing-planned', plan([])],
    ['nothing-planned', plan([], { past: none })],
    ['ready', plan(stories(5))],
    ['too-much', plan(stories(20))],
    ['not-ready', plan([...stories(4), buildPlanned('EK-9', { isReady: false })])],
    ['not-ready-and-too-much', plan([...stories(20), buildPlanned('EK-99', { isReady: false })])],
    ['no-history', plan(stories(5), { past: none })],
    ['not-ready', plan(stories(5, { isReady: false }), { past: none })],
  ] as const)('%s: %#', (verdict, judged) => {
    expect(judged.verdict).toBe(verdict);
  });
});

describe('the figures of a plan', () => {
  it('count what is planned, what is ready and what has no estimate', () => {
    const judged = plan([
      buildPlanned('EK-1', { estimate: 5 }),
      buildPlanned('EK-2', { estimate: null, isReady: false }),
      buildPlanned('EK-3', { estimate: 0.1 }),
      buildPlanned('EK-4', { estimate: 0.2 }),
    ]);
    expect(judged.planned).toEqual({ amount: 5.3, items: 4 });
    expect(judged.ready).toEqual({ amount: 5.3, items: 3 });
    expect(judged.withoutEstimate).toBe(1);
  });

  it('count issues where the board does, and miss no estimate', () => {
    const judged = plan(stories(4, { estimate: null }), { past: teamPast(EVEN, [], 'items') });
    expect(judged).toMatchObject({ planned: { amount: 4, items: 4 }, withoutEstimate: 0 });
  });

  it('name what is blocked and what is too large, and blockers that are planned later', () => {
    const later = buildPlanned('EK-8', { sprintId: 8 }).assessed;
    const inBacklog = buildPlanned('EK-9', { sprintId: null }).assessed;
    const judged = plan(
      [
        buildPlanned('EK-1', { findings: [blockedBy({ key: 'EK-2', placesBelow: 1 })] }),
        buildPlanned('EK-2', {
          findings: [
            { check: 'oversized', severity: 'warn', facts: { estimate: 13, medianSprint: 21, limit: 10.5 } },
            blockedBy({ key: 'EK-8', placesBelow: 1 }, { key: 'EK-9', placesBelow: 2 }),
          ],
        }),
        buildPlanned('EK-3', { findings: [blockedBy({ key: 'PLAT-7', placesBelow: null })] }),
      ],
      { after: [later, inBacklog] },
    );
    expect(judged.blocked).toEqual(['EK-1', 'EK-2', 'EK-3']);
    expect(judged.oversized).toEqual(['EK-2']);
    expect(judged.blockedByLater).toEqual([
      { key: 'EK-1', blockerKey: 'EK-2' },
      { key: 'EK-2', blockerKey: 'EK-8' },
    ]);
  });

  it('are unknown without history, and not zero', () => {
    const judged = plan(stories(3), { past: teamPast(buildRecords([20, 21]), [], 'points') });
    expect(judged).toMatchObject({
      odds: null,
      growth: null,
      takeOut: { keys: [], amount: 0, chance: null },
    });
    expect(plan(stories(3), { past: teamPast([], [], 'points') }).alike).toBeNull();
  });
});

describe('who holds most of a plan', () => {
  const held = (...holders: (string | null)[]) =>
    holders.map((assigneeId, index) => buildPlanned(`EK-${index + 1}`, { assigneeId }));

  it('is named above 40 %', () => {
    expect(plan(held('ann', 'ann', 'ben', null)).oneHolder).toEqual({ accountId: 'ann', share: 0.5 });
    expect(plan(held('ann', 'ann', 'ben', 'ben', null)).oneHolder).toBeNull();
  });

  it('is weighed by estimates, or by issues where there are none', () => {
    const [one, ...others] = held('ann', 'ben', 'cem', 'dia');
    const heavy = buildPlanned('EK-1', { ...one!.assessed, estimate: 13 });
    expect(plan([heavy, ...others]).oneHolder?.accountId).toBe('ann');
    const bare = held('ann', 'ann', 'ben').map(({ assessed }) =>
      buildPlanned(assessed.key, { ...assessed, estimate: null }),
    );
    expect(plan(bare).oneHolder).toEqual({ accountId: 'ann', share: 0.666667 });
  });

  it('is nobody in plans and teams too small for it, and where nobody is assigned', () => {
    expect(plan(held('ann', 'ann')).oneHolder).toBeNull();
    expect(plan(held(null, null, null)).oneHolder).toBeNull();
    const two = { notes: { ...NOBODY_SAID, people: 2 } };
    expect(plan(held('ann', 'ann', 'ann', 'ben'), two).oneHolder).toBeNull();
  });
});

describe("the goal's share", () => {
  const issues = [
    buildPlanned('EK-1', { estimate: 8, parentId: '900' }),
    buildPlanned('EK-2', { estimate: 2 }, { labels: ['export'] }),
  ];
  const served = (serves: PlanReading['notes']['serves'], of = issues) =>
    plan(of, { notes: { ...NOBODY_SAID, serves } });

  it('is what the chosen epic or label holds of the planned amount', () => {
    const byEpic = served({ kind: 'epic', epicId: '900' });
    expect(byEpic.goal.servedShare).toBe(0.8);
    expect(byEpic.issues.map(({ servesGoal }) => servesGoal)).toEqual([true, false]);
    expect(served({ kind: 'label', label: 'export' }).goal.servedShare).toBe(0.2);
  });

  it('is unknown until somebody chose, and while nothing is planned', () => {
    expect(served(null).goal.servedShare).toBeNull();
    expect(served({ kind: 'label', label: 'export' }, []).goal.servedShare).toBeNull();
  });

  it('goes by issues where nothing is estimated', () => {
    const bare = issues.map((issue) =>
      buildPlanned(issue.assessed.key, { ...issue.assessed, estimate: null }),
    );
    expect(served({ kind: 'epic', epicId: '900' }, bare).goal.servedShare).toBe(0.5);
  });
});

describe('past sprints planned about as large', () => {
  it('are those within a fifth, with what they delivered', () => {
    const records = buildRecords([10, 20, 15, 30, 28], [12, 25, 14, 40, 29]);
    const judged = plan(stories(9), { past: teamPast(records, [], 'points') });
    expect(judged.alike).toEqual({
      planned: { lowest: 25, middle: 27, highest: 29, sprints: 2 },
      delivered: { lowest: 20, middle: 24, highest: 28, sprints: 2 },
    });
  });

  it('say how much scope grew, from three on', () => {
    const grown = [1, 2, 3].map((id) => buildRecord(id, { added: amount(id * 2) }));
    expect(plan(stories(1), { past: teamPast(grown, [], 'points') }).growth).toEqual({
      lowest: 2,
      middle: 4,
      highest: 6,
      sprints: 3,
    });
    expect(plan(stories(1), { past: teamPast(grown.slice(1), [], 'points') }).growth).toBeNull();
  });
});

describe('the odds of a plan', () => {
  const deliveries = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 5, maxLength: 12 });
  const estimates = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 21 })), { maxLength: 30 });
  const planOf = (sizes: readonly (number | null)[], points: readonly number[], change = {}) =>
    plan(
      sizes.map((estimate, index) => buildPlanned(`EK-${index + 1}`, { estimate })),
      { past: teamPast(buildRecords(points), [], 'points'), ...change },
    );

  it('hold together whatever is planned', () => {
    fc.assert(
      fc.property(estimates, deliveries, (sizes, points) => {
        const { odds, takeOut, planned, issues } = planOf(sizes, points);
        if (odds === null) throw new Error('There is history enough.');
        const { p15, p50, p85 } = odds.likely;
        expect(p15).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p85);
        expect(odds.dots).toHaveLength(20);
        expect(odds.dots).toEqual([...odds.dots].sort((a, b) => a - b));
        expect(odds.isOverCommitted).toBe(odds.chance < 0.5);
        // What is taken out comes from the bottom, weighs something, and makes the odds even.
        expect(takeOut.chance).toBeGreaterThanOrEqual(takeOut.keys.length > 0 ? 0.5 : odds.chance);
        expect(takeOut.keys.length > 0).toBe(odds.isOverCommitted);
        const weighing = issues.filter(({ assessed }) => (assessed.estimate ?? 0) > 0).toReversed();
        const taken = weighing.slice(0, takeOut.keys.length);
        expect(takeOut.keys).toEqual(taken.map(({ assessed }) => assessed.key));
        expect(takeOut.amount).toBe(taken.reduce((sum, { assessed }) => sum + (assessed.estimate ?? 0), 0));
        if (odds.evenAt !== null)
          expect(planned.amount - takeOut.amount).toBeLessThanOrEqual(odds.evenAt + 1e-4);
      }),
      { numRuns: 60 },
    );
  });

  it('do not rise with the plan, nor with days off', () => {
    fc.assert(
      fc.property(estimates, deliveries, fc.integer({ min: 1, max: 40 }), (sizes, points, daysOff) => {
        const usual = planOf(sizes, points).odds!;
        expect(planOf([...sizes, 5], points).odds!.chance).toBeLessThanOrEqual(usual.chance);
        const notes = { people: 5, daysOff, serves: null };
        const away = planOf(sizes, points, { notes });
        expect(away.odds!.chance).toBeLessThanOrEqual(usual.chance + 1e-9);
        expect(away.odds!.likely.p50).toBeLessThanOrEqual(usual.likely.p50);
        expect(away.availability).toBeCloseTo(Math.max(0.05, 1 - daysOff / 50), 9);
      }),
      { numRuns: 40 },
    );
  });
});
