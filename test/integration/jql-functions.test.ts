import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createCloudClient } from 'jira.js/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { advanceSite } from '#sandbox/api/advance';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { textAdf } from '#sandbox/jira/adf';
import { basicAuthentication, createRestListener } from '#sandbox/jira/rest/http';
import type { LocalApp } from '#tools/local-app';

import { buildFields, exposure } from '../builders/risk';
import { accountOf, bundleForTests, dataOf, startWatchedApp, uncoveredWatchedCalls } from './local-app';

const bundle = bundleForTests();
const LEAD = accountOf('lead');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function startApp() {
  return await startWatchedApp(bundle(), (site, wiki) => {
    const demo = seedDemo(site);
    const { aurora } = seedWiki(wiki).spaces;
    const write = (title: string) =>
      wiki.createPage({ spaceId: aurora, title, body: textAdf('With a register.') }, { by: LEAD }).id;
    return { ...demo, aurora, open: write('Launch'), secret: write('Buying a company') };
  });
}

type App = LocalApp<Awaited<ReturnType<typeof startApp>>['seeded']>;

const servers: Server[] = [];

/** A Jira of its own behind a port, and a search in it as somebody: keys in the query's order, or Jira's words. */
async function start() {
  const app: App = await startApp();
  const server = createServer(createRestListener(app.rest.handle, basicAuthentication(app.site)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const clientOf = (accountId: string) =>
    createCloudClient({
      host: `http://127.0.0.1:${port}`,
      auth: { type: 'basic', email: app.site.get('users', accountId)?.email ?? '', apiToken: 'any' },
    });
  const search = async (jql: string, accountId = LEAD): Promise<readonly string[]> => {
    const query = { jql, fields: ['summary'], maxResults: 100 };
    const { issues } = await clientOf(accountId).issueSearch.searchAndReconsileIssuesUsingJql(query);
    return issues?.map(({ key }) => key ?? '') ?? [];
  };
  const refusal = async (jql: string, accountId = LEAD): Promise<unknown> => {
    const path = `/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`;
    const sender = { headers: {}, body: undefined, accountId, caller: 'client', scopes: null } as const;
    const { status, body } = await app.rest.handle({ method: 'GET', path, ...sender });
    return [status, (JSON.parse(body) as { errorMessages: unknown }).errorMessages];
  };
  return { app, search, refusal };
}

/** What the app itself spent since a mark of the ledger. */
function spentSince({ rest }: App, since: number): number {
  return rest.ledger
    .entries({ since, callers: ['app', 'user'] })
    .reduce((sum, { points }) => sum + points, 0);
}

const NO_BOARD = (word: string) => [
  400,
  [
    `“${word}” is not one board that Evenkeel can find: there is none of this name, or more than one. Use the board’s number from its address instead, as in ready("42").`,
  ],
];

afterAll(() => {
  for (const server of servers) server.close();
  expect(uncoveredWatchedCalls()).toEqual([]);
});

describe('the functions of a board', () => {
  let world: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    world = await start();
  });

  it('part what the panel judges, as the panel does', async () => {
    const { app, search } = world;
    const payload = { boardId: app.seeded.boards.aurora, mayBeKept: false };
    // Somebody who may see what the app may: an issue with a security level is out of sight of both.
    const { issues } = await dataOf(app, 'get-backlog-health', payload, VIEWER);
    const keysWhere = (passes: (issue: (typeof issues)[number]) => boolean) =>
      issues.filter(passes).map(({ key }) => key);
    const unrefined = await search('issue in unrefined("Aurora board")');
    const ready = await search('issue in ready("Aurora board")');
    expect(new Set(unrefined)).toEqual(new Set(keysWhere(({ isReady }) => !isReady)));
    expect(new Set(ready)).toEqual(new Set(keysWhere(({ isReady }) => isReady)));
    expect(unrefined.length * ready.length).toBeGreaterThan(0);
    expect(unrefined.filter((key) => ready.includes(key))).toEqual([]);
    const horizon = await search('issue in twoSprintHorizon("Aurora board")');
    expect(new Set(horizon)).toEqual(new Set(keysWhere((issue) => issue.horizon !== 'beyond')));
    expect(horizon.length).toBeLessThan(issues.length);
    const whole = await dataOf(app, 'get-backlog-health', payload, LEAD);
    const secret = whole.issues.filter(({ key }) => !issues.some((issue) => issue.key === key));
    expect(secret).toHaveLength(1);
    expect([...unrefined, ...ready]).not.toContain(secret[0]?.key);
  });

  it('go with the rest of a query, with its order, and with `not in`', async () => {
    const { search } = world;
    const all = await search('project = AUR AND statusCategory != Done ORDER BY Rank');
    const some = await search(
      'project = AUR AND statusCategory != Done AND issue in ready("1") ORDER BY Rank',
    );
    const others = await search(
      'project = AUR AND statusCategory != Done AND key not in ready("1") ORDER BY Rank',
    );
    expect(all.filter((key) => some.includes(key))).toEqual(some);
    expect(all.filter((key) => others.includes(key))).toEqual(others);
    expect([...some, ...others].toSorted()).toEqual([...all].toSorted());
  });

  it('show each searcher only what Jira shows them, from one answer for all', async () => {
    const { app, search } = world;
    const mark = app.rest.ledger.mark();
    const seen = await search('issue in unrefined("Aurora board")', VIEWER);
    expect(seen.length).toBeGreaterThan(0);
    expect(await search('issue in unrefined("Aurora board")', OUTSIDER)).toEqual([]);
    expect(spentSince(app, mark)).toBe(0);
  });

  it('pass over an issue that was deleted after the answer', async () => {
    const { app, search } = world;
    const [first = '', ...rest] = await search('issue in unrefined("Aurora board") ORDER BY Rank');
    app.site.deleteIssue(app.site.issue(first)?.id ?? '', { by: LEAD });
    expect(await search('issue in unrefined("Aurora board") ORDER BY Rank')).toEqual(rest);
  });

  it('refuse in one sentence what is not there, is there twice, or is out of sight', async () => {
    const { app, refusal } = world;
    const board = app.site.get('boards', app.seeded.boards.aurora);
    if (!board) throw new Error('The demo has no Aurora board.');
    for (let copies = 0; copies < 2; copies += 1) {
      app.site.createBoard({ ...board, id: 900 + copies, name: 'Twin' });
    }
    expect(await refusal('issue in ready("Twin")')).toEqual(NO_BOARD('Twin'));
    expect(await refusal('issue in ready("No such board")')).toEqual(NO_BOARD('No such board'));
    expect(await refusal('issue in ready("999")', OUTSIDER)).toEqual(NO_BOARD('999'));
  });

  it('refuse wrong arguments, operators and fields before anything is read', async () => {
    const { app, refusal } = world;
    const mark = app.rest.ledger.mark();
    expect(await refusal('issue in ready()')).toEqual([
      400,
      ["Function 'ready' expected between '1' and '2' arguments but received '0'."],
    ]);
    expect(await refusal('issue = ready("1")')).toEqual([
      400,
      ["The operator '=' is not supported by the function 'ready'."],
    ]);
    expect(await refusal('status in ready("1")')).toEqual([
      400,
      ["The function 'ready' is not supported by the field 'status'."],
    ]);
    expect(await refusal('issue in ready("1", "first")')).toEqual([
      400,
      ['“first” is not a page number. Write 1 for the first 500 work items, 2 for the next.'],
    ]);
    expect(await refusal('issue in mitigatesRisk("Hoch")')).toEqual([
      400,
      ['“Hoch” is not a risk level. Write High, Medium or Low, as in mitigatesRisk("High").'],
    ]);
    expect(spentSince(app, mark)).toBe(0);
  });
});

describe('answers that Jira keeps', () => {
  it('follow a rename, a change within some hours, and cost nothing where nobody searches', async () => {
    const { app, search } = await start();
    await advanceSite(app.clock, app.host, 2 * HOUR);
    const idle = app.rest.ledger.entries({ callers: ['app'] }).map(({ operation }) => operation);
    expect(idle.filter((operation) => operation.includes('/jql/function/'))).toEqual([]);

    const query = 'issue in unrefined("Aurora board") ORDER BY Rank';
    const before = await search(query);
    const board = app.site.get('boards', app.seeded.boards.aurora);
    if (!board) throw new Error('The demo has no Aurora board.');
    app.site.createBoard({ ...board, name: 'Borealis' });
    const [mended = ''] = await search('issue in ready("Borealis") ORDER BY Rank');
    app.site.editIssue(
      app.site.issue(mended)?.id ?? '',
      { customFields: { [estimateField(app)]: null } },
      { by: LEAD },
    );
    app.clock.advance(60_000);
    expect(await search(query)).toEqual(before);
    await advanceSite(app.clock, app.host, 8 * HOUR);
    expect(new Set(await search(query))).toEqual(new Set([...before, mended]));
    expect(app.host.logs().filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('are asked for anew after a week, and are left alone when nobody uses them', async () => {
    const { app, search } = await start();
    await search('issue in ready("1")');
    const mark = app.rest.ledger.mark();
    await advanceSite(app.clock, app.host, 6 * DAY);
    const updates = app.rest.ledger
      .entries({ since: mark, callers: ['app'] })
      .filter(({ method, operation }) => method === 'POST' && operation.includes('/jql/function/'));
    // Once a day for the three days that count as use, and not after that.
    expect(updates.length).toBeGreaterThanOrEqual(2);
    expect(updates.length).toBeLessThanOrEqual(3);
    await advanceSite(app.clock, app.host, 2 * DAY);
    const asked = app.host.use().invocations;
    await search('issue in ready("1")');
    expect(app.host.use().invocations).toBe(asked + 1);
  });
});

/** The field that the demo's board estimates by. */
function estimateField(app: App): string {
  const estimation = app.site.get('boards', app.seeded.boards.aurora)?.estimation;
  if (estimation?.type !== 'field') throw new Error('The Aurora board estimates by no field.');
  return estimation.fieldId;
}

describe('the function of risks', () => {
  it('finds what mitigates a risk on an open page, and for nobody what is on a restricted one', async () => {
    const { app, search } = await start();
    const { aurora, open, secret } = app.seeded;
    const idOf = (key: string) => app.site.issue(key)?.id ?? '';
    for (const [index, pageId] of [open, secret].entries()) {
      const macro = {
        moduleKey: 'risk-register',
        moduleType: 'macro',
        localId: `macro-${index}`,
        extension: { content: { id: pageId, type: 'page' }, space: { id: aurora, key: 'AUR' } },
      };
      const risk = (number: number, issueIds: readonly string[]) => ({
        id: `00000000-0000-4000-8000-0000000000${index}${number}`,
        fields: buildFields({ ...exposure(number, number), issueIds: [...issueIds] }),
        origin: { kind: 'written' },
      });
      const risks =
        index === 0
          ? [risk(1, [idOf('AUR-93')]), risk(3, [idOf('AUR-92'), idOf('AUR-101')])]
          : [risk(3, [idOf('AUR-94')])];
      expect(await app.callAt(macro, 'create-risks', { risks }, LEAD)).toMatchObject({ ok: true });
    }
    app.wiki.restrictPage(secret, { readers: { accountIds: [LEAD], groupIds: [] } });
    app.clock.advance(10_000);
    expect(await search('issue in mitigatesRisk("High") ORDER BY key')).toEqual(['AUR-92', 'AUR-101']);
    expect(await search('issue in mitigatesRisk("low")')).toEqual(['AUR-93']);
    expect(await search('issue in mitigatesRisk("Medium")')).toEqual([]);
    expect(await search('issue in mitigatesRisk("High")', OUTSIDER)).toEqual([]);
  });
});
