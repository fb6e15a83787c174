import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessBacklog, type BacklogReading } from '#src/domain/backlog/assess-backlog';
import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { fortnightsBefore } from '#src/domain/capacity/fortnights';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import { buildBacklog, buildBlocker, buildHistory, buildParent, PRIORITIES } from '../../builders/issue';
import { onlyChecks } from '../../builders/settings';
import { twentyInTwo } from '../../builders/twenty-in-two';

/** One sprint ends at 10.51 points and 4.2 items, two at 20 and 8. */
const STEADY = twentyInTwo();
const near = (value: number, digits: number) => expect.closeTo(value, digits) as unknown;
const BLOCKED: Partial<BacklogIssue> = { blockers: [buildBlocker()] };

/** The checks that decide whether an issue is ready. */
const DECIDING = onlyChecks('missing-estimate', 'oversized', 'open-blocker');

function assess(
  issues: readonly Partial<BacklogIssue>[],
  reading: Partial<BacklogReading> = {},
  settings = DECIDING,
) {
  const usual: BacklogReading = {
    issues: buildBacklog(issues),
    isWholeBacklog: true,
    history: STEADY,
    period: 'sprint',
    unit: 'points',
    priorities: PRIORITIES,
    now: new Date('2026-11-24T09:00:00.000Z'),
  };
  return assessBacklog({ ...usual, ...reading }, settings);
}

describe('assessBacklog', () => {
  it('walks ready work in rank order, over holes, and measures it in sprints', () => {
    const answer = assess([{ estimate: 5 }, { estimate: 3 }, { estimate: 5, ...BLOCKED }, { estimate: 4 }]);
    expect(answer).toMatchObject({
      ready: { amount: 12, items: 3 },
      depth: { amount: 8, items: 2 },
      firstHole: 'AUR-3',
      runway: { p50: near(1.79, 2), p85: near(1.19, 2), isLowerBound: false },
      band: 'amber',
      shortBy: 8,
      demand: { one: { p85: near(10.11, 2) }, two: { p50: near(13.46, 2), p85: 20 } },
      history: {
        required: 5,
        period: 'sprint',
        delivered: STEADY.map(({ sprintId, deliveredPoints: amount }) => ({ sprintId, amount })),
        days: 14,
      },
    });
  });

  it('says of each issue how wide it is, where it starts and whether it is ready', () => {
    const answer = assess([{ estimate: 10 }, { estimate: null }, { estimate: 5 }, { estimate: 5 }, {}]);
    expect(answer.issues.map(({ width, horizon, isReady }) => [width, horizon, isReady])).toEqual([
      [10, 'next', true],
      [5, 'next', false],
      [5, 'after', true],
      [5, 'beyond', true],
      [3, 'beyond', true],
    ]);
  });

  it('is critical of a missing estimate up to two sprints, and warns beyond', () => {
    const work = [{ estimate: 10 }, { estimate: 10 }, { estimate: null }];
    const { issues, firstHole } = assess(work, { history: buildHistory([10, 10, 10, 10, 12]) });
    expect(issues[2]).toMatchObject({ horizon: 'after', findings: [{ severity: 'critical' }] });
    expect(firstHole).toBe('AUR-3');
    const beyond = assess(work);
    expect(beyond.issues[2]).toMatchObject({ horizon: 'beyond', findings: [{ severity: 'warn' }] });
    expect(beyond.firstHole).toBeNull();
  });

  it('adds nothing for a ready issue whose estimate is empty', () => {
    const work = [{ estimate: 10 }, { estimate: 10 }, { estimate: null }];
    expect(assess(work)).toMatchObject({ ready: { amount: 20, items: 3 } });
  });

  it('gives stock but no figures in sprints with too little history', () => {
    const answer = assess([{ estimate: 5 }, { estimate: null }], { history: STEADY.slice(0, 4) });
    expect(answer).toMatchObject({
      demand: null,
      runway: null,
      band: null,
      shortBy: null,
      ready: { amount: 5, items: 1 },
      depth: { amount: 5, items: 1 },
      firstHole: 'AUR-2',
      history: { required: 5, delivered: [{ amount: 10 }, { amount: 10 }, { amount: 10 }, { amount: 10 }] },
    });
    expect(answer.issues[1]).toMatchObject({ horizon: null, findings: [{ severity: 'critical' }] });
    expect(answer.issues[0]?.undecided).toEqual([{ check: 'oversized', reason: 'too-little-history' }]);
  });

  it('gives no figures in sprints when nothing was ever delivered', () => {
    expect(assess([{}], { history: buildHistory([0, 0, 0, 0, 0]) })).toMatchObject({
      demand: null,
      runway: null,
    });
  });

  it('counts issues where the board does, whatever their estimates', () => {
    const answer = assess([{ estimate: 8 }, { estimate: null }, { estimate: null, ...BLOCKED }, {}, {}, {}], {
      unit: 'items',
    });
    expect(answer).toMatchObject({
      ready: { amount: 5, items: 5 },
      depth: { amount: 2, items: 2 },
      runway: { p85: near(1.24, 2) },
      history: { delivered: STEADY.map(({ sprintId, deliveredItems: amount }) => ({ sprintId, amount })) },
    });
    expect(answer.issues.map(({ width, horizon }) => [width, horizon])).toEqual([
      [1, 'next'],
      [1, 'next'],
      [1, 'next'],
      [1, 'next'],
      [1, 'next'],
      [1, 'after'],
    ]);
    expect(answer.issues.flatMap(({ findings }) => findings.map(({ check }) => check))).toEqual([
      'open-blocker',
    ]);
  });

  it('has an answer for an empty backlog', () => {
    expect(assess([])).toMatchObject({
      issues: [],
      ready: { amount: 0, items: 0 },
      depth: { amount: 0, items: 0 },
      firstHole: null,
      runway: { p50: 0, p85: 0, isLowerBound: false },
      band: 'red',
      shortBy: 20,
    });
  });

  it('takes its runway for a lower bound when all that was read is ready and more follows', () => {
    const part = { isWholeBacklog: false };
    expect(assess([{ estimate: 9 }], part).runway).toMatchObject({
      p85: near(0.891, 3),
      isLowerBound: true,
    });
    expect(assess([{ estimate: 9 }, BLOCKED], part).runway).toMatchObject({
      p85: near(0.891, 3),
      isLowerBound: false,
    });
    expect(assess([{ estimate: 9 }]).runway).toMatchObject({
      p85: near(0.891, 3),
      isLowerBound: false,
    });
  });

  it('takes the settings of the team', () => {
    const work = [{ estimate: null }];
    expect(assess(work).firstHole).toBe('AUR-1');
    expect(assess(work, {}, onlyChecks('open-blocker'))).toMatchObject({
      firstHole: null,
      ready: { amount: 0, items: 1 },
    });
  });

  it('runs every check as it comes when nobody says otherwise', () => {
    const reading: BacklogReading = {
      issues: buildBacklog([{ estimate: null, summary: 'TBD' }]),
      isWholeBacklog: true,
      history: STEADY,
      period: 'sprint',
      unit: 'points',
      priorities: PRIORITIES,
      now: new Date('2026-11-24T09:00:00.000Z'),
    };
    expect(assessBacklog(reading)).toEqual(assessBacklog(reading, DEFAULT_SETTINGS));
  });

  it('keeps ids and numbers of an issue, and no word of it', () => {
    const [row] = assess([
      {
        summary: 'Secret plan',
        sprint: { id: 12, name: 'Aurora 12' },
        parent: buildParent(),
        assigneeId: 'account-1',
        issueType: { name: 'Bug', level: 0 },
        blockers: [buildBlocker()],
      },
    ]).issues;
    expect(row).toMatchObject({
      id: '10001',
      key: 'AUR-1',
      level: 0,
      estimate: 3,
      sprintId: 12,
      parentId: '9001',
      assigneeId: 'account-1',
      priorityId: '3',
    });
    expect(JSON.stringify(row)).not.toMatch(/Secret|Aurora|Bug|Invoices|Rotate/);
  });
});

describe('what the checks are told of the board', () => {
  const found = (answer: BacklogAssessment) =>
    answer.issues.map(({ findings }) => findings.map(({ facts }) => facts));

  it('is how many of the team’s done stories said how they are verified', () => {
    const history = STEADY.map((sprint, index) => ({ ...sprint, stories: 4, storiesWithCriteria: index }));
    expect(assess([], { history }).practice).toEqual({ stories: 36, withCriteria: 36 });
    expect(assess([], { history: [...history].reverse() }).practice).toEqual({
      stories: 36,
      withCriteria: 36,
    });
    expect(assess([]).practice).toBeNull();
    expect(assess([], { history: [] }).practice).toBeNull();
  });

  it('is whether it tells issues apart by priority', () => {
    const settings = onlyChecks('default-priority');
    const notes = (...priorityIds: readonly (string | null)[]) =>
      found(
        assess(
          priorityIds.map((priorityId) => ({ priorityId })),
          {},
          settings,
        ),
      );
    expect(notes('3', '3', '3')).toEqual([[], [], []]);
    expect(notes('3', '1', '3')).toEqual([[], [], []]);
    expect(notes('3', '1', '2')).toEqual([[{ priorityId: '3' }], [], []]);
    expect(notes('3', '1', null)).toEqual([[{ priorityId: '3' }], [], []]);
    const unread = assess([{ priorityId: '3' }], { priorities: [] }, settings);
    expect(unread.issues[0]).toMatchObject({
      findings: [],
      undecided: [{ check: 'default-priority', reason: 'priority-not-shown' }],
    });
  });

  it('is what each issue repeats and what outranks it', () => {
    const work = Array.from({ length: 12 }, (_, index): Partial<BacklogIssue> => ({
      priorityId: index === 0 ? '5' : '3',
    }));
    const last = { priorityId: '1', summary: 'Part 1: export invoices as PDF' };
    const { issues } = assess([...work, last], {}, onlyChecks('near-duplicate', 'rank-inversion'));
    expect(issues.at(-1)?.findings).toEqual([
      { check: 'rank-inversion', severity: 'info', facts: { key: 'AUR-1', placesAbove: 12 } },
      { check: 'near-duplicate', severity: 'info', facts: { key: 'AUR-1', isSame: true } },
    ]);
    // Medium is two steps above lowest as well.
    expect(issues[10]?.findings).toEqual([
      { check: 'rank-inversion', severity: 'info', facts: { key: 'AUR-1', placesAbove: 10 } },
    ]);
    expect(issues[9]?.findings).toEqual([]);
  });

  it('is how long its sprints last, and which issues are ready', () => {
    const settings = onlyChecks('missing-estimate', 'stale-ready');
    const work = [
      { updated: '2026-10-01T09:00:00.000Z' },
      { updated: '2026-10-01T09:00:00.000Z', estimate: null },
    ];
    const stale = { check: 'stale-ready', severity: 'warn', facts: { days: 54, limit: 42 } };
    expect(assess(work, {}, settings).issues.map(({ findings }) => findings)).toEqual([
      [stale],
      [{ check: 'missing-estimate', severity: 'critical', facts: {} }],
    ]);
    const young = assess(work, { history: STEADY.slice(0, 1) }, settings);
    expect(young.history.days).toBeNull();
    expect(young.issues[0]?.undecided).toEqual([{ check: 'stale-ready', reason: 'too-little-history' }]);
  });

  it('is where the horizon ends, and whether there is one', () => {
    const updated = '2026-01-01T09:00:00.000Z';
    const work = [{ estimate: 10, updated }, { estimate: 10, updated }, { updated }];
    const settings = onlyChecks('abandoned');
    expect(found(assess(work, {}, settings))).toEqual([[], [], [{ days: 327, limit: 90 }]]);
    const young = assess(work, { history: [] }, settings);
    expect(young.issues.map(({ findings, undecided }) => [findings, undecided])).toEqual(
      work.map(() => [[], [{ check: 'abandoned', reason: 'no-forecast' }]]),
    );
  });

  it('is fortnights on a board without sprints', () => {
    const fortnights = fortnightsBefore(new Date('2026-11-24T09:00:00.000Z'), 6).map(
      ({ number, start, end }, index): SprintOutcome => ({
        sprintId: number,
        startDate: start,
        completeDate: end,
        deliveredPoints: 0,
        deliveredItems: index,
        stories: 0,
        storiesWithCriteria: 0,
      }),
    );
    const answer = assess([{}, {}, {}], { history: fortnights, period: 'fortnight', unit: 'items' });
    expect(answer.history).toMatchObject({ period: 'fortnight', days: 14 });
    expect(answer.history.delivered.map(({ amount }) => amount)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(answer).toMatchObject({
      ready: { amount: 3, items: 3 },
      demand: { one: { p50: near(3.26, 2), p85: near(5.66, 2) } },
    });
  });
});

describe('any backlog', () => {
  const issue = fc.record<Partial<BacklogIssue>>({
    estimate: fc.option(fc.integer({ min: 0, max: 26 }).map((half) => half / 2)),
    blockers: fc.boolean().map((isBlocked) => (isBlocked ? [buildBlocker()] : [])),
  });
  const backlogs = fc.array(issue, { maxLength: 40 });
  const histories = fc
    .array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
    .map((points) => buildHistory(points));

  it('is never deeper than it is ready, and its first hole ends the depth', () => {
    fc.assert(
      fc.property(backlogs, histories, (issues, history) => {
        const { depth, ready, firstHole, issues: assessed } = assess(issues, { history });
        expect(depth.amount).toBeLessThanOrEqual(ready.amount);
        expect(depth.items).toBeLessThanOrEqual(ready.items);
        expect(assessed[depth.items]?.key ?? null).toBe(firstHole);
      }),
    );
  });

  it('has no shorter runway for one more ready issue, at the top or at the end', () => {
    fc.assert(
      fc.property(backlogs, histories, fc.integer({ min: 0, max: 9 }), (issues, history, estimate) => {
        const before = assess(issues, { history });
        for (const more of [
          [{ estimate }, ...issues],
          [...issues, { estimate }],
        ]) {
          const after = assess(more, { history });
          // An issue above a whole usual sprint is critical: it may be no ready work at all, but never less than none.
          expect(after.ready.amount).toBeGreaterThanOrEqual(before.ready.amount);
          expect(after.runway?.p85 ?? 0).toBeGreaterThanOrEqual(before.runway?.p85 ?? 0);
          expect(after.runway?.p50 ?? 0).toBeGreaterThanOrEqual(before.runway?.p50 ?? 0);
        }
      }),
    );
  });

  it('does not depend on how large a point is', () => {
    fc.assert(
      fc.property(backlogs, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5 }), (issues, points) => {
        const doubled = issues.map((each) => ({
          ...each,
          estimate: each.estimate == null ? null : each.estimate * 4,
        }));
        const small = assess(issues, { history: buildHistory(points) });
        const large = assess(doubled, { history: buildHistory(points.map((amount) => amount * 4)) });
        fc.pre(issues.some(({ estimate }) => (estimate ?? 0) > 0));
        expect(large.band).toBe(small.band);
        // A forecast is rounded to six decimals, whatever its size.
        expect(large.runway?.p85).toBeCloseTo(small.runway?.p85 ?? 0, 4);
        expect(large.issues.map(({ horizon }) => horizon)).toEqual(
          small.issues.map(({ horizon }) => horizon),
        );
      }),
    );
  });
});
