import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CALLS, type ResponseOf, type WorkItemCall } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { textAdf } from '#sandbox/jira/adf';
import type { LocalApp } from '#tools/local-app';

import { buildFields, exposure } from '../builders/risk';
import {
  accountOf,
  bundleForTests,
  costOf,
  dataOf,
  startWatchedApp,
  uncoveredWatchedCalls,
} from './local-app';

const bundle = bundleForTests();
const LEAD = accountOf('lead');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');

async function start() {
  return await startWatchedApp(bundle(), (site, wiki) => {
    const demo = seedDemo(site);
    const { aurora } = seedWiki(wiki).spaces;
    const write = (title: string) =>
      wiki.createPage({ spaceId: aurora, title, body: textAdf('With a register.') }, { by: LEAD }).id;
    return { ...demo, aurora, open: write('Launch'), secret: write('Buying a company') };
  });
}

type App = LocalApp<Awaited<ReturnType<typeof start>>['seeded']>;

/** The demo's issue with this key, as the platform names it to a panel on its page. */
function placeOf({ site }: App, key: string) {
  const issue = [...site.all('issues')].find((each) => each.key === key);
  if (issue === undefined) throw new Error(`The demo has no ${key}.`);
  const { id, projectId } = issue;
  const extension = { issue: { id, key }, project: { id: projectId, key: key.split('-')[0] } };
  return {
    id,
    projectId,
    at: { moduleKey: 'work-item-readiness', moduleType: 'jira:issueContext', extension },
  };
}

async function asked<C extends WorkItemCall>(
  app: App,
  call: C,
  key: string,
  { accountId = LEAD, boardId = null as number | null } = {},
): Promise<Answer<ResponseOf<C>>> {
  const { id, projectId, at } = placeOf(app, key);
  const payload = call === 'get-work-item' ? { issueId: id, projectId, boardId } : { issueId: id };
  const answer = (await app.callAt(at, call, payload, accountId)) as Answer<ResponseOf<C>>;
  if (answer.ok) expect(CALLS[call].response.parse(answer.data)).toEqual(answer.data);
  return answer;
}

async function read(app: App, key: string, options?: Parameters<typeof asked>[3]) {
  const answer = await asked(app, 'get-work-item', key, options);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data;
}

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

describe('a work item, by itself', () => {
  let app: App;
  beforeAll(async () => {
    app = await start();
  });

  it('is judged for at most fifteen points, and says what it could not look at', async () => {
    const { value, points } = await costOf(app, async () => await read(app, 'AUR-92'));
    expect(points).toBeLessThanOrEqual(15);
    expect(value).toMatchObject({ state: 'judged', board: { name: 'Aurora board' }, comparedWith: null });
    expect(value.health?.issues).toMatchObject([
      { key: 'AUR-92', isReady: false, findings: [{ check: 'open-blocker', severity: 'critical' }] },
    ]);
    expect(value.notLooked).toContainEqual({ check: 'near-duplicate', why: 'whole-backlog' });
  });

  it('shows its lozenge for two points once its board is known, and a call or two where something blocks it', async () => {
    const { at } = placeOf(app, 'AUR-92');
    const blocked = await costOf(app, async () => await app.host.panelStatus(at, LEAD));
    expect(blocked.value).toEqual({ label: '1 flag', type: 'moved' });
    const done = [...app.site.all('issues')].findLast(
      ({ key, resolutionId }) => key.startsWith('AUR-') && resolutionId !== null,
    );
    const over = await costOf(
      app,
      async () => await app.host.panelStatus(placeOf(app, done?.key ?? '').at, LEAD),
    );
    expect(over).toMatchObject({ value: null, points: 2 });
  });

  it('says so where it is done, an epic, or on another board', async () => {
    expect(await read(app, 'AUR-5')).toMatchObject({ state: 'not-counted', health: null });
    expect(await read(app, 'AUR-92', { boardId: app.seeded.boards.operations })).toMatchObject({
      state: 'not-on-board',
      board: { name: 'Operations board' },
      health: null,
    });
    // That board was chosen by hand; an issue that it does not show is looked for on the project's own.
    expect(await read(app, 'AUR-92')).toMatchObject({ state: 'judged', board: { name: 'Aurora board' } });
  });

  it('is told to nobody who may not see it', async () => {
    const item = await asked(app, 'get-work-item', 'AUR-92', { accountId: OUTSIDER });
    expect(item).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await app.host.panelStatus(placeOf(app, 'AUR-92').at, OUTSIDER)).toBeNull();
  });
});

describe('a work item whose board the viewer has opened', () => {
  let app: App;
  let health: ResponseOf<'get-backlog-health'>;
  beforeAll(async () => {
    app = await start();
    health = await dataOf(
      app,
      'get-backlog-health',
      { boardId: app.seeded.boards.aurora, mayBeKept: false },
      LEAD,
    );
  });

  it('has the flags that the panel shows, for every issue of the next sprints', async () => {
    const near = health.issues.filter(({ horizon }) => horizon !== 'beyond');
    expect(near.length).toBeGreaterThan(10);
    for (const { key, findings, isReady } of near) {
      const item = await read(app, key);
      expect(item.health?.issues, key).toMatchObject([{ key, isReady, findings }]);
      expect(item).toMatchObject({ comparedWith: health.asOf, canMend: true });
    }
  });

  it('shows ready without opening', async () => {
    const ready = health.issues.find(({ isReady }) => isReady)?.key ?? '';
    const { value, points } = await costOf(
      app,
      async () => await app.host.panelStatus(placeOf(app, ready).at, LEAD),
    );
    expect(value).toEqual({ label: 'Ready', type: 'success' });
    expect(points).toBeLessThanOrEqual(4);
  });

  it('keeps no name with the board that was used', () => {
    const stored = JSON.stringify(
      [...app.store.load('forge-kvs')].filter((row) => JSON.stringify(row).includes('work-item-board:')),
    );
    expect(stored).toContain('work-item-board');
    expect(stored).not.toContain('Story Points');
    expect(stored).not.toContain('Aurora');
  });
});

describe('the risks that a work item mitigates', () => {
  let app: App;
  beforeAll(async () => {
    app = await start();
    const { id } = placeOf(app, 'AUR-92');
    const { aurora, open, secret } = app.seeded;
    for (const [index, pageId] of [open, secret].entries()) {
      const macro = {
        moduleKey: 'risk-register',
        moduleType: 'macro',
        localId: `macro-${index}`,
        extension: { content: { id: pageId, type: 'page' }, space: { id: aurora, key: 'AUR' } },
      };
      const risk = (number: number, fields: object) => ({
        id: `00000000-0000-4000-8000-0000000000${index}${number}`,
        fields: buildFields({ ...exposure(number, number), issueIds: [id], ...fields }),
        origin: { kind: 'written' },
      });
      const risks = [
        risk(1, { title: `Small on page ${index}` }),
        risk(3, { title: `Grave on page ${index}` }),
        risk(2, { title: 'Nothing to do with it', issueIds: [] }),
      ];
      expect(await app.callAt(macro, 'create-risks', { risks }, LEAD)).toMatchObject({ ok: true });
    }
    app.wiki.restrictPage(secret, { readers: { accountIds: [LEAD], groupIds: [] } });
  });

  const titles = async (accountId: string) => {
    const answer = await asked(app, 'get-work-item-risks', 'AUR-92', { accountId });
    return answer.ok ? answer.data.risks.map(({ title }) => title) : answer.error.code;
  };

  it('are shown gravest first, with the page that each is on', async () => {
    expect(await titles(LEAD)).toEqual([
      'Grave on page 0',
      'Grave on page 1',
      'Small on page 0',
      'Small on page 1',
    ]);
  });

  it('are told only as far as their pages may be seen', async () => {
    expect(await titles(VIEWER)).toEqual(['Grave on page 0', 'Small on page 0']);
    expect(await titles(OUTSIDER)).toEqual([]);
  });

  it('cost nothing where there is none', async () => {
    const { value, points } = await costOf(
      app,
      async () => await asked(app, 'get-work-item-risks', 'AUR-101'),
    );
    expect(value).toEqual({ ok: true, data: { risks: [] } });
    expect(points).toBe(0);
  });

  it('are gone when the issue is no mitigation any more', async () => {
    const macro = {
      moduleKey: 'risk-register',
      moduleType: 'macro',
      localId: 'macro-0',
      extension: {
        content: { id: app.seeded.open, type: 'page' },
        space: { id: app.seeded.aurora, key: 'AUR' },
      },
    };
    const answer = await app.callAt(
      macro,
      'change-risk',
      {
        riskId: '00000000-0000-4000-8000-000000000003',
        version: 1,
        change: { kind: 'edit', patch: { issueIds: [] } },
      },
      LEAD,
    );
    expect(answer).toMatchObject({ ok: true });
    expect(await titles(VIEWER)).toEqual(['Small on page 0']);
  });
});
