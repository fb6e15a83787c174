import { beforeEach, describe, expect, it } from 'vitest';

import { PEOPLE_OF_KINDS } from '#src/adapters/storage/privacy/kinds';
import { viewerKey } from '#src/adapters/storage/viewer-key';
import {
  CALLS,
  REGISTER_CALLS,
  type Call,
  type RegisterCall,
  type RequestOf,
  type ResponseOf,
} from '#src/contract/index';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { closeAccount } from '#sandbox/jira/accounts';
import { startLocalRegister, type LocalRegister } from '#tools/local-register';

import { newRisk, uuid } from '../resolvers/risk/register-world';
import { accountOf, bundleForTests } from './local-app';

const bundle = bundleForTests();
const [LEAD, LEAVER] = [accountOf('lead'), accountOf('developer')];
const DAY = 86_400_000;

type App = LocalRegister<ReturnType<typeof seedWiki> & { boardId: number }>;
let app: App;

const onPage = () => app.macroOn({ id: app.seeded.pages['launch']! });
const onBoard = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };

async function risk<C extends RegisterCall>(
  name: C,
  payload: RequestOf<C>,
  who = LEAVER,
): Promise<ResponseOf<C>> {
  const answer = (await app.call(onPage(), name, payload, who)) as { ok: boolean; data: ResponseOf<C> };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  expect(REGISTER_CALLS[name].response.parse(answer.data)).toEqual(answer.data);
  return answer.data;
}

async function board<C extends Call>(name: C, payload: RequestOf<C>, who = LEAVER): Promise<ResponseOf<C>> {
  const answer = (await app.call(onBoard, name, payload, who)) as { ok: boolean; data: ResponseOf<C> };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  expect(CALLS[name].response.parse(answer.data)).toEqual(answer.data);
  return answer.data;
}

/** Everything that the app has stored, as it lies there. */
const stored = () => [...app.store.load('forge-kvs')].map(([id, value]) => `${id} ${JSON.stringify(value)}`);
const namingLeaver = () => stored().filter((row) => row.includes(LEAVER) || row.includes(viewerKey(LEAVER)));

async function pass(days: number) {
  for (let day = 0; day < days; day += 1) {
    app.clock.advance(DAY);
    await app.host.runDueSchedules();
  }
}

/** The leaver does everything of which the app keeps who did it. */
async function work() {
  const plan = {
    type: 'doc',
    version: 1,
    content: [
      { type: 'paragraph', content: [{ type: 'mention', attrs: { id: LEAVER, text: '@Noa Benayoun' } }] },
    ],
  };
  await risk('create-risks', {
    risks: [
      newRisk(1, { ownerId: LEAVER, plan }),
      newRisk(2, { ownerId: LEAD }),
      { ...newRisk(3, { ownerId: LEAVER }), origin: { kind: 'suggestion', key: `one-person/1/${LEAVER}` } },
    ],
  });
  const hand = { kind: 'edit', patch: { ownerId: LEAVER } } as const;
  await risk('change-risk', { riskId: uuid(2), version: 1, change: hand }, LEAD);
  const accepted = { kind: 'accepted', by: LEAVER, until: null } as const;
  const accept = { kind: 'edit', patch: { response: 'accept', state: accepted } } as const;
  await risk('change-risk', { riskId: uuid(3), version: 1, change: accept });
  const startedAt = new Date(app.clock.now()).toISOString();
  const unchanged = { kind: 'review', outcome: 'unchanged' } as const;
  await risk('change-risk', { riskId: uuid(1), version: 1, change: unchanged });
  await risk('end-review', { startedAt });
  await risk('dismiss-suggestion', { key: `one-person/2/${LEAVER}` });
  await risk('change-risk', { riskId: uuid(2), version: 2, change: { kind: 'delete' } });
  await risk(
    'write-pre-mortem',
    { entry: { kind: 'reason', id: uuid(7), text: 'Nobody was trained.' } },
    LEAD,
  );
  await risk('write-pre-mortem', { entry: { kind: 'like', reasonId: uuid(7), isLiked: true } });
  const { boardId } = app.seeded;
  await board('get-backlog-health', { boardId, mayBeKept: true });
  await board('get-backlog-health', { boardId, mayBeKept: true }, LEAD);
  const { sprint } = await board('get-sprint', { boardId, sprintId: null });
  const notes = { version: 0, people: 4, daysOff: 1, serves: null };
  await board('save-sprint-notes', { boardId, sprintId: sprint?.id ?? 0, ...notes });
}

beforeEach(async () => {
  app = await startLocalRegister(bundle(), (site, wiki) => {
    const { boards } = seedDemo(site);
    return { ...seedWiki(wiki), boardId: boards.aurora };
  });
  app.faults.set({ duplicateEvents: true, queryLagMs: 2_000 });
});

describe('somebody whose account is closed', () => {
  it('is erased from everything that is stored, and all else stays', async () => {
    await work();
    // The week's report of the day after the installation: everybody is still there.
    await pass(1);
    const before = await risk('open-register', {}, LEAD);
    const history = await risk('list-history', { riskId: null, cursor: null }, LEAD);
    expect(namingLeaver().length).toBeGreaterThan(8);
    closeAccount(app.site, LEAVER, app.clock.now());
    await pass(6);
    expect(namingLeaver().length).toBeGreaterThan(8);
    await pass(2);
    expect(namingLeaver()).toEqual([]);

    const mended = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value).replaceAll(LEAVER, 'unknown').replaceAll('@Noa Benayoun', '@…'),
      ) as unknown;
    const after = await risk('open-register', {}, LEAD);
    expect(after.risks).toEqual(mended(before.risks));
    expect(after.register).toEqual(mended(before.register));
    expect(await risk('list-history', { riskId: null, cursor: null }, LEAD)).toEqual(mended(history));
    const { reasons } = await risk('read-pre-mortem', {}, LEAD);
    expect(reasons).toMatchObject([{ likes: 1 }]);
  });

  it('leaves a register that can be worked with, and whose figures are right', async () => {
    await work();
    closeAccount(app.site, LEAVER, app.clock.now());
    await pass(8);
    const mine = { kind: 'edit', patch: { ownerId: LEAD } } as const;
    const answer = await risk('change-risk', { riskId: uuid(1), version: 2, change: mine }, LEAD);
    expect(answer.result).toBe('changed');
    const rows = [...app.store.load('forge-kvs')].map(
      ([, value]) => value as { namespace: string; value: unknown },
    );
    const summary = rows.find(({ namespace }) => namespace.includes('register-summary'))!.value as {
      body: string;
    };
    const { load } = (JSON.parse(summary.body) as { summary: { load: { ownerId: string; count: number }[] } })
      .summary;
    expect(load.map(({ ownerId, count }) => [ownerId, count]).sort()).toEqual(
      [
        [LEAD, 1],
        ['unknown', 1],
      ].sort(),
    );
  });

  it('is reported once a week at most, however often the schedule comes, and never again', async () => {
    await work();
    await pass(1);
    closeAccount(app.site, LEAVER, app.clock.now());
    await pass(21);
    const of = (accountId: string) =>
      app.host.accountReports().flatMap(({ at, accountIds }) => (accountIds.includes(accountId) ? [at] : []));
    expect(of(LEAVER)).toHaveLength(2);
    const weeks = of(LEAD);
    expect(weeks).toHaveLength(4);
    for (const [index, at] of weeks.entries()) {
      if (index > 0) expect(at - (weeks[index - 1] ?? 0)).toBeGreaterThanOrEqual(7 * DAY - 3_600_000);
    }
    for (const { accountIds } of app.host.accountReports()) expect(accountIds).not.toContain('unknown');
  });

  it('is erased without a licence too, and after days on which Atlassian did not answer', async () => {
    await work();
    closeAccount(app.site, LEAVER, app.clock.now());
    const fault = {
      match: '/app/report-accounts',
      kind: 'rate-limited',
      pages: 'all',
      remaining: null,
    } as const;
    app.faults.set({ license: 'inactive', rest: [fault] });
    await pass(3);
    expect(namingLeaver()).not.toEqual([]);
    expect(app.host.logs().some(({ text }) => text.includes('personal-data-report-failed'))).toBe(true);
    for (const { text } of app.host.logs()) expect(text).not.toContain(LEAVER);
    app.faults.set({ rest: [] });
    await pass(1);
    expect(namingLeaver()).toEqual([]);
  });
});

describe('every entity of the manifest', () => {
  it('says where accounts stand in it', () => {
    const declared = app.manifest.entities.map(({ name }) => name).sort();
    expect(Object.keys(PEOPLE_OF_KINDS).sort()).toEqual(declared);
  });
});
