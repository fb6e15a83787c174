import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { readManifest } from '#sandbox/forge/manifest';
import { type RunningSite, startSite } from '#sandbox/server';

const LEAD = '5b10a2844c20165700ede21a';

/** An app that answers what it is asked and reads a board as the user. */
const APP = `
exports.resolver = async ({ call, context }, { principal }) => {
  if (call.functionKey === 'fail') throw new Error('out of order');
  if (call.functionKey === 'read') {
    const path = '/rest/agile/1.0/board/1';
    const answer = await global.__forge_fetch__({ type: 'fpp', provider: 'user', remote: 'jira' }, path, {});
    return { status: answer.status, body: await answer.json() };
  }
  return { call, extension: context.extension, accountId: principal.accountId };
};
`;

/** The manifest names more functions; nobody calls them here. */
const OTHERS = [...readManifest('manifest.yml').functions.values()]
  .map(({ handler }) => `exports.${handler.replace(/^.*\./, '')} ??= async () => undefined;`)
  .join('\n');

const PAGE = '<html data-color-mode="light"><head><title>x</title></head><body></body></html>';

// A whole site is started here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let site: RunningSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.cjs'), APP + OTHERS);
  writeFileSync(join(folder, 'secret.txt'), 'not for the web');
  writeFileSync(join(folder, 'pages', 'index.html'), PAGE);
  writeFileSync(join(folder, 'pages', 'assets', 'main-1a.js'), 'export {};');
  site = await startSite({
    port: 0,
    stateFile: ':memory:',
    entry: join(folder, 'index.cjs'),
    pages: join(folder, 'pages'),
  });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** Calls the site as a browser or program would, and keeps its cookies from call to call. */
function visitor() {
  let cookies = '';
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(site.url + path, {
      method,
      headers: { cookie: cookies, ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    if (set.length > 0) cookies = set.map((cookie) => cookie.split(';')[0]).join('; ');
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as unknown,
    };
  };
}

const PLACE = { moduleKey: 'board-backlog-health', projectKey: 'AUR', boardId: 1 };

describe('session', () => {
  it('is the lead in light for a newcomer, and offers one user of each role', async () => {
    const { body } = await visitor()('GET', '/sandbox/api/session');
    expect(body).toMatchObject({ accountId: LEAD, theme: 'light' });
    const { users } = body as { users: { role: string }[] };
    expect(users.map(({ role }) => role).sort()).toEqual([
      'admin',
      'anonymous',
      'developer',
      'lead',
      'outsider',
      'viewer',
    ]);
  });

  it('switches user and theme, and the user is who REST answers', async () => {
    const call = visitor();
    const { users } = (await call('GET', '/sandbox/api/session')).body as {
      users: { role: string; accountId: string }[];
    };
    const outsider = users.find(({ role }) => role === 'outsider')!.accountId;
    await call('POST', '/sandbox/api/session', { accountId: outsider });
    const { headers } = await call('POST', '/sandbox/api/session', { theme: 'dark' });
    expect(headers.getSetCookie().every((cookie) => cookie.includes('HttpOnly; SameSite=Strict'))).toBe(true);
    expect((await call('GET', '/rest/api/3/myself')).body).toHaveProperty('accountId', outsider);
    expect((await call('GET', '/rest/api/3/project/AUR')).status).toBe(404);
    expect((await call('GET', '/')).body).toContain('data-color-mode="dark"');
  });

  it('sets the language of the account, and the app’s modules, its screens and REST follow', async () => {
    const call = visitor();
    const titles = async () => {
      const { modules } = (await call('GET', '/sandbox/api/session')).body as {
        modules: { key: string; title: string }[];
      };
      return modules.find(({ key }) => key === 'board-backlog-health')?.title;
    };
    expect(await titles()).toBe('Backlog health');
    await call('POST', '/sandbox/api/session', { locale: 'de_DE' });
    expect(await titles()).toBe('Backlog-Zustand');
    expect((await call('GET', '/rest/api/3/myself')).body).toHaveProperty('locale', 'de_DE');
    const place = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };
    expect(site.host.context(place, LEAD, 'light').locale).toBe('de-DE');
    await call('POST', '/sandbox/api/session', { locale: 'en_GB' });
    expect(await titles()).toBe('Backlog health');
  });

  it.each([
    [{ accountId: 'nobody' }, 404],
    [{ theme: 'blue' }, 400],
    [{ locale: 'xx_XX' }, 400],
    ['{', 400],
  ])('refuses %j', async (change, status) => {
    expect((await visitor()('POST', '/sandbox/api/session', change)).status).toBe(status);
  });
});

describe('guard', () => {
  const withHost = async (host: string) =>
    await new Promise<number | undefined>((resolve, reject) => {
      request(`${site.url}/`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('answers no foreign host name, and sends other names of this machine to the one address', async () => {
    expect(await withHost('evil.example')).toBe(403);
    expect(await withHost(`127.0.0.1:${new URL(site.url).port}`)).toBe(302);
    expect(await withHost(new URL(site.url).host)).toBe(200);
  });

  it('takes no change from the origin of the app’s screens', async () => {
    const answer = await visitor()(
      'POST',
      '/sandbox/api/faults',
      { offline: true },
      { origin: site.resourceUrl },
    );
    expect(answer.status).toBe(403);
    expect(site.faults.current().offline).toBe(false);
  });
});

describe('REST', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it('takes clients by e-mail and token', async () => {
    const call = visitor();
    const { body } = await call(
      'GET',
      '/rest/api/3/myself',
      undefined,
      basic('maren.lindqvist@example.com:token'),
    );
    expect(body).toHaveProperty('accountId', LEAD);
    expect(
      (await call('GET', '/rest/api/3/myself', undefined, basic('nobody@example.com:token'))).status,
    ).toBe(401);
    expect(site.rest.ledger.entries({ callers: ['client'] })).toHaveLength(2);
  });

  it('asks a program that has not logged in to do so, and lets the pages in by their session', async () => {
    const myself = async (headers: Record<string, string>) =>
      (await fetch(`${site.url}/rest/api/3/myself`, { headers })).status;
    expect(await myself({})).toBe(401);
    expect(await myself({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await myself({ referer: `${site.url}/` })).toBe(200);
  });
});

describe('pages', () => {
  it('serves the one page for every address, and the files of the build alone', async () => {
    const call = visitor();
    const page = await call('GET', '/browse/AUR-1');
    expect(page.body).toContain('<base href="/site/" />');
    expect(page.headers.get('content-security-policy')).toContain(`frame-src ${site.resourceUrl};`);
    expect((await call('GET', '/site/assets/main-1a.js')).headers.get('content-type')).toContain(
      'javascript',
    );
    expect((await call('GET', '/site/%2e%2e%2fsecret.txt')).status).toBe(404);
    expect((await call('GET', '/site/assets/none.js')).status).toBe(404);
    expect((await call('GET', '/sandbox/api/none')).status).toBe(404);
    expect((await call('POST', '/browse/AUR-1')).status).toBe(405);
  });
});

describe('bridge', () => {
  const invoke = (functionKey: string, place: object = PLACE) => ({
    frame: 'f1',
    place,
    arg: { functionKey, payload: { a: 1 } },
  });

  it('runs the resolver of the module as the session’s user, with the context of the place', async () => {
    const { body } = await visitor()('POST', '/sandbox/api/bridge/invoke', invoke('echo'));
    expect(body).toMatchObject({
      result: {
        call: { functionKey: 'echo', payload: { a: 1 } },
        accountId: LEAD,
        extension: {
          type: 'jira:boardAction',
          project: { key: 'AUR', type: 'software' },
          board: { id: '1', type: 'scrum' },
          sprints: [{ state: 'active' }],
        },
      },
    });
  });

  it('gives a screen the context that the resolver gets, and what a dialog was given', async () => {
    const { body } = await visitor()('POST', '/sandbox/api/bridge/getContext', {
      frame: 'f1',
      place: { ...PLACE, modal: { issue: 'AUR-1' } },
    });
    expect(body).toMatchObject({
      result: {
        moduleKey: 'board-backlog-health',
        siteUrl: site.url,
        theme: { colorMode: 'light' },
        extension: { board: { id: '1' }, modal: { issue: 'AUR-1' } },
      },
    });
  });

  it('names the board of a project page where the project has only one', async () => {
    const place = { moduleKey: 'project-backlog-health', projectKey: 'AUR', boardId: null };
    const { body } = await visitor()('POST', '/sandbox/api/bridge/getContext', { frame: 'f1', place });
    expect(body).toMatchObject({ result: { extension: { type: 'jira:projectPage', board: { id: '1' } } } });
  });

  it('answers an error of the app as the platform words it', async () => {
    const { status, body } = await visitor()('POST', '/sandbox/api/bridge/invoke', invoke('fail'));
    expect([status, body]).toEqual([200, { error: expect.stringContaining('out of order') as unknown }]);
  });

  it('lets a screen read Jira as its viewer', async () => {
    const { body } = await visitor()('POST', '/sandbox/api/bridge/fetchProduct', {
      frame: 'f1',
      place: PLACE,
      arg: {
        product: 'jira',
        restPath: '/rest/agile/1.0/board/1',
        fetchRequestInit: { method: 'GET', body: null },
      },
    });
    expect(body).toMatchObject({
      result: { status: 200, body: expect.stringContaining('Aurora board') as unknown },
    });
  });

  it.each([
    ['a module that is not declared', { ...PLACE, moduleKey: 'none' }],
    ['a project that is not there', { ...PLACE, projectKey: 'NONE' }],
    ['a board of another project', { ...PLACE, boardId: 2 }],
    ['a board action without a board', { ...PLACE, boardId: null }],
  ])('refuses %s', async (_name, place) => {
    expect((await visitor()('POST', '/sandbox/api/bridge/invoke', invoke('echo', place))).status).toBe(404);
  });

  it('refuses a place that the user may not see', async () => {
    const call = visitor();
    const outsider = [...site.site.all('users')].find(({ email }) => email.startsWith('oscar'))!;
    await call('POST', '/sandbox/api/session', { accountId: outsider.accountId });
    expect((await call('POST', '/sandbox/api/bridge/invoke', invoke('echo'))).status).toBe(404);
  });

  it('lets nothing through while offline on purpose', async () => {
    const call = visitor();
    await call('POST', '/sandbox/api/faults', { offline: true });
    await expect(call('POST', '/sandbox/api/bridge/invoke', invoke('echo'))).rejects.toThrow('fetch failed');
    await call('POST', '/sandbox/api/faults', { offline: false });
    expect((await call('POST', '/sandbox/api/bridge/invoke', invoke('echo'))).status).toBe(200);
  });
});

describe('workbench', () => {
  it('meters what the app called since its screen was opened', async () => {
    const call = visitor();
    await call('POST', '/sandbox/api/bridge/invoke', {
      frame: 'new',
      place: PLACE,
      arg: { functionKey: 'read' },
    });
    const { body } = await call('GET', '/sandbox/api/meter');
    expect(body).toMatchObject({
      lastOpen: { calls: 1, roundTrips: 1, screenCalls: 0 },
      lastInvocation: { calls: 1 },
      pointsAnHour: 65_000,
    });
    const { lastOpen, pointsThisHour, platform } = body as {
      lastOpen: { points: number };
      pointsThisHour: number;
      platform: { invocations: number };
    };
    expect(lastOpen.points).toBeGreaterThan(0);
    expect(pointsThisHour).toBeGreaterThanOrEqual(lastOpen.points);
    expect(platform.invocations).toBeGreaterThan(0);
  });

  it('moves the clock forward only', async () => {
    const call = visitor();
    const before = site.clock.now();
    const { body } = await call('POST', '/sandbox/api/clock', { milliseconds: 86_400_000 });
    expect((body as { now: number }).now - before).toBeGreaterThanOrEqual(86_400_000);
    expect((await call('POST', '/sandbox/api/clock', { milliseconds: -1 })).status).toBe(400);
  });

  it('sets the faults it is given and leaves the others', async () => {
    const call = visitor();
    await call('POST', '/sandbox/api/faults', { latencyMs: 5 });
    expect((await call('POST', '/sandbox/api/faults', { license: 'inactive' })).body).toMatchObject({
      latencyMs: 5,
      license: 'inactive',
    });
    expect((await call('POST', '/sandbox/api/faults', { license: 'none' })).status).toBe(400);
    site.faults.set({ latencyMs: 0, license: 'active' });
  });

  it('imports a file and says where it is', async () => {
    const csv = 'Issue key,Summary,Story Points\nNEW-1,First,3\nNEW-2,Second,5\n';
    const call = visitor();
    const { body } = await call('POST', '/sandbox/api/import?fileName=new.csv', csv);
    expect(body).toMatchObject({
      report: expect.stringContaining('Imported 2 issues') as unknown,
      path: expect.stringMatching(/^\/jira\/software\/c\/projects\/NEW\/boards\/\d+$/) as unknown,
    });
    expect((await call('GET', '/rest/api/3/issue/NEW-2')).status).toBe(200);
    expect((await call('POST', '/sandbox/api/import?fileName=x.csv', '')).status).toBe(422);
  });
});
