import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { reassessIssue } from '#src/domain/backlog/reassess-issue';
import { buildBacklog, buildBlocker, buildHistory, PRIORITIES } from '../../builders/issue';
import { onlyChecks } from '../../builders/settings';
import { twentyInTwo } from '../../builders/twenty-in-two';

const NOW = new Date('2026-11-24T09:00:00.000Z');
/** Two sprints end at 20 points. */
const STEADY = twentyInTwo();
const LONG_AGO = '2026-01-01T09:00:00.000Z';

/** Every check as it comes, but that few places make an inversion: the backlogs here are short. */
const NEAR: CheckSettings = {
  ...DEFAULT_SETTINGS,
  'rank-inversion': { ...DEFAULT_SETTINGS['rank-inversion'], options: { places: 2 } },
};

const assess = (
  issues: readonly BacklogIssue[],
  settings: CheckSettings = NEAR,
  history = STEADY,
): BacklogAssessment =>
  assessBacklog(
    {
      issues,
      isWholeBacklog: true,
      history,
      period: 'sprint',
      unit: 'points',
      priorities: PRIORITIES,
      now: NOW,
    },
    settings,
  );

/** A backlog before and after one of its issues changed: judged anew as a whole, and by that issue alone. */
function change(
  before: readonly BacklogIssue[],
  place: number,
  changes: Partial<BacklogIssue>,
  settings: CheckSettings = NEAR,
  history = STEADY,
) {
  const issue = { ...before[place]!, ...changes };
  return {
    whole: assess(before.with(place, issue), settings, history),
    alone: reassessIssue(assess(before, settings, history), {
      issue,
      priorities: PRIORITIES,
      settings,
      now: NOW,
    }),
  };
}

const BACKLOG = buildBacklog([
  { estimate: 5, priorityId: '5' },
  { estimate: 3, priorityId: '2', description: null },
  { estimate: null, priorityId: '3' },
  {
    estimate: 8,
    priorityId: '4',
    blockers: [buildBlocker({ key: 'AUR-6', place: { kind: 'in-order', index: 5 } })],
  },
  { estimate: null, priorityId: '3' },
  { estimate: 2, priorityId: '1', summary: 'Export the invoices as PDF, part 1' },
]);

describe('reassessIssue', () => {
  it.each<[string, number, Partial<BacklogIssue>]>([
    ['an estimate is given', 2, { estimate: 3 }],
    ['an estimate is taken away', 0, { estimate: null }],
    ['an estimate grows over a whole sprint', 0, { estimate: 13 }],
    ['an estimate shrinks to nothing', 3, { estimate: 0 }],
    ['an estimate moves others out of the horizon', 1, { estimate: 13 }],
    ['an estimate moves others into the horizon', 3, { estimate: 1 }],
    ['a priority is decided', 2, { priorityId: '1' }],
    ['a priority goes back to the default', 1, { priorityId: '3' }],
    ['a priority no longer outranks others', 0, { priorityId: '1' }],
    ['a blocker is gone', 3, { blockers: [] }],
    ['a blocker comes', 1, { blockers: [buildBlocker()] }],
    ['a description is written', 1, { description: BACKLOG[0]!.description }],
    ['it is touched and nothing else', 5, { updated: NOW.toISOString() }],
  ])('equals a full assessment when %s', (_, place, changes) => {
    const { whole, alone } = change(BACKLOG, place, changes);
    expect(alone).toEqual(whole);
  });

  it('equals a full assessment without a forecast too', () => {
    const { whole, alone } = change(BACKLOG, 2, { estimate: 3 }, NEAR, STEADY.slice(0, 4));
    expect(alone).toEqual(whole);
    expect(alone.demand).toBeNull();
  });

  it('moves horizons, grades and sums of the others', () => {
    const work = buildBacklog([{ estimate: 5 }, { estimate: 5 }, { estimate: null }, { estimate: 5 }]);
    const settings = onlyChecks('missing-estimate');
    const before = assess(work, settings);
    expect(before).toMatchObject({ firstHole: 'AUR-3', ready: { amount: 15, items: 3 }, shortBy: 5 });
    const { alone } = change(work, 0, { estimate: 16 }, settings);
    expect(alone).toMatchObject({
      firstHole: null,
      ready: { amount: 26, items: 4 },
      shortBy: 0,
      band: 'green',
    });
    expect(alone.issues[2]).toMatchObject({
      horizon: 'beyond',
      width: 5,
      isReady: true,
      findings: [{ check: 'missing-estimate', severity: 'warn' }],
    });
  });

  it('says of others what a changed priority means to them', () => {
    const found = ({ issues }: BacklogAssessment) =>
      issues.map(({ findings }) => findings.map(({ check }) => check));
    const settings: CheckSettings = {
      ...onlyChecks('default-priority', 'rank-inversion'),
      'rank-inversion': NEAR['rank-inversion'],
    };
    const work = buildBacklog([
      { priorityId: '5' },
      { priorityId: '3' },
      { priorityId: '2' },
      { priorityId: null },
    ]);
    expect(found(assess(work, settings))).toEqual([[], ['default-priority'], ['rank-inversion'], []]);
    const raised = change(work, 0, { priorityId: '1' }, settings);
    expect(raised.alone).toEqual(raised.whole);
    expect(found(raised.alone)).toEqual([[], ['default-priority'], [], []]);
    const alone = buildBacklog([{ priorityId: '5' }, { priorityId: '3' }, { priorityId: null }]);
    const undone = change(alone, 0, { priorityId: '3' }, settings);
    expect(undone.alone).toEqual(undone.whole);
    expect(undone.alone.issues[2]?.undecided).toEqual([]);
  });

  it("keeps to the team's severity, and to what it switched off", () => {
    const severe: CheckSettings = {
      ...DEFAULT_SETTINGS,
      'missing-estimate': { ...DEFAULT_SETTINGS['missing-estimate'], severity: 'info' },
    };
    for (const settings of [severe, onlyChecks('open-blocker')]) {
      const { whole, alone } = change(BACKLOG, 1, { estimate: 16 }, settings);
      expect(alone).toEqual(whole);
    }
  });

  it('gives the last assessment itself for an issue that is not part of it', () => {
    const last = assess(BACKLOG);
    const stranger = { ...BACKLOG[0]!, id: '99', key: 'OPS-1' };
    expect(
      reassessIssue(last, { issue: stranger, priorities: PRIORITIES, settings: DEFAULT_SETTINGS, now: NOW }),
    ).toBe(last);
  });

  it('leaves the last assessment as it was', () => {
    const last = assess(BACKLOG);
    const copy = structuredClone(last);
    const issue = { ...BACKLOG[1]!, estimate: 13 };
    reassessIssue(last, { issue, priorities: PRIORITIES, settings: DEFAULT_SETTINGS, now: NOW });
    expect(last).toEqual(copy);
  });

  it('equals a full assessment after any change, of what was touched lately', () => {
    const issues = fc
      .array(
        fc.record({
          estimate: fc.option(fc.integer({ min: 0, max: 13 })),
          priorityId: fc.constantFrom('1', '2', '3', '4', '5', null),
          blockers: fc.boolean().map((isBlocked) => (isBlocked ? [buildBlocker()] : [])),
        }),
        { minLength: 1, maxLength: 25 },
      )
      .map(buildBacklog);
    const changes = fc.oneof(
      fc.record({ estimate: fc.option(fc.integer({ min: 0, max: 20 })) }),
      fc.record({ priorityId: fc.constantFrom('1', '3', '5') }),
      fc.record({ blockers: fc.constantFrom([], [buildBlocker()]) }),
    );
    const histories = fc
      .array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
      .map((list) => buildHistory(list));
    fc.assert(
      fc.property(issues, changes, histories, fc.nat(), (before, changed, history, seed) => {
        const { whole, alone } = change(before, seed % before.length, changed, NEAR, history);
        expect(alone).toEqual(whole);
      }),
    );
  });
});

describe('what waits for the next reading', () => {
  const findingsOf = ({ issues }: BacklogAssessment, place: number) =>
    issues[place]?.findings.map(({ check }) => check);

  it('is that another issue was left behind where it stands now', () => {
    const settings = onlyChecks('abandoned');
    const work = buildBacklog([{ estimate: 5 }, { estimate: 5 }, { estimate: 5, updated: LONG_AGO }]);
    const { whole, alone } = change(work, 0, { estimate: 16 }, settings);
    expect(findingsOf(whole, 2)).toEqual(['abandoned']);
    expect(findingsOf(alone, 2)).toEqual([]);
  });

  it('is what a new summary repeats', () => {
    const work = buildBacklog([{}, {}]);
    const { whole, alone } = change(work, 1, { summary: work[0]!.summary }, onlyChecks('near-duplicate'));
    expect(findingsOf(whole, 1)).toEqual(['near-duplicate']);
    expect(findingsOf(alone, 1)).toEqual([]);
  });

  it('is not what no longer holds where an issue stands now', () => {
    const settings = onlyChecks('missing-estimate', 'abandoned');
    const work = buildBacklog([{ estimate: 16 }, { estimate: 4 }, { estimate: null, updated: LONG_AGO }]);
    expect(findingsOf(assess(work, settings), 2)).toEqual(['missing-estimate', 'abandoned']);
    const { whole, alone } = change(work, 0, { estimate: 1 }, settings);
    expect(alone).toEqual(whole);
    expect(findingsOf(alone, 2)).toEqual(['missing-estimate']);
  });
});
