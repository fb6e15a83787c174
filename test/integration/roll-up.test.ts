import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OVERVIEW_CALLS, type ResponseOf } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { textAdf } from '#sandbox/jira/adf';
import type { LocalApp } from '#tools/local-app';

import { buildFields, exposure } from '../builders/risk';
import { accountOf, bundleForTests, startWatchedApp, uncoveredWatchedCalls } from './local-app';

type RollUp = ResponseOf<'roll-up-registers'>;

const bundle = bundleForTests();
const LEAD = accountOf('lead');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');

/** The demo with four pages, each of which gets a register from its macro. */
async function start() {
  const app = await startWatchedApp(bundle(), (site, wiki) => {
    seedDemo(site);
    const { aurora, help } = seedWiki(wiki).spaces;
    const write = (title: string) =>
      wiki.createPage({ spaceId: aurora, title, body: textAdf('With a register.') }, { by: LEAD }).id;
    return {
      aurora,
      help,
      open: write('Launch'),
      secret: write('Buying a company'),
      moved: write('Moved to help'),
      gone: write('Given up'),
    };
  });
  const { wiki, seeded } = app;
  const { aurora, help, open, secret, moved, gone } = seeded;
  for (const [index, pageId] of [open, secret, moved, gone].entries()) {
    const macro = {
      moduleKey: 'risk-register',
      moduleType: 'macro',
      localId: `macro-${index}`,
      extension: { content: { id: pageId, type: 'page' }, space: { id: aurora, key: 'AUR' } },
    };
    const risk = {
      id: `00000000-0000-4000-8000-00000000000${index}`,
      fields: buildFields({ ...exposure(3, 3), ownerId: LEAD }),
      origin: { kind: 'written' },
    };
    expect(await app.callAt(macro, 'create-risks', { risks: [risk] }, LEAD)).toMatchObject({ ok: true });
  }
  wiki.restrictPage(secret, { readers: { accountIds: [LEAD], groupIds: [] } });
  wiki.movePage(moved, { spaceId: help, parentId: null });
  wiki.trashPage(gone);
  return app;
}

describe('the pages over many registers, in the bundled app', () => {
  let app: LocalApp<Awaited<ReturnType<typeof start>>['seeded']>;
  beforeAll(async () => {
    app = await start();
  });
  afterAll(() => {
    expect(uncoveredWatchedCalls()).toEqual([]);
  });

  const ofSpace = (id: string, key: string) => ({
    moduleKey: 'space-risks',
    moduleType: 'confluence:spacePage',
    extension: { space: { id, key } },
  });
  const ofSite = { moduleKey: 'site-risks', moduleType: 'confluence:globalPage', extension: {} };

  async function ask(at: typeof ofSite | ReturnType<typeof ofSpace>, who: string | undefined) {
    const spaceId = 'space' in at.extension ? at.extension.space.id : null;
    return (await app.callAt(at, 'roll-up-registers', { spaceId, cursor: null }, who)) as Answer<RollUp>;
  }
  async function titles(...args: Parameters<typeof ask>) {
    const answer = await ask(...args);
    if (!answer.ok) throw new Error(answer.error.message);
    const { registers } = OVERVIEW_CALLS['roll-up-registers'].response.parse(answer.data);
    return registers.map(({ page }) => page.title).sort();
  }

  it('show each viewer what they may see, where it is now', async () => {
    const { aurora, help } = app.seeded;
    expect(await titles(ofSpace(aurora, 'AUR'), LEAD)).toEqual(['Buying a company', 'Launch']);
    expect(await titles(ofSpace(aurora, 'AUR'), VIEWER)).toEqual(['Launch']);
    expect(await titles(ofSite, LEAD)).toEqual(['Buying a company', 'Launch', 'Moved to help']);
    expect(await titles(ofSite, VIEWER)).toEqual(['Launch', 'Moved to help']);
    // The space is public, and nobody has opened the register since it came.
    expect(await titles(ofSpace(help, 'HELP'), LEAD)).toEqual([]);
  });

  it('are refused in a space that is hidden from the viewer, and to nobody in particular', async () => {
    const { aurora } = app.seeded;
    expect(await ask(ofSpace(aurora, 'AUR'), OUTSIDER)).toMatchObject({
      ok: false,
      error: { code: 'no-access' },
    });
    await expect(ask(ofSite, undefined)).rejects.toThrow(/unlicensedAccess/);
  });

  it('follow a register to its new space once somebody has opened it there', async () => {
    const { help, moved } = app.seeded;
    const macro = {
      moduleKey: 'risk-register',
      moduleType: 'macro',
      localId: 'macro-2',
      extension: { content: { id: moved, type: 'page' }, space: { id: help, key: 'HELP' } },
    };
    expect(await app.callAt(macro, 'open-register', {}, LEAD)).toMatchObject({ ok: true });
    expect(await titles(ofSpace(help, 'HELP'), LEAD)).toEqual(['Moved to help']);
  });

  it('get names of people and spaces with the scopes that the app has', async () => {
    const { aurora } = app.seeded;
    const read = async (method: string, path: string, body?: object) => {
      const fetchRequestInit = {
        method,
        headers: [['content-type', 'application/json'] as const],
        ...(body && { body: JSON.stringify(body) }),
      };
      const call = { product: 'confluence', restPath: path, fetchRequestInit } as never;
      return (await app.host.fetchProduct(call, VIEWER)) as unknown as { status: number; body?: unknown };
    };
    expect(await read('POST', '/wiki/api/v2/users-bulk', { accountIds: [LEAD] })).toMatchObject({
      status: 200,
    });
    expect(await read('GET', `/wiki/api/v2/spaces?ids=${aurora}&limit=250`)).toMatchObject({ status: 200 });
  });
});
