import { describe, expect, test } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';

import { addStories, buildRest } from './rest.fixture';

describe('points', () => {
  const COSTS: [call: string, body: unknown, points: number][] = [
    ['GET /rest/api/3/serverInfo', undefined, 1],
    ['GET /rest/api/3/field', undefined, 1],
    ['GET /rest/api/3/priority', undefined, 1],
    ['GET /rest/api/3/myself', undefined, 3],
    ['GET /rest/api/3/user/bulk?accountId=dev&accountId=lea', undefined, 5],
    ['GET /rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,EDIT_ISSUES&projectKey=SCR', undefined, 5],
    [
      'POST /rest/api/3/permissions/check',
      { projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000] }] },
      3,
    ],
    ['GET /rest/api/3/project/SCR', undefined, 2],
    ['GET /rest/api/3/search/jql?jql=project=SCR&maxResults=4', undefined, 5],
    ['POST /rest/api/3/search/approximate-count', { jql: 'project = SCR' }, 1],
    ['GET /rest/api/3/issue/SCR-1?expand=changelog', undefined, 2],
    ['POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SCR-1', 'SCR-2', 'SCR-3'] }, 3],
    ['POST /rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: ['SCR-1', 'SCR-2'] }, 2],
    ['PUT /rest/api/3/issue/SCR-2', { fields: { summary: 'New' } }, 1],
    ['POST /rest/api/3/issue/SCR-2/comment', { body: textAdf('x') }, 1],
    ['GET /rest/agile/1.0/board', undefined, 2],
    ['GET /rest/agile/1.0/board/1/configuration', undefined, 1],
    ['GET /rest/agile/1.0/board/1/sprint', undefined, 3],
    ['GET /rest/software/1.0/board/1/backlog?maxResults=3', undefined, 4],
    ['GET /rest/software/1.0/board/1/backlog/approximate-count', undefined, 1],
    ['GET /rest/api/3/issue/SCR-99', undefined, 1],
    ['GET /rest/api/3/filter', undefined, 0],
  ];

  test.each(COSTS)('%s costs by the rule', async (call, body, points) => {
    const world = buildRest();
    const [first] = addStories(world, 8);
    world.site.editIssue(first!.id, { summary: 'Changed' }, { by: 'lea' });
    for (const name of ['One', 'Two']) world.site.createSprint({ boardId: 1, name }, { by: 'lea' });
    // Two entries, but one issue: its change log counts once.
    world.site.editIssue(first!.id, { labels: ['x'] }, { by: 'lea' });
    const before = world.rest.ledger.mark();
    await world.ask(call, { body });
    const [entry] = world.rest.ledger.entries({ since: before });
    expect(entry?.points).toBe(points);
  });

  test('are summed up by caller, by invocation and by operation, and those of the app by the hour', async () => {
    const { ask, rest, clock } = buildRest();
    await ask('GET /rest/api/3/myself', { invocationId: 'one' });
    await ask('GET /rest/api/3/field', { invocationId: 'one', as: null, caller: 'app' });
    await ask('GET /rest/api/3/field', { invocationId: 'two' });
    await ask('GET /rest/api/3/field', { caller: 'screen' });
    await ask('GET /rest/api/3/field', { caller: 'site' });
    const { ledger } = rest;
    expect(ledger.summary({ invocationId: 'one' })).toMatchObject({ calls: 2, points: 4 });
    expect(ledger.summary({ callers: ['screen'] })).toMatchObject({ calls: 1, points: 1 });
    expect(ledger.summary({ callers: ['user', 'app'] }).byOperation).toEqual([
      { operation: 'GET /rest/api/3/myself', calls: 1, points: 3 },
      { operation: 'GET /rest/api/3/field', calls: 2, points: 2 },
    ]);
    expect(ledger.pointsInHour(clock.now())).toBe(5);
    clock.advance(3_600_000);
    expect(ledger.pointsInHour(clock.now())).toBe(0);
  });
});

describe('too many calls', () => {
  test('the quota of the hour binds the app, is told in headers, and ends with the hour', async () => {
    const { ask, clock } = buildRest({ limits: { pointsPerHour: 4 } });
    const first = await ask('GET /rest/api/3/myself');
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"global-app-quota";q=4;w=3600',
      ratelimit: '"global-app-quota";r=4;t=3600',
    });
    expect((await ask('GET /rest/api/3/field')).headers['ratelimit']).toBe('"global-app-quota";r=1;t=3600');
    clock.advance(600_000);
    const refused = await ask('GET /rest/api/3/field');
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '3000',
        'ratelimit-reason': 'jira-quota-global-based',
        'x-ratelimit-limit': '4',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-06-01T10:00Z',
      },
    });
    for (const caller of ['screen', 'site', 'client'] as const) {
      expect((await ask('GET /rest/api/3/field', { caller })).status).toBe(200);
    }
    clock.advance(3_000_000);
    expect((await ask('GET /rest/api/3/field')).status).toBe(200);
  });

  test('bursts are counted for each operation over a second of real time', async () => {
    const { ask, machine } = buildRest({ limits: { readsPerSecond: 2 } });
    const statuses = async () => [
      (await ask('GET /rest/api/3/field')).status,
      (await ask('GET /rest/api/3/field')).status,
      (await ask('GET /rest/api/3/field')).status,
      (await ask('GET /rest/api/3/priority')).status,
    ];
    expect(await statuses()).toEqual([200, 200, 429, 200]);
    machine.now = 999;
    const refused = await ask('GET /rest/api/3/field');
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based' });
    machine.now = 1_000;
    expect((await ask('GET /rest/api/3/field')).status).toBe(200);
  });

  test('PUT and DELETE have half of it', async () => {
    const world = buildRest();
    const issues = addStories(world, 51).filter(({ securityLevelId }) => securityLevelId === null);
    let refused = 0;
    for (let call = 0; call < 60; call += 1) {
      const key = issues[call % issues.length]!.key;
      const { status } = await world.ask(`PUT /rest/api/3/issue/${key}`, {
        body: { fields: { labels: [] } },
      });
      if (status === 429) refused += 1;
    }
    expect(refused).toBe(10);
  });

  test('one issue takes 20 writes in two seconds, by key or by id and through any operation', async () => {
    const world = buildRest();
    const [issue] = addStories(world, 1);
    const { ask, machine } = world;
    for (let write = 0; write < 10; write += 1) {
      await ask(`PUT /rest/api/3/issue/${issue!.key}`, { body: { fields: { labels: [String(write)] } } });
      await ask(`POST /rest/api/3/issue/${issue!.id}/comment`, { body: { body: textAdf('x') } });
    }
    const refused = await ask('POST /rest/agile/1.0/backlog/issue', { body: { issues: [issue!.key] } });
    expect(refused.status).toBe(429);
    expect(refused.headers['ratelimit-reason']).toBe('jira-per-issue-on-write');
    expect((await ask(`GET /rest/api/3/issue/${issue!.key}`)).status).toBe(200);
    machine.now = 2_001;
    expect(
      (await ask(`PUT /rest/api/3/issue/${issue!.key}`, { body: { fields: { labels: [] } } })).status,
    ).toBe(204);
  });

  test("the site's own pages are never too many", async () => {
    const { ask } = buildRest({ limits: { readsPerSecond: 1, pointsPerHour: 0 } });
    for (let call = 0; call < 3; call += 1) {
      expect((await ask('GET /rest/api/3/field', { caller: 'site' })).status).toBe(200);
    }
  });
});

describe('faults', () => {
  const rule = { match: '/backlog', pages: 'all', remaining: 1 } as const;

  test.each([
    ['rate-limited', 429, []],
    ['server-error', 500, []],
    ['time-out', 504, [30_000]],
  ] as const)('%s strikes once, then the call goes through', async (kind, status, slept) => {
    const { ask, machine } = buildRest({ faults: { rest: [{ ...rule, kind }] } });
    const path = 'GET /rest/software/1.0/board/1/backlog';
    const struck = await ask(path);
    expect(struck.status).toBe(status);
    expect(machine.slept).toEqual(slept);
    if (status === 429) expect(Number(struck.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(path)).status).toBe(200);
    expect((await ask('GET /rest/api/3/field')).status).toBe(200);
  });

  test('can spare the first page and fail the later ones', async () => {
    const world = buildRest({
      faults: { rest: [{ match: '/backlog', kind: 'server-error', pages: 'later-pages', remaining: null }] },
    });
    addStories(world, 8);
    const path = 'GET /rest/software/1.0/board/1/backlog?maxResults=2';
    const first = await world.ask(path);
    expect(first.status).toBe(200);
    const token = (first.body as { nextPageToken: string }).nextPageToken;
    expect((await world.ask(`${path}&nextPageToken=${token}`)).status).toBe(500);
  });

  test('hit the app and its screens, not the site or outside clients', async () => {
    const faults = {
      latencyMs: 70,
      rest: [{ match: '', kind: 'server-error', pages: 'all', remaining: null }],
    } as const;
    const { ask, machine } = buildRest({ faults });
    const of = async (caller: 'user' | 'app' | 'screen' | 'site' | 'client') =>
      (await ask('GET /rest/api/3/field', { caller })).status;
    expect([await of('user'), await of('app'), await of('screen')]).toEqual([500, 500, 500]);
    expect([await of('site'), await of('client')]).toEqual([200, 200]);
    expect(machine.slept).toEqual([70, 70, 70]);
  });
});

describe('scopes', () => {
  const CALLS: [call: string, scopes: string[], status: number][] = [
    ['GET /rest/api/3/field', [], 401],
    ['GET /rest/api/3/field', ['read:jira-work'], 200],
    ['GET /rest/api/3/field', ['read:jira-user'], 401],
    ['GET /rest/api/3/priority', ['read:priority:jira'], 200],
    ['GET /rest/agile/1.0/board', ['read:jira-work'], 401],
    ['GET /rest/agile/1.0/board', ['read:board-scope:jira-software'], 401],
    ['GET /rest/agile/1.0/board', ['read:board-scope:jira-software', 'read:project:jira'], 200],
    ['GET /rest/api/3/serverInfo', [], 200],
    ['POST /rest/api/3/permissions/check', [], 200],
  ];

  test.each(CALLS)('%s with %j answers %i', async (call, scopes, status) => {
    const { ask, rest } = buildRest();
    const answer = await ask(call, { scopes: [...scopes], body: call.startsWith('POST') ? {} : undefined });
    expect(answer.status).toBe(status);
    const [entry] = rest.ledger.entries();
    expect(entry).toMatchObject({ status, operation: call.split(' ')[1] });
    if (status === 401) {
      expect(answer.body).toEqual({ code: 401, message: 'Unauthorized; scope does not match' });
      expect(entry?.scopes.length).toBeGreaterThan(0);
    }
  });
});
