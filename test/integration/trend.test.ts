import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { Trend, TrendDay } from '#src/contract/trend';
import { advanceSite } from '#sandbox/api/advance';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import { STATUS } from '#sandbox/jira/ids';
import type { LocalApp } from '#tools/local-app';

import {
  accountOf,
  bundleForTests,
  costOf,
  dataOf,
  failureOf,
  startWatchedApp,
  uncoveredWatchedCalls,
} from './local-app';

const bundle = bundleForTests();

const LEAD = accountOf('lead');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const COUNT = 'GET /rest/software/1.0/board/{boardId}/issue/approximate-count';

let app: LocalApp<DemoIds>;
let boardId: number;

beforeEach(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

const open = async (accountId = LEAD, board = boardId) =>
  await dataOf(app, 'get-backlog-health', { boardId: board, mayBeKept: false }, accountId);

const trend = async (accountId = LEAD, board = boardId): Promise<Trend> =>
  await dataOf(app, 'get-trend', { boardId: board }, accountId);

/** The trend's last day. */
async function latest(accountId = LEAD): Promise<TrendDay> {
  const day = (await trend(accountId)).days.at(-1);
  if (day === undefined) throw new Error('Nothing is known of any day.');
  return day;
}

async function pass(milliseconds: number): Promise<void> {
  await advanceSite(app.clock, app.host, milliseconds);
}

/** Calls that the app made for itself since a mark of the ledger, without those of other schedules. */
function countsSince(mark: number) {
  return app.rest.ledger
    .entries({ since: mark })
    .filter(({ caller, method, operation }) => caller === 'app' && `${method} ${operation}` === COUNT);
}

describe('what somebody reads of a board', () => {
  it('becomes its figures of the day, for everybody who may see the board, at one point', async () => {
    expect((await trend()).days).toEqual([]);
    const health = await open();
    const { value, calls, points } = await costOf(app, () => trend(VIEWER));
    expect(calls).toEqual([COUNT]);
    expect(points).toBe(1);
    expect(value.today).toBe('2026-10-12');
    expect(value.days).toEqual([
      {
        day: '2026-10-12',
        source: 'viewer',
        skipped: null,
        reading: {
          unit: health.unit,
          runway: health.runway,
          ready: health.ready,
          depth: health.depth,
          issuesSeen: health.issues.length,
        },
        openItems: null,
        sprintItems: null,
        scope: null,
      },
    ]);
    expect(await failureOf(app, 'get-trend', { boardId }, OUTSIDER)).toMatchObject({ code: 'not-found' });
  });

  it('costs one count beside the reading, and a last answer that is shown again costs none', async () => {
    const fresh = await costOf(app, () => open());
    expect(fresh.calls.filter((call) => call === COUNT)).toHaveLength(1);
    const kept = await costOf(app, () =>
      dataOf(app, 'get-backlog-health', { boardId, mayBeKept: true }, LEAD),
    );
    expect(kept.calls).not.toContain(COUNT);
  });

  it('counts for the next day where nothing has changed since, at one point and once', async () => {
    await open();
    const first = await latest();
    await pass(DAY);
    const probe = async () => await dataOf(app, 'probe-backlog', { boardId }, LEAD);
    const again = await costOf(app, probe);
    expect(again.value).toMatchObject({ isChanged: false });
    expect(again.calls.filter((call) => call === COUNT)).toHaveLength(1);
    expect(await latest()).toMatchObject({ day: '2026-10-13', reading: first.reading });
    expect((await costOf(app, probe)).calls).not.toContain(COUNT);
  });

  it('asks nothing as the app for somebody who may not see the board, and does not watch it', async () => {
    const mark = app.rest.ledger.mark();
    await failureOf(app, 'get-backlog-health', { boardId, mayBeKept: false }, OUTSIDER);
    expect(countsSince(mark)).toEqual([]);
    await pass(DAY);
    expect(countsSince(mark)).toEqual([]);
  });

  describe('where some see only a part of the board', () => {
    // A board in a project that everybody sees, with the issues of one that the outsider does not.
    beforeEach(() => {
      const board = app.site.get('boards', app.seeded.boards.operations);
      if (!board) throw new Error('The demo lacks a board.');
      const both = `project in (${board.projectId}, ${app.seeded.projects.aurora}) ORDER BY Rank ASC`;
      app.site.put('boards', { ...board, filterJql: both });
      boardId = board.id;
    });

    it('is that of whoever sees more of it, whoever comes last', async () => {
      const issuesSeen = async () => (await latest(OUTSIDER)).reading?.issuesSeen;
      await open(OUTSIDER);
      const little = await issuesSeen();
      await open(LEAD);
      const more = await issuesSeen();
      expect(more).toBeGreaterThan(little ?? Infinity);
      await open(OUTSIDER);
      expect(await issuesSeen()).toBe(more);
    });

    it('is left out where nobody else read it, once the app has counted', async () => {
      await open(OUTSIDER);
      expect((await latest(OUTSIDER)).reading).not.toBeNull();
      await pass(DAY);
      await open(OUTSIDER);
      const { days } = await trend(OUTSIDER);
      expect(days.length).toBeGreaterThan(0);
      expect(days.map(({ reading }) => reading)).toEqual(days.map(() => null));
    });
  });

  it('of the same day shows what was done on it: the later of two equals counts', async () => {
    const before = await open();
    const ready = before.issues.find((issue) => issue.isReady);
    const issue = app.site.issue(ready?.id ?? '');
    if (!issue) throw new Error('Nothing is ready.');
    app.clock.advance(HOUR);
    app.site.put('issues', { ...issue, statusId: STATUS.done });
    app.clock.advance(HOUR);
    const after = await open();
    expect(after.ready).not.toEqual(before.ready);
    const { reading } = await latest();
    expect(reading?.ready).toEqual(after.ready);
    expect((await trend()).days).toHaveLength(1);
  });
});

describe('the schedule', () => {
  it('counts each watched board once a day at two points at most, over three days with two boards', async () => {
    await open();
    await open(LEAD, app.seeded.boards.borealis);
    const mark = app.rest.ledger.mark();
    await pass(3 * DAY);
    const counts = countsSince(mark);
    const points = counts.reduce((sum, entry) => sum + entry.points, 0);
    const boardDays = 2 * 3;
    expect(points).toBeGreaterThan(boardDays);
    expect(points).toBeLessThanOrEqual(2 * boardDays);
    // Spread: no more than the two boards in one hour.
    const { days } = await trend();
    expect(days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-10-12', '2026-10-13', '2026-10-14']);
    expect(days.slice(1).filter(({ source }) => source === 'count').length).toBeGreaterThanOrEqual(2);
  });

  it('counts a board of which somebody opened no more than a sprint', async () => {
    await dataOf(app, 'get-sprint', { boardId, sprintId: null }, LEAD);
    await pass(DAY);
    expect((await latest()).source).toBe('count');
  });

  it('tells no more than it counted', async () => {
    await open();
    await pass(DAY);
    const counted = (await trend()).days.find(({ openItems }) => openItems !== null);
    expect(counted).toMatchObject({ skipped: null, scope: null });
    expect(counted?.openItems).toBeGreaterThan(0);
    expect(counted?.sprintItems).toBeGreaterThan(0);
    const { days } = await trend();
    for (const { source, reading } of days) expect(reading === null).toBe(source === 'count');
  });

  it('costs the same where it is delivered twice', async () => {
    await open();
    app.faults.set({ duplicateEvents: true });
    const mark = app.rest.ledger.mark();
    await pass(2 * DAY);
    expect(countsSince(mark).length).toBeLessThanOrEqual(2 * 2);
    expect(countsSince(mark).length).toBeGreaterThan(0);
  });

  it('skips boards while Jira has no capacity, says so, and counts again on the next day', async () => {
    await open();
    await open(LEAD, app.seeded.boards.borealis);
    app.clock.advance(16 * HOUR);
    app.faults.set({
      rest: [{ match: 'approximate-count', kind: 'rate-limited', pages: 'all', remaining: null }],
    });
    const mark = app.rest.ledger.mark();
    await pass(DAY);
    expect(countsSince(mark).length).toBeLessThanOrEqual(2 * 2);
    app.faults.set({ rest: [] });
    await pass(DAY);
    const { days } = await trend();
    expect(days.map(({ day, source, skipped }) => ({ day, source, skipped }))).toEqual([
      { day: '2026-10-12', source: 'viewer', skipped: null },
      { day: '2026-10-13', source: null, skipped: 'no-capacity' },
      { day: '2026-10-14', source: 'count', skipped: null },
    ]);
  });

  it('goes without a number that Jira does not give, and spends nothing on trying again', async () => {
    await open();
    app.clock.advance(16 * HOUR);
    app.faults.set({
      rest: [{ match: 'approximate-count', kind: 'server-error', pages: 'all', remaining: null }],
    });
    const mark = app.rest.ledger.mark();
    await pass(DAY);
    expect(countsSince(mark).length).toBeLessThanOrEqual(2);
    expect(await latestSkip()).toBe('no-answer');
  });

  async function latestSkip() {
    app.faults.set({ rest: [] });
    return (await trend()).days.findLast(({ skipped }) => skipped !== null)?.skipped;
  }

  it('skips a board that is gone, or that the app does not see', async () => {
    app = await startWatchedApp(
      bundle(),
      seedDemo,
      (handle) => async (request, invocationId) =>
        request.caller === 'app' && request.path.includes('approximate-count')
          ? { status: 404, headers: {}, body: '{"errorMessages":["No such board."]}' }
          : await handle(request, invocationId),
    );
    await open();
    // Where the app cannot compare, a reading counts as it is.
    expect((await latest()).reading).not.toBeNull();
    app.clock.advance(16 * HOUR);
    await pass(DAY);
    expect(await latestSkip()).toBe('not-seen');
  });

  it('counts no longer than 30 days after somebody opened the board', async () => {
    await open();
    await pass(30 * DAY);
    const mark = app.rest.ledger.mark();
    await pass(5 * DAY);
    expect(countsSince(mark).length).toBeLessThanOrEqual(2);
    const { days } = await trend();
    expect(days.filter(({ source }) => source === 'count').length).toBeGreaterThanOrEqual(28);
    const last = days.at(-1)?.day ?? '';
    expect(last <= '2026-11-11').toBe(true);
  });

  it('does nothing without a licence', async () => {
    await open();
    app.faults.set({ license: 'inactive' });
    const mark = app.rest.ledger.mark();
    await pass(DAY);
    expect(countsSince(mark)).toEqual([]);
  });
});

describe('the scope of the running sprint', () => {
  it('is kept of the day on which somebody opens the sprint', async () => {
    const running = [...app.site.all('sprints')].find(
      ({ state, originBoardId }) => state === 'active' && originBoardId === boardId,
    );
    const sprint = await dataOf(app, 'get-sprint', { boardId, sprintId: Number(running?.id) }, LEAD);
    expect(sprint.view?.state).toBe('active');
    const { scope } = await latest();
    expect(scope).toMatchObject({ sprintId: sprint.sprint?.id, unit: sprint.unit });
    if (sprint.view?.state !== 'active') return;
    expect(scope).toMatchObject({
      committed: sprint.view.committed.amount,
      added: sprint.view.added.now.amount,
      removed: sprint.view.removed.now.amount,
    });
  });
});
