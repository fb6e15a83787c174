import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { listen } from '#sandbox/api/listen';
import { createClock } from '#sandbox/clock';
import { DEMO_USERS } from '#sandbox/demo/seed';
import { createFaults } from '#sandbox/faults';
import { createRest, type Rest } from '#sandbox/jira/rest/create-rest';
import { ENDPOINTS } from '#sandbox/jira/rest/endpoints';
import { basicAuthentication, createRestListener } from '#sandbox/jira/rest/http';
import type { RestRequest } from '#sandbox/jira/rest.types';
import { READ_ONLY } from '#sandbox/remote/read-operations';
import { createRemoteRest } from '#sandbox/remote/remote-rest';
import { createSiteClient } from '#sandbox/remote/site-client';

import { demoSite, SEEDED_AT } from '../demo/demo-site';
import { type Act, openFront, type Front } from './front';

const LEAD = DEMO_USERS.find((user) => user.role === 'lead')!;
const OTHER = DEMO_USERS.find((user) => user.role === 'developer')!;
const TOKEN = 'a-secret-token';

const world = demoSite();
let real: Rest;
let front: Front;
let closeSite: () => Promise<void>;

beforeAll(async () => {
  real = createRest({
    site: world.site,
    clock: createClock(() => SEEDED_AT),
    faults: createFaults(),
    siteUrl: 'http://localhost',
  });
  const server = await listen(createRestListener(real.handle, basicAuthentication(world.site)), 0);
  closeSite = server.close;
  front = await openFront(`http://localhost:${server.port}`);
});

afterAll(async () => {
  await front.close();
  await closeSite();
});

beforeEach(() => {
  front.act(() => null);
  real.ledger.clear();
});

function open({ timeoutMs = 10_000, address = front.url } = {}) {
  const faults = createFaults();
  const client = createSiteClient({ address, email: LEAD.email, token: TOKEN, timeoutMs });
  const remote = createRemoteRest({
    client,
    accountId: LEAD.accountId,
    clock: createClock(Date.now),
    faults,
  });
  const call = async (operation: string, change: Partial<RestRequest> = {}) => {
    const [method = '', path = ''] = operation.split(' ');
    const answer = await remote.handle({
      method,
      path,
      headers: {},
      body: undefined,
      accountId: LEAD.accountId,
      caller: 'user',
      scopes: null,
      ...change,
    });
    return { ...answer, json: (answer.body === '' ? undefined : JSON.parse(answer.body)) as unknown };
  };
  return { ...remote, call, faults };
}

/** A path of a template, whose slots are filled with something that is there. */
const filled = (operation: string) =>
  operation
    .replace('{boardId}', '1')
    .replace('{sprintId}', '1')
    .replace('{issueIdOrKey}', 'AUR-1')
    .replace('{projectIdOrKey}', 'AUR')
    .replaceAll(/\{\w+\}/g, '1');

const OPERATIONS = ENDPOINTS.map(({ operation }) => operation);
const ASKING = [
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/search/approximate-count',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/changelog/bulkfetch',
  'POST /rest/api/3/permissions/check',
];
const WRITES = OPERATIONS.filter((name) => !name.startsWith('GET ') && !ASKING.includes(name));

describe('a site that is only read', () => {
  it.each(WRITES)('is not sent %s', async (operation) => {
    const { call, ledger } = open();
    const { status, json } = await call(filled(operation), { body: '{}' });
    expect({ status, json }).toEqual({ status: 403, json: { errorMessages: [READ_ONLY], errors: {} } });
    expect(front.seen).toEqual([]);
    expect(ledger.summary().points).toBe(0);
  });

  it.each([
    ['PATCH /rest/api/3/issue/AUR-1', 405],
    ['HEAD /rest/api/3/myself', 405],
    ['POST /rest/api/3/myself', 405],
    ['GET /rest/api/2/myself', 501],
    ['GET /rest/api/3/auditing/record', 501],
    ['GET /rest/api/3/field/../issue/AUR-1/x', 501],
  ])('is not sent %s', async (operation, status) => {
    expect((await open().call(operation)).status).toBe(status);
    expect(front.seen).toEqual([]);
  });

  it.each([
    ['the app itself', null, 403],
    ['somebody else', OTHER.accountId, 401],
    ['nobody', undefined, 401],
  ])('is not read as %s', async (_name, accountId, status) => {
    expect((await open().call('GET /rest/api/3/myself', { accountId })).status).toBe(status);
    expect(front.seen).toEqual([]);
  });

  it('is not asked what the app’s scopes do not cover', async () => {
    const { status, json } = await open().call('GET /rest/api/3/field', { scopes: new Set(['read:me']) });
    expect({ status, json }).toMatchObject({
      status: 401,
      json: { message: 'Unauthorized; scope does not match' },
    });
    expect(front.seen).toEqual([]);
  });

  it('gets the credentials, and neither cookies nor other headers of whoever asks', async () => {
    const headers = {
      authorization: 'Basic bm8=',
      cookie: 'a=b',
      'x-http-method-override': 'DELETE',
      accept: 'application/json',
      'accept-language': 'de',
    };
    await open().call('GET /rest/api/3/myself', { headers });
    const [sent] = front.seen;
    expect(sent?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from(`${LEAD.email}:${TOKEN}`).toString('base64')}`,
      'accept-language': 'de',
    });
    expect(sent?.headers).not.toHaveProperty('cookie');
    expect(sent?.headers).not.toHaveProperty('x-http-method-override');
  });

  it('is the only host that is asked, whatever the path says', async () => {
    const elsewhere = await openFront(front.url);
    await open().call(`GET //${new URL(elsewhere.url).host}/rest/api/3/myself`);
    await open().call(`GET ${elsewhere.url}/rest/api/3/myself`);
    expect(elsewhere.seen).toEqual([]);
    expect(front.seen.map(({ path }) => path)).toEqual(Array(2).fill('/rest/api/3/myself'));
    await elsewhere.close();
  });
});

describe('an answer', () => {
  const READS: readonly (readonly [string, object | undefined])[] = [
    ...OPERATIONS.filter((name) => name.startsWith('GET ')).map((name) => [filled(name), undefined] as const),
    ['GET /rest/software/1.0/board/1/backlog?maxResults=7&fields=summary', undefined],
    [
      'POST /rest/api/3/search/jql',
      { jql: 'project = AUR ORDER BY Rank', fields: ['summary'], maxResults: 9 },
    ],
    ['POST /rest/api/3/search/approximate-count', { jql: 'project = AUR' }],
    ['POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['AUR-1', 'AUR-2'], fields: ['summary'] }],
    ['POST /rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: ['AUR-1'] }],
    ['POST /rest/api/3/permissions/check', { globalPermissions: ['ADMINISTER'] }],
  ];

  it.each(READS)('of %s is the site’s own, and counts as many points', async (operation, body) => {
    const { call, ledger } = open();
    const headers = { 'content-type': 'application/json' };
    const sent = { body: body && JSON.stringify(body), headers };
    const remote = await call(operation, sent);
    const there = real.ledger.summary();
    const direct = await real.handle({
      method: operation.split(' ')[0]!,
      path: operation.split(' ')[1]!,
      accountId: LEAD.accountId,
      caller: 'user',
      scopes: null,
      ...sent,
    });
    expect({ status: remote.status, body: remote.body }).toEqual({
      status: direct.status,
      body: direct.body,
    });
    expect(there.calls).toBe(1);
    expect(ledger.summary()).toEqual(there);
  });

  it.each<readonly [string, Act, number, RegExp, number]>([
    ['a token that expired', { status: 401 }, 401, /does not take the API token any more/, 1],
    [
      'what nobody in particular may see, since the token expired',
      { status: 200, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: '{"values":[]}' },
      401,
      /does not take the API token any more/,
      1,
    ],
    ['a refusal', { status: 403, body: '{"errorMessages":["No."],"errors":{}}' }, 403, /No\./, 1],
    [
      'a refusal as a page',
      { status: 403, headers: { 'content-type': 'text/html' }, body: '<p>' },
      403,
      /answered 403/,
      1,
    ],
    [
      'a page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' },
      502,
      /in its place \(200\)/,
      0,
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example' } },
      502,
      /in its place \(302\)/,
      0,
    ],
    [
      'a site in trouble',
      { status: 503, headers: { 'content-type': 'text/html' }, body: '<p>' },
      503,
      /503/,
      1,
    ],
    ['no answer', 'hang', 504, /did not answer within/, 1],
  ])('of %s is what the app understands', async (_name, act, status, words, points) => {
    front.act(() => act);
    const { call, ledger } = open({ timeoutMs: 300 });
    const answer = await call('GET /rest/api/3/field');
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ errorMessages: [expect.stringMatching(words)] });
    expect(answer.headers).not.toHaveProperty('location');
    expect(ledger.summary().points).toBe(points);
  });

  it('of a site that is gone is a 502', async () => {
    const gone = await openFront(front.url);
    await gone.close();
    const answer = await open({ address: gone.url }).call('GET /rest/api/3/field');
    expect(answer).toMatchObject({
      status: 502,
      body: expect.stringContaining('refuses connections') as string,
    });
  });

  it('of a site that takes no more calls says when to try again, and costs nothing', async () => {
    const limit = {
      'retry-after': '17',
      'x-ratelimit-remaining': '0',
      'ratelimit-reason': 'jira-burst-based',
      'beta-ratelimit': '"x";r=0',
      'set-cookie': 'a=b',
      'x-arequestid': 'abc',
    };
    front.act(() => ({ status: 429, headers: limit, body: '{"errorMessages":["Rate limit exceeded."]}' }));
    const { call, ledger } = open();
    const { status, headers } = await call('GET /rest/api/3/field');
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      'retry-after': '17',
      'x-ratelimit-remaining': '0',
      'beta-ratelimit': '"x";r=0',
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('x-arequestid');
    expect(ledger.summary().points).toBe(0);
  });

  it('can be made to go wrong on purpose', async () => {
    const { call, faults } = open();
    faults.set({ rest: [{ match: '/field', kind: 'rate-limited', pages: 'all', remaining: 1 }] });
    expect((await call('GET /rest/api/3/field')).status).toBe(429);
    expect((await call('GET /rest/api/3/field')).status).toBe(200);
  });
});
