import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';

import { DEMO_USERS } from '#sandbox/demo/seed';
import { connect } from '#sandbox/remote/connect';
import { startOwnSite, type RunningOwnSite } from '#sandbox/remote/own-site';
import { READ_ONLY } from '#sandbox/remote/read-operations';
import { createSiteClient } from '#sandbox/remote/site-client';
import { startSite, type RunningSite } from '#sandbox/server';
import { openStore } from '#sandbox/state/store';

import { openFront, type Front } from '../sandbox/remote/front';

// The app is bundled and two sites are started here, which takes a minute on a busy machine.
vi.setConfig({ hookTimeout: 300_000 });

const LEAD = DEMO_USERS.find((user) => user.role === 'lead')!;
const TOKEN = 'ATATT-a-secret-token';
const CREDENTIALS = Buffer.from(`${LEAD.email}:${TOKEN}`).toString('base64');
const BOARD = { moduleKey: 'board-backlog-health', projectKey: 'AUR', boardId: 1 };

let folder: string;
let real: RunningSite;
let front: Front;
let own: RunningOwnSite;
const store = openStore(':memory:');
/** Everything that a browser or program got to see. */
const heard: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-site-'));
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<html data-color-mode="light"><head></head><body></body></html>');
  const entry = inject('bundle');
  real = await startSite({ port: 0, stateFile: ':memory:', entry, pages });
  front = await openFront(real.url);
  const client = createSiteClient({ address: front.url, email: LEAD.email, token: TOKEN });
  const { account } = await connect(client);
  own = await startOwnSite({ client, account, port: 0, entry, pages, store });
});

afterAll(async () => {
  await own.close();
  await front.close();
  await real.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const PAGE = { 'sec-fetch-site': 'same-origin' };

/** Calls a site as its own page in a browser does, or with other headers. */
async function call(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = PAGE,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const sent = request(base + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        heard.push(JSON.stringify(response.headers), text);
        const isJson = response.headers['content-type']?.includes('json') ?? false;
        resolve({ status: response.statusCode ?? 0, body: isJson ? (JSON.parse(text) as unknown) : text });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** What a call of a screen answers on a site. */
async function invoke(base: string, functionKey: string, payload: unknown, place: object = BOARD) {
  const arg = { functionKey, payload };
  const { body } = await call(base, 'POST', '/sandbox/api/bridge/invoke', { frame: 'one', place, arg });
  return (body as { result: { ok: boolean; data: Record<string, unknown>; error?: unknown } }).result;
}

/** What differs between two readings of the same. */
const withoutTime = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'asOf' ? undefined : part)));

const AT = { moduleKey: BOARD.moduleKey, moduleType: 'jira:boardAction', extension: {} };
const PANEL = { boardId: 1, mayBeKept: false };

describe('the app on a site of one’s own', () => {
  it('answers what it answers on the site itself, for as many points', async () => {
    const there = await invoke(real.url, 'get-backlog-health', PANEL);
    const mark = real.rest.ledger.mark();
    const before = own.ledger.mark();
    const here = await invoke(own.url, 'get-backlog-health', PANEL);
    expect(here.ok).toBe(true);
    expect(withoutTime(here)).toEqual(withoutTime(there));
    expect((here.data as { issues: unknown[] }).issues.length).toBeGreaterThan(10);
    const { body } = await call(own.url, 'GET', '/sandbox/api/meter');
    const client = real.rest.ledger.summary({ callers: ['client'], since: mark });
    // What the app would ask as itself is not sent, and free.
    const [mine, ofPages] = [['user', 'site'] as const, ['site'] as const].map((callers) =>
      own.ledger.summary({ since: before, callers }),
    );
    expect(mine).toEqual(client);
    expect(body).toMatchObject({ lastOpen: { points: client.points - ofPages!.points } });
    expect(client.points).toBeGreaterThan(50);
  });

  it('judges a sprint as on the site itself', async () => {
    const payload = { boardId: 1, sprintId: null };
    const there = await invoke(real.url, 'get-sprint', payload);
    const here = await invoke(own.url, 'get-sprint', payload);
    expect(here.ok).toBe(true);
    expect(withoutTime(here)).toEqual(withoutTime(there));
  });

  it('is refused every change, and says so as for somebody who may not', async () => {
    front.act(() => null);
    const { data } = await invoke(own.url, 'get-sprint', { boardId: 1, sprintId: null });
    const sprint = data['sprint'] as { id: number; goal: string };
    const change = { boardId: 1, sprintId: sprint.id, was: sprint.goal, goal: 'Something else' };
    const answer = await invoke(own.url, 'set-sprint-goal', change);
    expect(answer).toMatchObject({ ok: false });
    expect(JSON.stringify(answer)).toContain(READ_ONLY);
    expect(front.seen.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
    expect(front.seen.filter(({ method, path }) => method === 'POST' && /sprint/.test(path))).toEqual([]);
    expect(real.site.get('sprints', sprint.id)?.goal).toBe(sprint.goal);
  });

  it('hears of a token that expires while it runs, and of too many calls', async () => {
    front.act(() => ({ status: 401, body: '{"message":"Client must be authenticated"}' }));
    expect(await invoke(own.url, 'get-backlog-health', PANEL)).toMatchObject({
      ok: false,
      error: { code: 'no-access' },
    });
    front.act(() => ({ status: 429, headers: { 'retry-after': '300' } }));
    expect(await invoke(own.url, 'get-backlog-health', PANEL)).toMatchObject({
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds: 300 },
    });
    front.act(() => null);
  });

  it('is told the address of the real site, for its links', async () => {
    const asked = { frame: 'one', place: BOARD, arg: null };
    const { body } = await call(own.url, 'POST', '/sandbox/api/bridge/getContext', asked);
    expect(body).toMatchObject({
      result: {
        siteUrl: front.url,
        accountId: LEAD.accountId,
        extension: { project: { key: 'AUR' }, board: { id: '1' } },
      },
    });
  });
});

describe('the pages of a site of one’s own', () => {
  it('are there for the token’s account alone', async () => {
    const { body } = await call(own.url, 'GET', '/sandbox/api/session');
    expect(body).toMatchObject({
      accountId: LEAD.accountId,
      users: [{ accountId: LEAD.accountId, role: 'you' }],
      ownSite: { name: new URL(front.url).host, address: front.url },
    });
    const { modules } = body as { modules: { place: string }[] };
    expect(modules.map(({ place }) => place)).toContain('board');
    expect(modules.filter(({ place }) => ['space', 'wiki', 'macro'].includes(place))).toEqual([]);
    const cookie = { ...PAGE, cookie: 'local-site-user=anonymous' };
    expect((await call(own.url, 'GET', '/sandbox/api/session', undefined, cookie)).body).toMatchObject({
      accountId: LEAD.accountId,
    });
    for (const accountId of ['anonymous', DEMO_USERS.at(-1)!.accountId]) {
      expect((await call(own.url, 'POST', '/sandbox/api/session', { accountId })).status).toBe(404);
    }
    expect((await call(own.url, 'POST', '/sandbox/api/session', { theme: 'dark' })).status).toBe(200);
  });

  it('show the real boards', async () => {
    const path = '/rest/agile/1.0/board?projectKeyOrId=AUR';
    const there = await call(real.url, 'GET', path);
    expect(await call(own.url, 'GET', path)).toEqual(there);
  });

  it.each([
    ['PUT', '/rest/api/3/issue/AUR-1'],
    ['POST', '/rest/agile/1.0/sprint'],
    ['POST', '/sandbox/api/sprints/start'],
    ['POST', '/sandbox/api/issues/split'],
    ['POST', '/sandbox/api/clock'],
    ['POST', '/sandbox/api/import'],
    ['POST', '/sandbox/api/wiki/pages'],
  ])('change nothing: %s %s', async (method, path) => {
    front.act(() => null);
    const { status, body } = await call(own.url, method, path, {});
    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain(READ_ONLY);
    expect(front.seen).toEqual([]);
  });

  it.each([['/wiki/api/v2/spaces'], ['/sandbox/api/sprint-report?boardId=1&sprintId=1']])(
    'have no %s',
    async (path) => {
      expect((await call(own.url, 'GET', path)).status).toBe(404);
    },
  );

  it.each([
    ['a program', {}],
    ['a program with credentials', { authorization: `Basic ${CREDENTIALS}` }],
    ['the app’s screens', { 'sec-fetch-site': 'same-site' }],
    ['another page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
  ])('lend nothing to %s', async (_name, headers) => {
    front.act(() => null);
    for (const path of ['/rest/api/3/myself', '/sandbox/api/session', '/sandbox/api/logs']) {
      expect((await call(own.url, 'GET', path, undefined, headers)).status).toBe(403);
    }
    const asked = { frame: 'two', place: BOARD, arg: { functionKey: 'get-backlog-health', payload: PANEL } };
    expect((await call(own.url, 'POST', '/sandbox/api/bridge/invoke', asked, headers)).status).toBe(403);
    expect(front.seen).toEqual([]);
  });
});

describe('the token', () => {
  it('is nowhere but in the calls to the site', async () => {
    for (const path of [
      '/',
      '/sandbox/api/session',
      '/sandbox/api/meter',
      '/sandbox/api/faults',
      '/rest/api/3/nothing',
    ])
      await call(own.url, 'GET', path);
    const { body: logs } = await call(own.url, 'GET', '/sandbox/api/logs');
    const stored = ['forge-kvs', 'users', 'workbench'].map((name) => JSON.stringify([...store.load(name)]));
    expect(stored[0]).toContain('kept-health');
    const kept = [logs, own.ledger.entries(), own.host.context(AT, LEAD.accountId, 'light'), process.env];
    const all = [...heard, ...stored, ...kept.map((part) => JSON.stringify(part))];
    expect(all.length).toBeGreaterThan(20);
    for (const text of all) {
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain(CREDENTIALS);
    }
    expect(front.seen.every(({ headers }) => headers.authorization === `Basic ${CREDENTIALS}`)).toBe(true);
    // Nothing was written beside the pages.
    expect(readdirSync(folder)).toEqual(['pages']);
  });
});
