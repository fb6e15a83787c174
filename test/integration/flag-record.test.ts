import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { FlagRecordAnswer } from '#src/contract/flag-record';
import type { CheckId } from '#src/domain/backlog/finding';
import { NOT_SCORED } from '#src/domain/flag-record/frozen-readiness';
import { unpackFreeze } from '#src/domain/flag-record/packed-freeze';
import { hourOf } from '#src/adapters/storage/watched-boards';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import { SECURITY_LEVEL } from '#sandbox/jira/defaults';
import { p } from '#sandbox/demo/adf';
import type { Sprint } from '#sandbox/jira/model';
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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let app: LocalApp<DemoIds>;
let boardId: number;

beforeEach(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

const sprintIn = (state: Sprint['state']) =>
  [...app.site.all('sprints')].find((sprint) => sprint.state === state && sprint.originBoardId === boardId)!;

const openPanel = async () => await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: false }, LEAD);

const flagRecord = async (accountId = LEAD): Promise<FlagRecordAnswer> =>
  await dataOf(app, 'get-flag-record', { boardId }, accountId);

/** Starts a sprint for a fortnight as somebody does in Jira. */
async function startByRest(sprintId: number) {
  const now = app.clock.now();
  const answer = await app.rest.handle({
    method: 'POST',
    path: `/rest/agile/1.0/sprint/${sprintId}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      state: 'active',
      startDate: new Date(now).toISOString(),
      endDate: new Date(now + 14 * DAY).toISOString(),
    }),
    accountId: LEAD,
    caller: 'client',
    scopes: null,
  });
  expect(answer.status).toBe(200);
  await heard();
}

/** Waits until the app has heard of everything that happened. */
async function heard() {
  await new Promise((resolve) => setImmediate(resolve));
  await app.host.drain();
}

const ROW = z.object({ namespace: z.string(), key: z.string(), value: z.unknown() });

function rowsOf(entity: string) {
  return [...app.store.load('forge-kvs')]
    .map(([, row]) => ROW.parse(row))
    .filter(({ namespace }) => namespace === `entity:${entity}`);
}

const FROZEN = z.object({
  at: z.string(),
  sprintId: z.number(),
  frozen: z.object({
    rules: z.array(z.tuple([z.number(), z.string()])),
    issues: z.array(z.tuple([z.string(), z.number(), z.number()])),
  }),
});

function freezes() {
  return rowsOf('flag-freeze').map(({ value }) => {
    const { at, sprintId, frozen } = FROZEN.parse(value);
    return { at: Date.parse(at), sprintId, ...unpackFreeze(frozen) };
  });
}

/** Ends what runs, and leaves the next sprint to be started. */
function completeRunning(): Sprint {
  const next = sprintIn('future');
  app.site.completeSprint(sprintIn('active').id, { by: LEAD, moveOpenTo: next.id });
  return next;
}

/** Runs hour by hour until the board's own hour of background work has come. */
async function untilItsHour() {
  for (let hours = 0; hours < 25; hours += 1) {
    app.clock.advance(HOUR);
    await app.host.runDueSchedules();
    if (new Date(app.clock.now()).getUTCHours() === hourOf(boardId)) return;
  }
}

const logged = () =>
  app.host
    .logs()
    .map((line) => JSON.stringify(line))
    .filter((line) => line.includes('freeze'));

describe('a sprint that starts', () => {
  it('is frozen once, as the panel judged it right before, though the event comes twice', async () => {
    const next = completeRunning();
    const { issues } = await openPanel();
    const before = issues.filter(({ sprintId }) => sprintId === next.id);
    app.faults.set({ duplicateEvents: true });
    await startByRest(next.id);
    const [freeze, ...others] = freezes();
    expect(others).toEqual([]);
    expect(freeze).toMatchObject({ sprintId: next.id, at: app.clock.now() });
    expect(freeze?.issues.map(({ issueId }) => issueId)).toEqual(before.map(({ id }) => id));
    for (const [index, { failing, unanswered }] of freeze!.issues.entries()) {
      const findings = before[index]!.findings.map(({ check }) => check);
      const scored = findings.filter((check) => !NOT_SCORED.has(check));
      expect(new Set(failing)).toEqual(new Set(scored));
      expect(failing.filter((check) => unanswered.includes(check))).toEqual([]);
    }
    // Some were flagged, and some were not: it is no comparison of nothing with nothing.
    expect(freeze!.issues.some(({ failing }) => failing.length > 0)).toBe(true);
    expect(freeze!.issues.some(({ failing }) => failing.length === 0)).toBe(true);
  });

  it('gives the trend what it was started with, for no call more', async () => {
    const next = completeRunning();
    const { issues } = await openPanel();
    const planned = issues.filter(({ sprintId }) => sprintId === next.id);
    await startByRest(next.id);
    const mark = app.rest.ledger.mark();
    const { days } = await dataOf(app, 'get-trend', { boardId }, LEAD);
    expect(app.rest.ledger.entries({ since: mark })).toHaveLength(1);
    expect(days.at(-1)?.scope).toMatchObject({
      sprintId: next.id,
      unit: 'points',
      committed: planned.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0),
      added: 0,
      removed: 0,
    });
  });

  it('is left alone on a board that nobody opened in the last thirty days', async () => {
    const next = completeRunning();
    const { calls } = await costOf(app, async () => {
      await startByRest(next.id);
    });
    expect(calls).toEqual(['POST /rest/agile/1.0/sprint/{sprintId}']);
    expect(freezes()).toEqual([]);
    await openPanel();
    app.clock.advance(31 * DAY);
    app.site.completeSprint(next.id, { by: LEAD, moveOpenTo: null });
    await startByRest(sprintIn('future').id);
    expect(freezes()).toEqual([]);
  });

  it('stays as it was frozen when it is re-opened or judged by other settings', async () => {
    const next = completeRunning();
    await openPanel();
    await startByRest(next.id);
    const first = rowsOf('flag-freeze');
    app.clock.advance(DAY);
    const { version, settings } = await dataOf(app, 'get-board-settings', { boardId }, accountOf('admin'));
    const off = { ...settings.checks['missing-estimate'], enabled: false };
    const checks = { ...settings.checks, 'missing-estimate': off };
    const change = { boardId, version, settings: { ...settings, checks } };
    await dataOf(app, 'save-board-settings', change, accountOf('admin'));
    app.site.completeSprint(next.id, { by: LEAD, moveOpenTo: null });
    app.site.reopenSprint(next.id, { by: LEAD });
    await heard();
    await untilItsHour();
    expect(rowsOf('flag-freeze')).toEqual(first);
  });

  it('is caught by the schedule where no event came, which says when', async () => {
    const next = completeRunning();
    await openPanel();
    app.faults.set({ license: 'inactive' });
    await startByRest(next.id);
    expect(freezes()).toEqual([]);
    app.faults.set({ license: 'active', duplicateEvents: true });
    const started = app.clock.now();
    await untilItsHour();
    const [freeze, ...others] = freezes();
    expect(others).toEqual([]);
    expect(freeze?.sprintId).toBe(next.id);
    expect(freeze!.at).toBeGreaterThan(started);
    // Until the sprint is planned to be over, the schedule asks nothing more about it.
    const { calls } = await costOf(app, async () => {
      app.clock.advance(DAY - HOUR);
      await untilItsHour();
    });
    expect(calls.filter((call) => !call.includes('count'))).toEqual([]);
  });

  it('is not frozen any more once half of it is over', async () => {
    const next = completeRunning();
    await startByRest(next.id);
    app.clock.advance(8 * DAY);
    await openPanel();
    await untilItsHour();
    expect(freezes()).toEqual([]);
    expect(logged()).toEqual([]);
  });

  it('waits where the site is out of points, says so, and is frozen by the next run', async () => {
    const next = completeRunning();
    await openPanel();
    app.faults.set({
      rest: [{ match: '/board/{boardId}/issue', kind: 'rate-limited', pages: 'all', remaining: null }],
    });
    await startByRest(next.id);
    expect(freezes()).toEqual([]);
    expect(logged()).toHaveLength(1);
    expect(logged()[0]).toContain('rate-limited');
    app.faults.set({ rest: [] });
    await untilItsHour();
    expect(freezes().map(({ sprintId }) => sprintId)).toEqual([next.id]);
  });
});

/** Plays a sprint that was frozen: some of its issues get into trouble, each in a way of its own. */
async function playSprint() {
  const next = completeRunning();
  await openPanel();
  await startByRest(next.id);
  const [freeze] = freezes();
  const ids = freeze!.issues.map(({ issueId }) => issueId);
  const [reestimated, renamed, rewritten, dropped, open, secret, ...others] = ids;
  const by = { by: LEAD };
  const board = app.site.get('boards', boardId)!;
  const field = board.estimation.type === 'field' ? board.estimation.fieldId : '';
  const project = app.site.get('projects', board.projectId)!;
  app.clock.advance(2 * DAY);
  app.site.editIssue(reestimated!, { customFields: { [field]: 34 } }, by);
  app.site.editIssue(renamed!, { summary: 'Quite another thing' }, by);
  app.site.editIssue(
    rewritten!,
    { description: { type: 'doc', version: 1, content: [p('Written anew.')] } },
    by,
  );
  app.site.moveToSprint(dropped!, null, by);
  const late = app.site.createIssue(
    {
      projectId: project.id,
      issueTypeId: app.site.issue(open!)!.issueTypeId,
      summary: 'Came later',
      sprintId: next.id,
    },
    by,
  );
  app.clock.advance(DAY);
  const done = project.statusIds.at(-1)!;
  for (const id of [reestimated, renamed, rewritten, secret, ...others]) {
    app.site.transitionIssue(id!, done, by);
  }
  app.site.editIssue(secret!, { securityLevelId: SECURITY_LEVEL.leads }, by);
  app.clock.advance(10 * DAY);
  app.site.completeSprint(next.id, { by: LEAD, moveOpenTo: null });
  await heard();
  const fates = new Map<string, readonly string[]>([
    [reestimated!, ['reestimated']],
    [renamed!, ['rewritten']],
    [rewritten!, ['rewritten']],
    [dropped!, ['dropped']],
    [open!, ['carriedOver']],
  ]);
  return { freeze: freeze!, fates, secret: secret!, late };
}

type Played = Awaited<ReturnType<typeof playSprint>>;

/** What the record should say of a check, counted by hand. */
function byHand({ freeze, fates }: Played, check: CheckId, hidden: readonly string[] = []) {
  const nothing = { issues: 0, reestimated: 0, rewritten: 0, carriedOver: 0, dropped: 0, troubled: 0 };
  const sides = { flagged: { ...nothing }, unflagged: { ...nothing } };
  for (const { issueId, failing, unanswered } of freeze.issues) {
    if (unanswered.includes(check) || hidden.includes(issueId) || !freeze.checksOn.has(check)) continue;
    const side = failing.includes(check) ? sides.flagged : sides.unflagged;
    const trouble = fates.get(issueId) ?? [];
    side.issues += 1;
    for (const fate of trouble) side[fate as keyof typeof nothing] += 1;
    if (trouble.length > 0) side.troubled += 1;
  }
  return sides;
}

const countsOf = ({ low, high, ...counts }: FlagRecordAnswer['checks'][number]['flagged']) => {
  expect(low).toBeLessThan(high);
  return counts;
};

describe('the record', () => {
  it('says that nothing is frozen yet, for one call', async () => {
    const { value, calls } = await costOf(app, async () => await flagRecord());
    expect(value.since).toBeNull();
    expect(value.sprints).toEqual({ counted: 0, running: 0, unread: 0 });
    expect(value.checks).toHaveLength(15);
    expect(new Set(value.checks.map(({ verdict }) => verdict))).toEqual(new Set(['too-few', 'not-scored']));
    expect(calls).toHaveLength(1);
  });

  it('counts a sprint that is over as it can be counted by hand, and each viewer by what they may see', async () => {
    const played = await playSprint();
    const { value: lead, points } = await costOf(app, async () => await flagRecord());
    expect(lead.sprints).toEqual({ counted: 1, running: 0, unread: 0 });
    expect(lead.since).toBe(new Date(played.freeze.at).toISOString());
    expect(points).toBeLessThan(100);
    for (const { check, flagged, unflagged } of lead.checks) {
      expect({ check, flagged: countsOf(flagged), unflagged: countsOf(unflagged) }).toEqual({
        check,
        ...byHand(played, check),
      });
    }
    const viewer = await flagRecord(VIEWER);
    for (const { check, flagged, unflagged } of viewer.checks) {
      expect({ check, flagged: countsOf(flagged), unflagged: countsOf(unflagged) }).toEqual({
        check,
        ...byHand(played, check, [played.secret]),
      });
    }
    const total = (record: FlagRecordAnswer) =>
      record.checks.reduce((sum, { flagged, unflagged }) => sum + flagged.issues + unflagged.issues, 0);
    expect(total(viewer)).toBeLessThan(total(lead));
  });

  it('is read from the change logs once, and a sprint that still runs is waited for', async () => {
    await playSprint();
    app.clock.advance(DAY);
    await openPanel();
    await startByRest(sprintIn('future').id);
    expect((await flagRecord()).sprints).toEqual({ counted: 1, running: 1, unread: 0 });
    const { value, calls } = await costOf(app, async () => await flagRecord());
    expect(value.sprints).toEqual({ counted: 1, running: 1, unread: 0 });
    expect(calls.some((call) => call.includes('changelog') || call.includes('bulkfetch'))).toBe(false);
  });

  it('begins anew with a check whose options are others', async () => {
    await playSprint();
    const of = (record: FlagRecordAnswer, check: CheckId) =>
      record.checks.find((each) => each.check === check)!;
    expect(of(await flagRecord(), 'thin-description').unflagged.issues).toBeGreaterThan(0);
    const { version, settings } = await dataOf(app, 'get-board-settings', { boardId }, accountOf('admin'));
    const thin = settings.checks['thin-description'];
    const strict = { ...thin, options: { ...thin.options, minimum: 40 } };
    const checks = { ...settings.checks, 'thin-description': strict };
    await dataOf(
      app,
      'save-board-settings',
      { boardId, version, settings: { ...settings, checks } },
      accountOf('admin'),
    );
    const after = await flagRecord();
    expect(of(after, 'thin-description').unflagged.issues).toBe(0);
    expect(of(after, 'placeholder-text').unflagged.issues).toBeGreaterThan(0);
  });

  it('is nothing for somebody who may not see the board', async () => {
    await playSprint();
    expect((await failureOf(app, 'get-flag-record', { boardId }, OUTSIDER)).code).toBe('not-found');
  });

  it('stores neither texts nor names, and no key of an issue', async () => {
    const { late } = await playSprint();
    // What was closed minutes ago is not kept yet.
    app.clock.advance(HOUR);
    await flagRecord();
    await flagRecord(VIEWER);
    const stored = JSON.stringify([...rowsOf('flag-freeze'), ...rowsOf('flag-tally')]);
    expect(rowsOf('flag-tally')).toHaveLength(2);
    expect(stored).not.toContain(late.key.split('-')[0]);
    for (const { summary } of app.site.all('issues')) expect(stored).not.toContain(summary);
    for (const { displayName, accountId } of app.site.all('users')) {
      expect(stored).not.toContain(displayName);
      expect(stored).not.toContain(accountId);
    }
    // Ids, numbers, digests and dates are all there is: no word of five letters but the names of what is stored.
    const values = [...rowsOf('flag-freeze'), ...rowsOf('flag-tally')].flatMap(({ value }) => textsIn(value));
    for (const text of values) expect(text).toMatch(/^[\w-]{8}$|^\d+$|^[\d-]{10}T[\d:.]{12}Z$|^[\w,/]+$/);
  });
});

/** Every text in a stored value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
