import { beforeEach, describe, expect, it } from 'vitest';

import { TRANSFER_KINDS } from '#src/adapters/storage/transfer/kinds';
import {
  CALLS,
  type DataCall,
  type RegisterCall,
  type RequestOf,
  type ResponseOf,
} from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';
import { readFile, writeFile, type FileRow } from '#src/domain/transfer/file';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { startLocalRegister, type LocalRegister } from '#tools/local-register';

import { DataRefused, type AskData } from '../../static/admin/data/demand';
import { exportAll } from '../../static/admin/data/export-all';
import { planImport, runImport } from '../../static/admin/data/import-all';
import { newRisk, uuid } from '../resolvers/risk/register-world';
import { accountOf, bundleForTests } from './local-app';

const bundle = bundleForTests();
const [LEAD, DEVELOPER, OUTSIDER, ADMIN] = ['lead', 'developer', 'outsider', 'admin'].map((role) =>
  accountOf(role as 'lead'),
) as [string, string, string, string];
const DAY = 86_400_000;
const SITE = { kind: 'site' } as const;
const onBoard = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };

type App = LocalRegister<ReturnType<typeof seedWiki> & { boardId: number }>;

const start = async (): Promise<App> => {
  const app = await startLocalRegister(bundle(), (site, wiki) => {
    const { boards } = seedDemo(site);
    return { ...seedWiki(wiki), boardId: boards.aurora };
  });
  app.faults.set({ queryLagMs: 2_000 });
  return app;
};

/** What the data place of the admin's page calls. */
const asking =
  (app: App, who = ADMIN): AskData =>
  async <C extends DataCall>(call: C, payload: RequestOf<C>) => {
    const answer = (await app.call(onBoard, call, payload, who)) as Answer<ResponseOf<C>>;
    if (answer.ok) expect(CALLS[call].response.parse(answer.data)).toEqual(answer.data);
    return answer;
  };

async function ask<C extends RegisterCall>(
  app: App,
  name: C,
  payload: RequestOf<C>,
  who = LEAD,
  page = 'launch',
) {
  const at = app.macroOn({ id: app.seeded.pages[page]! });
  const answer = (await app.call(at, name, payload, who)) as { ok: boolean; data: ResponseOf<C> };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** A team at work: two registers, a review, a pre-mortem, a reminder, settings, a sprint's notes, a trend, a frozen sprint. */
async function work(app: App) {
  const issues = [...app.site.all('issues')].slice(0, 3).map(({ id }) => id);
  for (let from = 1; from <= 60; from += 20) {
    const numbers = Array.from({ length: 20 }, (_, index) => from + index);
    await ask(app, 'create-risks', {
      risks: numbers.map((number) =>
        newRisk(number, { ownerId: DEVELOPER, ...(number === 1 && { issueIds: issues }) }),
      ),
    });
  }
  await ask(app, 'change-risk', {
    riskId: uuid(1),
    version: 1,
    change: { kind: 'edit', patch: { title: 'Another' } },
  });
  const startedAt = new Date(app.clock.now()).toISOString();
  const unchanged = { kind: 'review', outcome: 'unchanged' } as const;
  await ask(app, 'change-risk', { riskId: uuid(2), version: 1, change: unchanged });
  await ask(app, 'end-review', { startedAt });
  await ask(app, 'set-reminder', { isOn: true });
  await ask(app, 'write-pre-mortem', {
    entry: { kind: 'reason', id: uuid(90), text: 'Nobody was trained.' },
  });
  await ask(
    app,
    'write-pre-mortem',
    { entry: { kind: 'like', reasonId: uuid(90), isLiked: true } },
    DEVELOPER,
  );
  const { boardId } = app.seeded;
  const board = async (call: string, payload: object, who = LEAD) => {
    const answer = (await app.call(onBoard, call, payload, who)) as { ok: boolean; data: never };
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer)}`);
    return answer.data as { sprint: { id: number }; settings: object };
  };
  await board('get-backlog-health', { boardId, mayBeKept: false });
  const { sprint } = await board('get-sprint', { boardId, sprintId: null });
  await board('read-sprint-past', { boardId });
  await board('save-sprint-notes', {
    boardId,
    sprintId: sprint.id,
    version: 0,
    people: 4,
    daysOff: 1,
    serves: null,
  });
  const { settings } = await board('get-board-settings', { boardId });
  await board('save-board-settings', {
    boardId,
    version: 0,
    settings: { ...settings, session: { minutes: 60, minutesPerItem: 10 } },
  });
  app.clock.advance(DAY);
  await app.host.runDueSchedules();
  await app.host.drain();
  app.clock.advance(60_000);
}

const nothing = () => undefined;
const exported = async (app: App, scope: Parameters<typeof exportAll>[1] = SITE, who = ADMIN) =>
  (await exportAll(asking(app, who), scope, nothing))!;

const byKey = (rows: readonly FileRow[]) =>
  Object.fromEntries(
    rows
      .map(({ entity, key, value }) => [`${entity} ${key}`, value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Everything in the storage of these entities, as it lies there. */
const stored = (app: App) => [...app.store.load('forge-kvs')].map(([id]) => id);

async function importInto(app: App, rows: readonly FileRow[], mode: 'skip' | 'restore' = 'skip') {
  const plan = await planImport(asking(app), rows, nothing);
  expect(plan.problems).toEqual([]);
  return { plan, done: await runImport(asking(app), rows, plan, mode, nothing) };
}

let app: App;
beforeEach(async () => {
  app = await start();
});

describe('the data of a site', () => {
  it('is restored on a fresh site, and exported from there it is the same', async () => {
    await work(app);
    const { rows, broken } = await exported(app);
    expect(broken).toEqual([]);
    const entities = new Set(rows.map(({ entity }) => entity));
    expect([...entities].sort()).toEqual(
      [
        'board-day',
        'board-settings',
        'pre-mortem-entry',
        'register',
        'register-summary',
        'risk',
        'risk-event',
        'sprint-notes',
        'sprint-record',
        'watched-board',
      ].sort(),
    );
    const text = writeFile(SITE, '2026-10-13T08:00:00.000Z', rows);
    const read = readFile(text);
    if (!('file' in read)) throw new Error(JSON.stringify(read.problem));

    const fresh = await start();
    fresh.clock.advance(DAY + 60_000);
    const { plan, done } = await importInto(fresh, read.file.rows);
    expect(plan).toMatchObject({ newRegisters: { length: 1 }, missingPages: [], rows: { new: rows.length } });
    expect(done).toEqual({ written: rows.length, same: 0, kept: 0, expired: 0 });
    fresh.clock.advance(60_000);
    const again = await exported(fresh);
    expect(byKey(again.rows)).toEqual(byKey(rows));
    // What is in no file is made again: issues find the risks that they mitigate.
    const mitigations = (at: App) =>
      stored(at)
        .filter((id) => id.includes('risk-mitigation'))
        .sort();
    expect(mitigations(fresh)).toEqual(mitigations(app));

    // And it is a register like any other.
    const opened = await ask(fresh, 'open-register', {});
    expect(opened).toMatchObject({ place: 'here', risks: { length: 60 } });
    const change = { kind: 'edit', patch: { title: 'After the move' } } as const;
    expect(await ask(fresh, 'change-risk', { riskId: uuid(1), version: 2, change })).toMatchObject({
      result: 'changed',
    });
    expect((await ask(fresh, 'list-history', { riskId: uuid(1), cursor: null })).events).toHaveLength(3);
  });

  it('is the same when imported twice, and goes on where it broke off', async () => {
    await work(app);
    const { rows } = await exported(app);
    const fresh = await start();
    fresh.clock.advance(DAY + 60_000);
    let writes = 0;
    const failing: AskData = async (call, payload) => {
      if (call === 'write-import') writes += 1;
      if (writes > 1) return { ok: false, error: { code: 'internal', message: '' } };
      return await asking(fresh)(call, payload);
    };
    const plan = await planImport(asking(fresh), rows, nothing);
    await expect(runImport(failing, rows, plan, 'skip', nothing)).rejects.toBeInstanceOf(DataRefused);
    const second = await importInto(fresh, rows);
    expect(second.done.written).toBeGreaterThan(0);
    expect(second.done.same).toBeGreaterThan(0);
    expect(second.done.written + second.done.same).toBe(rows.length);
    const third = await importInto(fresh, rows);
    expect(third.done).toEqual({ written: 0, same: rows.length, kept: 0, expired: 0 });
  });

  it('is not put over what is newer here, unless that is asked for', async () => {
    await work(app);
    const { rows } = await exported(app);
    const later = { kind: 'edit', patch: { title: 'Written since' } } as const;
    await ask(app, 'change-risk', { riskId: uuid(1), version: 2, change: later });
    await ask(app, 'create-risks', { risks: [newRisk(61)] });
    app.clock.advance(60_000);
    const { plan, done } = await importInto(app, rows);
    expect([...plan.otherRegisters.values()]).toEqual(['older']);
    expect(done).toMatchObject({ written: 0 });
    const titles = async () => (await ask(app, 'open-register', {})).risks.map(({ title }) => title);
    expect(await titles()).toContain('Written since');

    await importInto(app, rows, 'restore');
    app.clock.advance(60_000);
    expect(byKey((await exported(app)).rows)).toEqual(byKey(rows));
    expect(await titles()).not.toContain('Written since');
    expect(await titles()).toHaveLength(60);
  });

  it('is told what is wrong with a file, and nothing is written', async () => {
    await work(app);
    const { rows } = await exported(app);
    const fresh = await start();
    const first = rows[0]!;
    const risk = rows.find(({ entity }) => entity === 'risk')!;
    const bad: FileRow[] = [
      { ...first, entity: 'nothing-of-the-kind' },
      { ...risk, value: { ...risk.value, body: { title: 'No risk' } } },
      { ...risk, key: 'elsewhere' },
      { entity: 'kept-health', key: 'a', value: {} },
      first,
    ];
    const before = stored(fresh).length;
    const plan = await planImport(asking(fresh), bad, nothing);
    expect(plan.problems).toEqual([
      { place: 1, entity: 'nothing-of-the-kind', problem: 'unknown-entity' },
      { place: 2, entity: 'risk', problem: 'unreadable' },
      { place: 3, entity: 'risk', problem: 'wrong-key' },
      { place: 4, entity: 'kept-health', problem: 'not-exported' },
    ]);
    const answer = await asking(fresh)('write-import', {
      rows: bad.map((row) => ({ ...row, value: { ...row.value } })),
      mode: 'restore',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(stored(fresh)).toHaveLength(before);
  });

  it('is kept and said where the page of a register is not there', async () => {
    await work(app);
    const { rows } = await exported(app);
    const fresh = await start();
    const page = app.seeded.pages['launch']!;
    fresh.wiki.trashPage(page);
    const { plan, done } = await importInto(fresh, rows);
    expect(plan.missingPages).toEqual([page]);
    expect(done.written).toBeGreaterThan(0);
  });

  it('lets what has had its time go', async () => {
    await work(app);
    const { rows } = await exported(app);
    const fresh = await start();
    fresh.clock.advance(200 * DAY);
    const { done } = await importInto(fresh, rows);
    const short = rows.filter(({ entity }) => entity === 'board-day' || entity === 'watched-board');
    expect(done.expired).toBe(short.length);
  });
});

describe('who may', () => {
  it('export and import a site: its administrators alone', async () => {
    await work(app);
    const { rows } = await exported(app);
    for (const who of [LEAD, DEVELOPER, OUTSIDER]) {
      const refused = { ok: false, error: { code: 'no-access' } };
      expect(await asking(app, who)('export-data', { scope: SITE, cursor: null })).toMatchObject(refused);
      const part = rows.slice(0, 2).map((row) => ({ ...row, value: { ...row.value } }));
      expect(await asking(app, who)('check-import', { rows: part })).toMatchObject(refused);
      expect(await asking(app, who)('write-import', { rows: part, mode: 'restore' })).toMatchObject(refused);
      expect(await asking(app, who)('remove-register', { registerId: uuid(1) })).toMatchObject(refused);
      expect(await asking(app, who)('find-pages', { pageIds: ['1'] })).toMatchObject(refused);
      expect(await asking(app, who)('get-data-state', {})).toMatchObject(refused);
    }
  });

  it('export a space: who administers it, and of it the pages that they see', async () => {
    await work(app);
    const page = app.wiki.get('pages', app.seeded.pages['launch']!)!;
    const scope = { kind: 'space', spaceId: page.spaceId } as const;
    expect(await asking(app, DEVELOPER)('export-data', { scope, cursor: null })).toMatchObject({
      ok: false,
      error: { code: 'no-access' },
    });
    const { rows, broken } = await exported(app, scope, LEAD);
    expect(broken).toEqual([]);
    expect(new Set(rows.map(({ entity }) => entity))).toEqual(
      new Set(['register', 'register-summary', 'risk', 'risk-event', 'pre-mortem-entry']),
    );
    app.wiki.restrictPage(page.id, { readers: { accountIds: [ADMIN], groupIds: [] } });
    expect((await exported(app, scope, LEAD)).rows).toEqual([]);
  });

  it('works for exports without a licence, and for imports with one', async () => {
    await work(app);
    app.faults.set({ license: 'inactive' });
    const { rows } = await exported(app);
    expect(rows.length).toBeGreaterThan(100);
    const part = rows.slice(0, 2).map((row) => ({ ...row, value: { ...row.value } }));
    expect(await asking(app)('write-import', { rows: part, mode: 'skip' })).toMatchObject({
      ok: false,
      error: { code: 'unlicensed' },
    });
  });
});

describe('every entity of the manifest', () => {
  it('goes into the file, or says why not', () => {
    expect(Object.keys(TRANSFER_KINDS).sort()).toEqual(app.manifest.entities.map(({ name }) => name).sort());
  });
});
