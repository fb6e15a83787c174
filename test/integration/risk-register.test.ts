import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { REGISTER_CALLS, type RegisterCall, type RequestOf, type ResponseOf } from '#src/contract/index';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { isDocument } from '#sandbox/rest/adf-schema';
import { createWikiViewer } from '#sandbox/confluence/permissions';
import type { Adf } from '#sandbox/jira/model';
import { startLocalRegister, type LocalRegister } from '#tools/local-register';

import { uncoveredCalls } from '../manifest/uncovered-calls';
import { newRisk, uuid } from '../resolvers/risk/register-world';
import { accountOf, bundleForTests } from './local-app';

const bundle = bundleForTests();
const [LEAD, DEVELOPER] = [accountOf('lead'), accountOf('developer')];

type App = LocalRegister<ReturnType<typeof seedWiki>>;
let app: App;
let page: { id: string };
let open: { id: string };

async function start() {
  app = await startLocalRegister(bundle(), (site, wiki) => {
    seedDemo(site);
    return seedWiki(wiki);
  });
  const { wiki, seeded } = app;
  page = { id: seeded.pages['launch']! };
  open = [...wiki.all('pages')].find(
    ({ spaceId, status }) => spaceId === seeded.spaces.help && status === 'current',
  )!;
}

async function ask<C extends RegisterCall>(
  name: C,
  payload: RequestOf<C>,
  who: string | null = LEAD,
  at = app.macroOn(page),
): Promise<ResponseOf<C>> {
  const answer = (await app.call(at, name, payload, who ?? undefined)) as {
    ok: boolean;
    data: ResponseOf<C>;
  };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  expect(REGISTER_CALLS[name].response.parse(answer.data)).toEqual(answer.data);
  return answer.data;
}

async function fill(count: number, fieldsOf: (number: number) => Parameters<typeof newRisk>[1] = () => ({})) {
  for (let from = 1; from <= count; from += 20) {
    const numbers = Array.from({ length: Math.min(20, count - from + 1) }, (_, index) => from + index);
    const risks = numbers.map((number) => newRisk(number, { ownerId: DEVELOPER, ...fieldsOf(number) }));
    await ask('create-risks', { risks });
  }
}

const textsOf = (node: Adf): string[] => [
  ...(node.text === undefined ? [] : [node.text]),
  ...(node.content ?? []).flatMap(textsOf),
];
const nodesOf = (node: Adf, type: string): Adf[] => [
  ...(node.type === type ? [node] : []),
  ...(node.content ?? []).flatMap((child) => nodesOf(child, type)),
];

const exported = async (exportType: 'pdf' | 'word' | 'other' = 'pdf', who: string | null = LEAD, on = page) =>
  await app.host.exportMacro(app.macroOn(on), { exportType, config: undefined }, who ?? undefined);

/** What the screens ask of Confluence themselves: names of people and of spaces, and people by name. */
async function askAsScreens() {
  const bulk = { method: 'POST', headers: [['content-type', 'application/json']] as [string, string][] };
  const people = { ...bulk, body: JSON.stringify({ accountIds: [LEAD] }) };
  const ask = { product: 'confluence', restPath: '/wiki/api/v2/users-bulk', fetchRequestInit: people };
  await app.host.fetchProduct(ask, LEAD);
  const spaces = '/wiki/api/v2/spaces?limit=250';
  await app.host.fetchProduct({ product: 'confluence', restPath: spaces }, LEAD);
  const search = `/wiki/rest/api/search/user?${new URLSearchParams({ cql: 'user.fullname ~ "a"' }).toString()}`;
  await app.host.fetchProduct({ product: 'confluence', restPath: search }, LEAD);
}

const uncovered: string[] = [];
const used = new Set<string>();
beforeAll(() => () => {
  expect(uncovered).toEqual([]);
  // Used by the tests of this file together: all that the manifest asks of Confluence, and no more.
  const asked = app.manifest.scopes.filter((scope) => scope.endsWith(':confluence'));
  expect([...used].filter((scope) => scope.endsWith(':confluence')).sort()).toEqual([...asked].sort());
});
beforeEach(async () => {
  await start();
  return async () => {
    await askAsScreens();
    uncovered.push(...uncoveredCalls(app.rest));
    for (const { scopes } of app.rest.ledger.entries()) for (const scope of scopes) used.add(scope);
  };
});

describe('the register in its macro', () => {
  it('opens, is written to and read by another user', async () => {
    expect(await ask('open-register', {})).toMatchObject({ place: 'new', canEdit: true, viewer: LEAD });
    await fill(2);
    expect(await ask('open-register', {}, DEVELOPER)).toMatchObject({ place: 'here', risks: { length: 2 } });
  });

  it('costs four calls to storage and at most three to the products with 200 risks', async () => {
    const issues = [...app.site.all('issues')].slice(0, 30).map(({ id }) => id);
    await fill(200, (number) => ({ issueIds: issues.slice(number % 30, (number % 30) + 1) }));
    app.clock.advance(60_000);
    const measured = async (at = app.macroOn(page)) => {
      const [use, mark] = [app.host.use(), app.rest.ledger.mark()];
      const opened = await ask('open-register', {}, LEAD, at);
      const now = app.host.use();
      return {
        risks: opened.risks.length,
        storageReads: now.kvsReads - use.kvsReads,
        storageWrites: now.kvsWrites - use.kvsWrites,
        productCalls: app.rest.ledger.entries({ since: mark, callers: ['user', 'app'] }).length,
      };
    };
    expect(await measured()).toEqual({ risks: 200, storageReads: 4, storageWrites: 0, productCalls: 3 });
    // A macro that has none yet, on the same page.
    expect(await measured(app.macroOn(page, 'macro-2'))).toEqual({
      risks: 0,
      storageReads: 6,
      storageWrites: 0,
      productCalls: 1,
    });
  });

  it('says of issues in Jira what the viewer may see of them', async () => {
    const { site } = app;
    const done = [...site.all('issues')].find(
      ({ statusId }) => site.get('statuses', statusId)?.category === 'done',
    )!;
    const planned = [...site.all('issues')].find(({ sprintIds }) =>
      sprintIds.some((id) => site.get('sprints', id)?.state === 'active'),
    )!;
    await fill(1, () => ({ issueIds: [done.id, planned.id] }));
    const { mitigations } = await ask('open-register', {});
    const byId = new Map(mitigations?.map((each) => [each.issueId, each]));
    expect(byId.get(done.id)).toMatchObject({ isVisible: true, isDone: true, shown: { key: done.key } });
    expect(byId.get(planned.id)).toMatchObject({
      isScheduled: true,
      landsOn: expect.stringMatching(/^2026-/) as string,
    });
  });

  it('is shown to everybody on the web where the page is public, and to nobody else', async () => {
    const at = app.macroOn(open);
    await ask('create-risks', { risks: [newRisk(1)] }, LEAD, at);
    const seen = await ask('open-register', {}, null, at);
    expect(seen).toMatchObject({ risks: { length: 1 }, canEdit: false, viewer: null });
    const hidden = await app.call(app.macroOn(page), 'open-register', {}, undefined);
    expect(hidden).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const jira = await app.call(at, 'list-boards', { projectId: '10000' }, undefined);
    expect(jira).toMatchObject({ ok: false, error: { code: 'no-access' } });
  });

  it('is written to by several at once, and loses nothing', async () => {
    await fill(8);
    const changes = Array.from({ length: 8 }, async (_, index) => {
      const change = { kind: 'edit', patch: { title: `Title of ${index + 1}` } } as const;
      return await ask(
        'change-risk',
        { riskId: uuid(index + 1), version: 1, change },
        index % 2 ? LEAD : DEVELOPER,
      );
    });
    expect((await Promise.all(changes)).map(({ result }) => result)).toEqual(Array(8).fill('changed'));
    const same = ['One of two', 'Other of two'].map(async (title) => {
      const change = { kind: 'edit', patch: { title } } as const;
      return await ask('change-risk', { riskId: uuid(1), version: 2, change });
    });
    const results = (await Promise.all(same)).map(({ result }) => result);
    expect(results.sort()).toEqual(['changed', 'conflict']);
    const { risks } = await ask('open-register', {});
    expect(risks.map(({ version }) => version)).toEqual([3, 2, 2, 2, 2, 2, 2, 2]);
  });
});

describe('the export of a page', () => {
  it.each(['pdf', 'word', 'other'] as const)('holds a register of 200 risks, for %s', async (type) => {
    const long = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Step. '.repeat(300) }] }],
    };
    await fill(200, (number) => ({
      probability: { step: (number % 3) + 1, of: 3 },
      impact: { step: (Math.floor(number / 3) % 3) + 1, of: 3 },
      ...(number % 10 === 0 && { plan: long }),
      cause: 'the tax API changes',
      residual: { probability: { step: 1, of: 3 }, impact: { step: 1, of: 3 } },
    }));
    const startedAt = new Date(app.clock.now()).toISOString();
    const looked = { kind: 'review', outcome: 'close' } as const;
    await ask('change-risk', { riskId: uuid(1), version: 1, change: looked });
    await ask('end-review', { startedAt });
    const mark = app.rest.ledger.mark();
    const document = (await exported(type))!;
    expect(isDocument(document)).toBe(true);
    expect(app.rest.ledger.entries({ since: mark, callers: ['user', 'app'] })).toHaveLength(2);
    expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(2_000_000);
    const texts = textsOf(document);
    expect(texts).toContain('199 risks: 22 High, 66 Medium, 111 Low.');
    expect(texts).toContain('Last review: Oct 12, 2026, 1 risk looked at by ');
    const [who] = nodesOf(document, 'mention');
    expect(who?.attrs).toEqual({ id: LEAD, text: '@Maren Lindqvist' });
    expect(texts).toContain('Because of the tax API changes');
    const [heat, risks, over] = nodesOf(document, 'table');
    expect(nodesOf(heat!, 'tableRow')).toHaveLength(4);
    expect(
      nodesOf(heat!, 'tableRow').map((row) => row.content?.map(({ attrs }) => attrs?.['colwidth'])),
    ).toEqual(Array.from({ length: 4 }, () => [[100], [220], [220], [220]]));
    const colours = nodesOf(heat!, 'tableCell').map(({ attrs, content }) => [
      attrs?.['background'],
      textsOf({ type: 'x', content: content ?? [] })[0],
    ]);
    expect(new Set(colours.map(String))).toEqual(new Set(['#ffd5d2,H', '#fff1b8,M', '#dcfff1,L']));
    expect(nodesOf(risks!, 'tableRow')).toHaveLength(200);
    expect(nodesOf(over!, 'tableRow')).toHaveLength(2);
    expect(nodesOf(risks!, 'mention')[0]?.attrs).toMatchObject({
      id: DEVELOPER,
      text: expect.stringMatching(/^@\w/) as string,
    });
  });

  it('says that there is nothing, and that somebody may not see it', async () => {
    expect(textsOf((await exported())!)).toEqual(['Risk register', 'No risks yet.']);
    await fill(1);
    const outsider = accountOf('outsider');
    const refused = (await exported('pdf', outsider))!;
    expect(isDocument(refused)).toBe(true);
    expect(textsOf(refused)).toEqual([
      'Risk register',
      'This risk register is shown to those who may see its page.',
    ]);
    expect(textsOf((await exported('word', null))!)[1]).toMatch(/may see its page/);
  });

  it('works for a page that is public, and without a licence', async () => {
    await ask('create-risks', { risks: [newRisk(1)] }, LEAD, app.macroOn(open));
    app.faults.set({ license: 'inactive' });
    expect(textsOf((await exported('pdf', null, open))!)).toContain('1 risk: 0 High, 1 Medium, 0 Low.');
    expect(textsOf((await exported('pdf', LEAD, open))!)).toContain('R-1');
  });
});

describe('the weekly reminder', () => {
  const DAY = 86_400_000;
  const comments = (id = page.id) =>
    app.wiki.commentsOf(id).filter(({ authorId }) => authorId === 'app' || !authorId.includes(':'));
  const later = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      app.clock.advance(DAY);
      await app.host.runDueSchedules();
    }
  };
  let before: number;
  const written = () => comments().length - before;

  beforeEach(async () => {
    app.faults.set({ duplicateEvents: true });
    await fill(3, (number) => (number === 3 ? { ownerId: null } : {}));
    await app.host.runDueSchedules();
    before = comments().length;
  });

  it('is off until an editor turns it on', async () => {
    await later(30);
    expect(written()).toBe(0);
  });

  it('writes one comment a week, however often the schedule comes, and mentions who is late', async () => {
    await ask('set-reminder', { isOn: true });
    await later(14);
    expect(written()).toBe(0);
    await later(1);
    expect(written()).toBe(1);
    const comment = comments().at(-1)!;
    expect(isDocument(comment.body)).toBe(true);
    expect(nodesOf(comment.body, 'mention').map(({ attrs }) => attrs?.['id'])).toEqual([DEVELOPER]);
    expect(textsOf(comment.body)[0]).toBe('3 risks on this page are waiting for a review.');
    await later(5);
    expect(written()).toBe(1);
    await later(14);
    expect(written()).toBe(3);
  });

  it('stops when it is turned off, when the reviews are done, and without a licence', async () => {
    await ask('set-reminder', { isOn: true });
    await ask('set-reminder', { isOn: false });
    await later(20);
    expect(written()).toBe(0);
    await ask('set-reminder', { isOn: true });
    for (const number of [1, 2, 3]) {
      const change = { kind: 'review', outcome: 'unchanged' } as const;
      await ask('change-risk', { riskId: uuid(number), version: 1, change });
    }
    await later(3);
    expect(written()).toBe(0);
    app.faults.set({ license: 'inactive' });
    await later(20);
    expect(written()).toBe(0);
  });

  it('leaves alone a page that the app may not see, and says which register it was', async () => {
    await ask('set-reminder', { isOn: true });
    app.wiki.restrictPage(page.id, { readers: { accountIds: [LEAD], groupIds: [] } });
    expect(createWikiViewer(app.wiki, null).canView(app.wiki.get('pages', page.id)!)).toBe(false);
    await later(20);
    expect(written()).toBe(0);
    const lines = app.host.logs().filter(({ text }) => text.includes('reminder-skipped'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]?.text).not.toMatch(/Risk number|launch/i);
  });

  it('rather writes none than two when the comment fails', async () => {
    await ask('set-reminder', { isOn: true });
    await later(14);
    app.faults.set({
      rest: [{ match: '/footer-comments', kind: 'server-error', pages: 'all', remaining: 1 }],
    });
    await later(2);
    expect(written()).toBe(0);
    await later(7);
    expect(written()).toBe(1);
  });
});

it('writes nothing about risks or people into the log', async () => {
  await fill(3);
  await ask('open-register', {});
  await app.call(
    app.macroOn(page),
    'change-risk',
    { riskId: uuid(77), version: 1, change: { kind: 'delete' } },
    LEAD,
  );
  const lines = JSON.stringify(app.host.logs());
  expect(lines).not.toMatch(/Risk number/);
  expect(lines).not.toContain(DEVELOPER);
});
