import { describe, expect, test } from 'vitest';

import { createFaults } from '#sandbox/faults';
import { openAppFunctions } from '#sandbox/jira/jql/app-functions';
import type { DeclaredFunction, FunctionClause } from '#sandbox/jira/jql/app-functions.types';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { type Store, openStore } from '#sandbox/state/store';

import { addStories, type Asked } from './rest.fixture';
import { buildSite, DAY } from './site.fixture';

const CHOSEN: DeclaredFunction = {
  moduleKey: 'chosen-issues',
  name: 'chosen',
  functionKey: 'chosen',
  arguments: [
    { name: 'what', required: true },
    { name: 'page', required: false },
  ],
  types: ['issue'],
  operators: ['in', 'not in'],
};

const ariOf = (key: string) => `ari:cloud:ecosystem::extension/app/environment/static/${key}`;

/** A site whose app answers by the first argument of its function, and counts how often it is asked. */
function build(answers: Readonly<Record<string, unknown>>, store: Store = openStore(':memory:')) {
  const world = buildSite(store);
  const { site, clock } = world;
  const asked: FunctionClause[] = [];
  const functions = openAppFunctions({ functions: [CHOSEN], ariOf, store, clock });
  functions.serveWith((_declared, clause) => {
    asked.push(clause);
    const answer = answers[clause.arguments[0] ?? ''];
    return answer === undefined ? Promise.reject(new Error('broken')) : Promise.resolve(answer);
  });
  const { handle } = createRest({ site, clock, faults: createFaults(), siteUrl: 'http://site', functions });
  const ask = async (call: string, { as = 'dev', body }: Omit<Asked, 'as'> & { as?: string | null } = {}) => {
    const [method = '', path = ''] = call.split(' ');
    const sender = { headers: {}, accountId: as, caller: 'app', scopes: null } as const;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await handle({ method, path, body: text, ...sender });
    const parsed: unknown = response.body === '' ? undefined : JSON.parse(response.body);
    return { status: response.status, body: parsed };
  };
  const search = async (jql: string, as = 'dev') => {
    const { status, body } = await ask(
      `GET /rest/api/3/search/jql?fields=key&jql=${encodeURIComponent(jql)}`,
      { as },
    );
    const { issues, errorMessages } = body as { issues: { key: string }[]; errorMessages: string[] };
    return status === 200 ? issues.map(({ key }) => key) : errorMessages;
  };
  return { ...world, asked, ask, search };
}

const COMPUTATION = '/rest/api/3/jql/function/computation';
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1)).join(', ');

describe('a function of the app in a query', () => {
  test('is asked once for a clause, and again for another', async () => {
    const world = build({ all: { jql: 'project = SCR' } });
    addStories(world, 3);
    const found = await world.search('issue in chosen("all") AND status = "To Do" ORDER BY key');
    // The third has a security level: the answer is shared, what it shows is not.
    expect(found).toEqual(['SCR-1', 'SCR-2']);
    expect(await world.search('issue IN CHOSEN("all") ORDER BY key', 'lea')).toEqual([...found, 'SCR-3']);
    expect(world.asked).toHaveLength(1);
    await world.search('issue not in chosen("all")');
    await world.search('key in chosen("all", "2")');
    expect(
      world.asked.map(({ field, operator, arguments: words }) => [field, operator, words.length]),
    ).toEqual([
      ['issue', 'in', 1],
      ['issue', 'not in', 1],
      ['key', 'in', 2],
    ]);
  });

  test('is replaced by its fragment as a whole, and negated by NOT', async () => {
    const world = build({ two: { jql: 'id in (10000, 10001, 99999)' } });
    addStories(world, 3);
    const wanted = [...world.site.all('issues')].filter(({ id }) => ['10000', '10001'].includes(id));
    const keys = await world.search('issue in chosen("two") ORDER BY key', 'lea');
    expect(keys).toEqual(wanted.map(({ key }) => key));
    const others = await world.search('NOT issue in chosen("two") AND project = SCR ORDER BY key', 'lea');
    expect([...keys, ...others]).toEqual(['SCR-1', 'SCR-2', 'SCR-3']);
    expect(others).not.toEqual([]);
  });

  test.each([
    ['too many values', { jql: `id in (${ids(1_001)})` }, /more than the maximum of 1000 values/],
    ['no JQL', { jql: 'id in (' }, /has returned an invalid JQL fragment/],
    ['an order', { jql: 'project = SCR ORDER BY key' }, /has returned an invalid JQL fragment/],
    ['something else', { issues: [] }, /An error occurred while the app evaluated the function 'chosen'/],
    ['an exception', undefined, /An error occurred while the app evaluated the function 'chosen'/],
  ])('is refused when the app answers %s, and asked again next time', async (_name, answer, words) => {
    const world = build(answer === undefined ? {} : { x: answer });
    expect((await world.search('issue in chosen("x")')).join()).toMatch(words);
    await world.search('issue in chosen("x")');
    expect(world.asked).toHaveLength(2);
  });

  test('takes a thousand values', async () => {
    const world = build({ x: { jql: `id in (${ids(1_000)})` } });
    expect(await world.search('issue in chosen("x")')).toEqual([]);
  });

  test('shows the app’s own words, kept where it says so', async () => {
    const world = build({
      once: { error: 'Try again.' },
      lasting: { error: 'Never.', storeErrorAsPrecomputation: true },
    });
    for (let times = 0; times < 2; times += 1) {
      expect(await world.search('issue in chosen("once")')).toEqual(['Try again.']);
      expect(await world.search('project = SCR AND issue in chosen("lasting")')).toEqual(['Never.']);
    }
    expect(world.asked.map(({ arguments: [word] }) => word)).toEqual(['once', 'lasting', 'once']);
  });

  test('is asked again after a week, and after a restart not before', async () => {
    const store = openStore(':memory:');
    const world = build({ all: { jql: 'project = SCR' } }, store);
    await world.search('issue in chosen("all")');
    const again = openAppFunctions({ functions: [CHOSEN], ariOf, store, clock: world.clock });
    expect(again.all()).toHaveLength(1);
    world.clock.advance(7 * DAY);
    await world.search('issue in chosen("all")');
    expect(world.asked).toHaveLength(2);
  });
});

describe('the kept answers over REST', () => {
  async function kept() {
    const world = build({
      a: { jql: 'project = SCR' },
      b: { error: 'No.', storeErrorAsPrecomputation: true },
    });
    await world.search('issue in chosen("a")');
    world.clock.advance(DAY);
    await world.search('issue in chosen("b")');
    return world;
  }

  test('are listed for the app alone, in an order and by pages', async () => {
    const { ask } = await kept();
    expect((await ask(`GET ${COMPUTATION}`)).status).toBe(403);
    expect((await ask(`POST ${COMPUTATION}`, { body: { values: [] } })).status).toBe(403);
    const page = await ask(`GET ${COMPUTATION}?orderBy=-used&maxResults=1`, { as: null });
    expect(page.body).toMatchObject({
      isLast: false,
      total: 2,
      values: [
        {
          functionKey: ariOf('chosen-issues'),
          functionName: 'chosen',
          field: 'issue',
          operator: 'in',
          arguments: ['b'],
          error: 'No.',
          used: '2026-06-02T09:00:00.000+0000',
        },
      ],
    });
    const named = `GET ${COMPUTATION}?functionKey=${encodeURIComponent(ariOf('chosen-issues'))}`;
    expect((await ask(named, { as: null })).body).toMatchObject({ total: 2 });
    expect((await ask(`GET ${COMPUTATION}?functionKey=other`, { as: null })).status).toBe(404);
    expect((await ask(`GET ${COMPUTATION}?orderBy=size`, { as: null })).status).toBe(400);
  });

  test('are replaced, and refuse what Jira would not take', async () => {
    const { ask, search } = await kept();
    const { body } = await ask(`GET ${COMPUTATION}?orderBy=used`, { as: null });
    const [first] = (body as { values: { id: string }[] }).values;
    const id = first?.id ?? '';
    const update = async (values: unknown, query = '') =>
      await ask(`POST ${COMPUTATION}${query}`, { as: null, body: { values } });
    expect(await update([{ id, value: `id in (${ids(1_001)})` }])).toMatchObject({ status: 400 });
    expect(await update([{ id, value: 'project = SCR', error: 'Both.' }])).toMatchObject({ status: 400 });
    expect(
      await update([
        { id, error: 'Gone.' },
        { id: 'x', error: 'No.' },
      ]),
    ).toEqual({
      status: 404,
      body: { errorMessages: [expect.any(String)], notFoundPrecomputationIDs: ['x'] },
    });
    expect(
      await update(
        [
          { id, error: 'Gone.' },
          { id: 'x', error: 'No.' },
        ],
        '?skipNotFoundPrecomputations=true',
      ),
    ).toEqual({
      status: 200,
      body: { notFoundPrecomputationIDs: ['x'] },
    });
    expect(await search('issue in chosen("a")')).toEqual(['Gone.']);
    const found = await ask(`POST ${COMPUTATION}/search`, {
      as: null,
      body: { precomputationIDs: [id, 'y'] },
    });
    expect(found.body).toMatchObject({ precomputations: [{ id }], notFoundPrecomputationIDs: ['y'] });
  });
});
