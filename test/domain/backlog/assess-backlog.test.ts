import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessBacklog, type BacklogReading } from '#src/domain/backlog/assess-backlog';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { buildBacklog, buildBlocker, buildHistory } from '../../builders/issue';

/** A team that delivers 10 points and 4 items in each sprint. */
const STEADY = buildHistory([10, 10, 10, 10, 10], [4, 4, 4, 4, 4]);
const BLOCKED: Partial<BacklogIssue> = { blockers: [buildBlocker()] };

function assess(issues: readonly Partial<BacklogIssue>[], reading: Partial<BacklogReading> = {}) {
  return assessBacklog({
    issues: buildBacklog(issues),
    isWholeBacklog: true,
    history: STEADY,
    unit: 'points',
    estimationField: 'Story Points',
    now: new Date('2026-11-24T09:00:00.000Z'),
    ...reading,
  });
}

describe('assessBacklog', () => {
  it('walks ready work in rank order, over holes, and measures it in sprints', () => {
    const answer = assess([{ estimate: 5 }, { estimate: 3 }, { estimate: 5, ...BLOCKED }, { estimate: 4 }]);
    expect(answer).toMatchObject({
      ready: { amount: 12, items: 3 },
      depth: { amount: 8, items: 2 },
      firstHole: 'AUR-3',
      runway: { p50: 1.2, p85: 1.2, isLowerBound: false },
      band: 'amber',
      shortBy: 8,
      demand: { one: { p50: 10, p85: 10 }, two: { p50: 20, p85: 20 }, five: { p50: 50, p85: 50 } },
      history: { required: 5, delivered: STEADY.map(({ sprintId }) => ({ sprintId, amount: 10 })) },
    });
  });

  it('says of each issue how wide it is, where it starts and whether it is ready', () => {
    const answer = assess([{ estimate: 10 }, { estimate: null }, { estimate: 5 }, { estimate: 5 }, {}]);
    expect(answer.issues.map(({ width, horizon, isReady }) => [width, horizon, isReady])).toEqual([
      [10, 'next', true],
      [5, 'after', false],
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
    const answer = assess([{ estimate: 5 }, { estimate: null }], { history: STEADY.slice(1) });
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
      runway: { p85: 1.25 },
      history: { delivered: STEADY.map(({ sprintId }) => ({ sprintId, amount: 4 })) },
    });
    expect(answer.issues.map(({ width, horizon }) => [width, horizon])).toEqual([
      [1, 'next'],
      [1, 'next'],
      [1, 'next'],
      [1, 'next'],
      [1, 'after'],
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
    expect(assess([{ estimate: 9 }], part).runway).toMatchObject({ p85: 0.9, isLowerBound: true });
    expect(assess([{ estimate: 9 }, BLOCKED], part).runway).toMatchObject({ p85: 0.9, isLowerBound: false });
    expect(assess([{ estimate: 9 }]).runway).toMatchObject({ p85: 0.9, isLowerBound: false });
  });

  it('takes the settings of the team', () => {
    const issues = buildBacklog([{ estimate: null }]);
    const settings = {
      ...DEFAULT_SETTINGS,
      'missing-estimate': { ...DEFAULT_SETTINGS['missing-estimate'], enabled: false },
    };
    const reading: BacklogReading = {
      issues,
      isWholeBacklog: true,
      history: STEADY,
      unit: 'points',
      estimationField: 'Story Points',
      now: new Date('2026-11-24T09:00:00.000Z'),
    };
    expect(assessBacklog(reading, settings)).toMatchObject({
      firstHole: null,
      ready: { amount: 0, items: 1 },
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
        expect(assessed[depth.items]?.issue.key ?? null).toBe(firstHole);
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
        expect(large.runway?.p85).toBeCloseTo(small.runway?.p85 ?? 0, 9);
        expect(large.issues.map(({ horizon }) => horizon)).toEqual(
          small.issues.map(({ horizon }) => horizon),
        );
      }),
    );
  });
});
