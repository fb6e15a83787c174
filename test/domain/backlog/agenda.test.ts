import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import {
  agendaOf,
  DEFAULT_SESSION,
  type Agenda,
  type Refinables,
  type Session,
} from '#src/domain/backlog/agenda';
import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { Finding } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { runwayOf, shortOf } from '#src/domain/backlog/runway';
import { demandOf, type Unit } from '#src/domain/capacity/forecast';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import { buildBacklog, buildBlocker, PRIORITIES } from '../../builders/issue';
import { twentyInTwo, twentyInTwoDemand } from '../../builders/twenty-in-two';

/** Two sprints end at 20 points and 8 items. */
const STEADY = twentyInTwo();
const BLOCKED: Partial<BacklogIssue> = { blockers: [buildBlocker()] };
const WHOLE_DAY = { minutes: 480, minutesPerItem: 1 };

interface Setting {
  readonly session?: Session;
  readonly settings?: CheckSettings;
  readonly unit?: Unit;
  readonly history?: readonly SprintOutcome[];
}

function agenda(
  issues: readonly Partial<BacklogIssue>[],
  { session = WHOLE_DAY, settings = DEFAULT_SETTINGS, unit = 'points', history = STEADY }: Setting = {},
): Agenda<Finding> {
  const reading = {
    issues: buildBacklog(issues),
    isWholeBacklog: true,
    history,
    period: 'sprint' as const,
    unit,
    priorities: PRIORITIES,
    now: new Date('2026-11-24T09:00:00.000Z'),
  };
  return agendaOf(assessBacklog(reading, settings), session);
}

/** Where so much ready work ends, in sprints. */
function runwayAt(ready: number) {
  const { p50, p85 } = runwayOf(ready, twentyInTwoDemand(), false);
  return { p50, p85 };
}

const keysOf = ({ items }: Agenda<unknown>) => items.map(({ key }) => key);

describe('agendaOf', () => {
  it('says of each item what to settle, what it gains and where the backlog stands after it', () => {
    const { items, ...rest } = agenda([
      { estimate: 5 },
      { estimate: null, description: null },
      { estimate: 4 },
      { estimate: 8, ...BLOCKED },
    ]);
    expect(rest).toEqual({ aim: 'restores', needed: 2, fits: true, minutesUsed: 2, missing: 0 });
    expect(items).toEqual([
      {
        id: '10002',
        key: 'AUR-2',
        toSettle: [{ check: 'missing-estimate', severity: 'critical', facts: {} }],
        toConsider: [expect.objectContaining({ check: 'thin-description', severity: 'warn' })],
        gain: 5,
        readyAfter: 14,
        runwayAfter: runwayAt(14),
      },
      {
        id: '10004',
        key: 'AUR-4',
        toSettle: [expect.objectContaining({ check: 'open-blocker' })],
        toConsider: [expect.objectContaining({ check: 'oversized' })],
        gain: 8,
        readyAfter: 22,
        runwayAfter: runwayAt(22),
      },
    ]);
  });

  it('prefers fewer items to higher ones', () => {
    const work = [{ estimate: 7 }, { estimate: 7 }, { estimate: 2, ...BLOCKED }, { estimate: 3, ...BLOCKED }];
    expect(keysOf(agenda([...work, { estimate: 6, ...BLOCKED }]))).toEqual(['AUR-5']);
  });

  it('goes below the next two sprints only where those do not suffice', () => {
    const work = [{ estimate: 7 }, { estimate: 7 }, { estimate: 3, ...BLOCKED }, { estimate: 3, ...BLOCKED }];
    // It starts right where two sprints end.
    const beyond = { estimate: 6, ...BLOCKED };
    expect(keysOf(agenda([...work, beyond]))).toEqual(['AUR-3', 'AUR-4']);
    const fewer = work.with(3, { estimate: 6 }).with(1, { estimate: 4 });
    expect(keysOf(agenda([...fewer, beyond]))).toEqual(['AUR-3']);
    expect(keysOf(agenda([...work.with(3, { estimate: 3 }).with(0, { estimate: 4 }), beyond]))).toEqual([
      'AUR-5',
    ]);
  });

  it('prefers the highest-ranked among equally few', () => {
    const blocked = [4, 5, 6].map((estimate) => ({ estimate, ...BLOCKED }));
    // Ten are missing. Two items can do it: 4 and 6, the topmost of all pairs that reach it.
    expect(keysOf(agenda([{ estimate: 10 }, ...blocked]))).toEqual(['AUR-2', 'AUR-4']);
  });

  it('is exact at the target', () => {
    const work = (estimate: number) => [{ estimate: 6 }, { estimate: 6 }, { estimate, ...BLOCKED }];
    expect(agenda(work(8))).toMatchObject({ aim: 'restores', needed: 1 });
    expect(agenda(work(7.9))).toMatchObject({ aim: 'falls-short', needed: 1, missing: 0.1 });
    expect(agenda([{ estimate: 10 }, { estimate: 10 }, BLOCKED])).toEqual({
      aim: 'ahead',
      items: [],
      needed: 0,
      fits: true,
      minutesUsed: 0,
      missing: 0,
    });
    expect(agenda([{ estimate: 10 }, { estimate: 9.9 }, BLOCKED])).toMatchObject({
      aim: 'restores',
      needed: 1,
    });
  });

  it('is not led astray by decimals', () => {
    const history = twentyInTwo(0.03);
    const work = [0.1, 0.2, 0.3].map((estimate) => ({ estimate, ...BLOCKED }));
    expect(agenda(work, { history })).toMatchObject({ aim: 'restores', needed: 3, missing: 0 });
  });

  it('counts on one piece only of an item that has to be split: half a usual sprint', () => {
    const { aim, items, missing } = agenda([
      { estimate: 40 },
      { estimate: 10, ...BLOCKED },
      { estimate: 8, ...BLOCKED },
    ]);
    expect(aim).toBe('restores');
    expect(items.map(({ key, gain }) => [key, gain])).toEqual([
      ['AUR-1', 5],
      ['AUR-2', 10],
      ['AUR-3', 8],
    ]);
    expect(missing).toBe(0);
  });

  it('leaves out what gains nothing', () => {
    const weightless = [
      { estimate: 0, ...BLOCKED },
      { estimate: null, issueType: { name: 'Epic', level: 1 }, ...BLOCKED },
    ];
    expect(keysOf(agenda([...weightless, { estimate: 5, ...BLOCKED }]))).toEqual(['AUR-3']);
  });

  it('says how much is missing when all that was read does not suffice', () => {
    const answer = agenda([{ estimate: 3 }, { estimate: 5, ...BLOCKED }, { estimate: 4, ...BLOCKED }]);
    expect(answer).toMatchObject({ aim: 'falls-short', needed: 2, fits: true, missing: 8 });
    expect(keysOf(answer)).toEqual(['AUR-2', 'AUR-3']);
    expect(agenda([])).toMatchObject({ aim: 'falls-short', needed: 0, missing: 20 });
  });

  it('estimates what is ready without an estimate where nothing else helps', () => {
    const settings: CheckSettings = {
      ...DEFAULT_SETTINGS,
      'missing-estimate': { ...DEFAULT_SETTINGS['missing-estimate'], enabled: false },
    };
    const work = [{ estimate: 10 }, { estimate: null }, { estimate: 8, ...BLOCKED }];
    const answer = agenda(work, { settings });
    expect(answer).toMatchObject({ aim: 'restores', needed: 2 });
    expect(answer.items.map(({ key, gain, toSettle }) => [key, gain, toSettle.length])).toEqual([
      ['AUR-2', 9, 0],
      ['AUR-3', 8, 1],
    ]);
  });

  it('counts items where the board does', () => {
    const answer = agenda([{}, {}, {}, {}, {}, {}, BLOCKED, { estimate: 40, ...BLOCKED }, BLOCKED], {
      unit: 'items',
    });
    expect(keysOf(answer)).toEqual(['AUR-7', 'AUR-8']);
    expect(answer.items.at(-1)).toMatchObject({ gain: 1, readyAfter: 8, runwayAfter: { p85: 2 } });
  });

  it('has no target without a forecast, and goes from the top', () => {
    const work = [{ estimate: 0, ...BLOCKED }, {}, { estimate: null }, { estimate: 3, ...BLOCKED }];
    const answer = agenda(work, { history: STEADY.slice(0, 4) });
    expect(answer).toMatchObject({ aim: 'no-forecast', needed: 3, fits: true, missing: 0 });
    expect(answer.items.map(({ key, readyAfter, runwayAfter }) => [key, readyAfter, runwayAfter])).toEqual([
      ['AUR-1', 3, null],
      ['AUR-3', 6, null],
      ['AUR-4', 9, null],
    ]);
  });
});

describe('what is ready without an estimate', () => {
  const row = (key: string, width: number, isReady: boolean) => ({
    id: key,
    key,
    estimate: isReady ? null : width,
    width,
    isReady,
    horizon: null,
    findings: [] as Finding[],
  });

  it.each([
    ['stays out where unrefined issues suffice, however many it takes', 3, ['A', 'C'], 'restores'],
    ['comes in where they do not', 2, ['B'], 'restores'],
  ])('%s', (_, width, keys, aim) => {
    const backlog = {
      unit: 'points' as const,
      demand: twentyInTwoDemand(0.5),
      ready: { amount: 5 },
      issues: [row('A', 2, false), row('B', 8, true), row('C', width, false)],
    };
    const answer = agendaOf(backlog, WHOLE_DAY);
    expect(keysOf(answer)).toEqual(keys);
    expect(answer.aim).toBe(aim);
  });
});

describe('the session', () => {
  const twelve = Array.from({ length: 12 }, () => ({ estimate: 1, ...BLOCKED }));
  const work = [{ estimate: 8 }, ...twelve];

  it.each([
    ['90 minutes of 8', DEFAULT_SESSION, 11, false, 88],
    ['95 minutes of 8', { minutes: 95, minutesPerItem: 8 }, 11, false, 88],
    ['96 minutes of 8', { minutes: 96, minutesPerItem: 8 }, 12, true, 96],
    ['10 minutes of 20', { minutes: 10, minutesPerItem: 20 }, 0, false, 0],
  ])('of %s is cut to it', (_, session, items, fits, minutesUsed) => {
    const answer = agenda(work, { session });
    expect(answer).toMatchObject({ aim: 'restores', needed: 12, fits, minutesUsed, missing: 0 });
    expect(answer.items).toHaveLength(items);
  });

  it('keeps the highest-ranked', () => {
    const answer = agenda(work, { session: { minutes: 16, minutesPerItem: 8 } });
    expect(keysOf(answer)).toEqual(['AUR-2', 'AUR-3']);
  });
});

describe('the answer that a screen has', () => {
  it('fits as it is', () => {
    const plan = (health: BacklogHealth) => agendaOf(health, health.session);
    const issue: BacklogHealth['issues'][number] = {
      id: '1',
      key: 'AUR-1',
      estimate: null,
      width: 3,
      sprintId: null,
      parentId: null,
      assigneeId: null,
      priorityId: null,
      horizon: 'next',
      isReady: false,
      findings: [{ check: 'missing-estimate', severity: 'critical', facts: {} }],
    };
    const health = {
      unit: 'points',
      demand: demandOf([1, 1, 1, 1, 1]),
      ready: { amount: 0, items: 0 },
      issues: [issue],
      session: DEFAULT_SESSION,
    } as unknown as BacklogHealth;
    expect(plan(health)).toMatchObject({ aim: 'restores', items: [{ key: 'AUR-1', readyAfter: 3 }] });
  });
});

describe('any backlog', () => {
  interface Row {
    readonly width: number;
    readonly isReady: boolean;
  }

  const rows = fc.array(
    fc.record<Row>({ width: fc.integer({ min: 0, max: 16 }).map((half) => half / 2), isReady: fc.boolean() }),
    { maxLength: 9 },
  );
  const histories = fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 8 })
    .filter((delivered) => delivered.some((amount) => amount > 0));

  function backlogOf(list: readonly Row[], delivered: readonly number[]) {
    const issues = list.map(({ width, isReady }, index) => ({
      id: String(index),
      key: `AUR-${index}`,
      estimate: width,
      width,
      horizon: null,
      isReady,
      findings: [] as Finding[],
    }));
    const amount = list.reduce((sum, { width, isReady }) => sum + (isReady ? width : 0), 0);
    return {
      unit: 'points',
      demand: demandOf(delivered),
      ready: { amount },
      issues,
    } satisfies Refinables<Finding>;
  }

  /** All choices of unready issues that bring two sprints ahead, fewest first and among equally few the topmost first. */
  function everyWay(list: readonly Row[], short: number): readonly (readonly number[])[] {
    const places = list.flatMap(({ isReady }, place) => (isReady ? [] : [place]));
    const choices = Array.from({ length: 2 ** places.length }, (_, bits) =>
      places.filter((_place, bit) => (bits >> bit) % 2 === 1),
    );
    return choices
      .filter((choice) => choice.reduce((sum, place) => sum + (list[place]?.width ?? 0), 0) >= short)
      .sort((one, other) => {
        if (one.length !== other.length) return one.length - other.length;
        const differs = one.findIndex((place, index) => place !== other[index]);
        return differs === -1 ? 0 : one[differs]! - other[differs]!;
      });
  }

  it('gets the fewest and among them the topmost of all choices that restore it', () => {
    fc.assert(
      fc.property(rows, histories, (list, delivered) => {
        const backlog = backlogOf(list, delivered);
        const short = shortOf(backlog.ready.amount, backlog.demand!);
        const [best] = everyWay(list, short);
        const { aim, items, needed } = agendaOf(backlog, WHOLE_DAY);
        if (best === undefined) {
          expect(aim).toBe('falls-short');
          expect(items.map(({ id }) => Number(id))).toEqual(
            list.flatMap(({ isReady, width }, place) => (isReady || width === 0 ? [] : [place])),
          );
          return;
        }
        expect(aim).toBe(short === 0 ? 'ahead' : 'restores');
        expect(items.map(({ id }) => Number(id))).toEqual(best);
        expect(needed).toBe(best.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is two sprints ahead after the last item, not before, and needs each of them', () => {
    fc.assert(
      fc.property(rows, histories, (list, delivered) => {
        const backlog = backlogOf(list, delivered);
        const { aim, items } = agendaOf(backlog, WHOLE_DAY);
        fc.pre(aim === 'restores');
        const { p85 } = backlog.demand!.two;
        const gained = items.reduce((sum, { gain }) => sum + gain, 0);
        expect(backlog.ready.amount + gained).toBeGreaterThanOrEqual(p85);
        for (const { gain } of items) expect(backlog.ready.amount + gained - gain).toBeLessThan(p85);
        expect(items.at(-1)?.runwayAfter?.p85).toBeGreaterThanOrEqual(2);
        for (const { readyAfter, runwayAfter } of items) {
          expect(runwayOf(readyAfter, backlog.demand!, false)).toMatchObject(runwayAfter!);
        }
        for (const item of items.slice(0, -1)) expect(item.runwayAfter?.p85).toBeLessThan(2);
      }),
    );
  });

  it('cuts to the session from below', () => {
    fc.assert(
      fc.property(rows, histories, fc.integer({ min: 0, max: 6 }), (list, delivered, room) => {
        const backlog = backlogOf(list, delivered);
        const whole = agendaOf(backlog, WHOLE_DAY);
        const cut = agendaOf(backlog, { minutes: room * 8 + 7, minutesPerItem: 8 });
        expect(cut.items).toEqual(whole.items.slice(0, room));
        expect(cut).toMatchObject({ aim: whole.aim, needed: whole.needed, missing: whole.missing });
        expect(cut.fits).toBe(whole.needed <= room);
        expect(cut.minutesUsed).toBe(cut.items.length * 8);
      }),
    );
  });
});
