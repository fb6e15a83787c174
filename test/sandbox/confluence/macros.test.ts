import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';

import { LEAD, macro, OUTSIDER, startMacroSite, VIEWER } from './macro-app';

// A whole site is started here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ANONYMOUS = 'anonymous';
let folder: string;
let world: Awaited<ReturnType<typeof startMacroSite>>;
let pageId: string;
let publicId: string;

interface Told {
  readonly result?: { readonly value?: Record<string, unknown>; readonly error?: unknown };
  readonly error?: string;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'macros-'));
  writeFileSync(join(folder, 'index.html'), '<html data-color-mode="light"><head></head></html>');
  world = await startMacroSite(folder);
  const { wiki } = world.site;
  const content = [
    macro('register', 'r-1', { name: 'Launch risks' }),
    { type: 'paragraph', content: [{ type: 'text', text: 'See ' }, macro('word', 'w-1')] },
    { ...macro('boxed', 'b-1'), content: textAdf('Inside.').content! },
    macro('register', 'r-2', { mode: 'throws' }),
    macro('register', 'r-3', { mode: 'nonsense' }),
    macro('unknown', 'u-1'),
  ];
  const body = { type: 'doc', version: 1, content };
  pageId = world.page('Aurora launch').id;
  wiki.editPage(pageId, { body, version: 4 }, { by: LEAD });
  publicId = world.page('Send your first invoice').id;
  wiki.editPage(publicId, { body, version: 2 }, { by: LEAD });
});

afterAll(async () => {
  await world.site.close();
  rmSync(folder, { recursive: true });
});

const place = (more: object = {}) => ({
  kind: 'macro',
  moduleKey: 'register',
  pageId,
  localId: 'r-1',
  ...more,
});

// The type parameter says what a test expects; the test checks it.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const bridge = async <Body = { result?: Record<string, unknown>; error?: string }>(
  as: string,
  command: string,
  at: object,
  arg?: unknown,
) => await world.call<Body>(as, 'POST', `/sandbox/api/bridge/${command}`, { frame: 'f', place: at, arg });

describe('the context of a macro', () => {
  it('names the page, the space, its own id and its configuration', async () => {
    const { body } = await bridge(LEAD, 'getContext', place());
    expect(body.result).toMatchObject({
      accountId: LEAD,
      localId: 'r-1',
      moduleKey: 'register',
      extension: {
        type: 'macro',
        content: { id: pageId, type: 'page', subtype: null },
        space: { id: world.site.wiki.spaceByKey('AUR')!.id, key: 'AUR' },
        isEditing: false,
        references: [],
        config: { name: 'Launch risks' },
      },
    });
    expect(body.result!['extension']).not.toHaveProperty('macro');
  });

  it('has the body of a bodied macro, and no configuration where none was submitted', async () => {
    const { body } = await bridge(LEAD, 'getContext', place({ moduleKey: 'boxed', localId: 'b-1' }));
    expect(body.result!['extension']).toMatchObject({ macro: { body: textAdf('Inside.') } });
    expect(body.result!['extension']).not.toHaveProperty('config');
  });

  it('is the resolver’s as well, which is told who runs it', async () => {
    const { body } = await bridge<Told>(VIEWER, 'invoke', place(), { functionKey: 'context' });
    expect(body.result!.value).toMatchObject({
      accountId: VIEWER,
      accountType: 'licensed',
      localId: 'r-1',
      extension: { content: { id: pageId }, config: { name: 'Launch risks' } },
    });
  });

  it('is the editor’s while the page is edited, for those who may', async () => {
    const editing = { config: { name: 'Not published' }, configuring: { isInserting: true } };
    const { body } = await bridge(LEAD, 'getContext', place({ localId: 'new', editing }));
    expect(body.result!['extension']).toMatchObject({
      isEditing: true,
      config: { name: 'Not published' },
      macro: { isConfiguring: true, isInserting: true },
    });
    expect((await bridge(VIEWER, 'getContext', place({ editing }))).status).toBe(404);
  });

  it.each([
    ['a page that the viewer may not see', OUTSIDER, {}],
    ['a macro that the page does not have', LEAD, { localId: 'r-9' }],
    ['another macro of the page', LEAD, { localId: 'w-1' }],
    ['a page that is not there', LEAD, { pageId: '1' }],
    ['a module that is no macro', LEAD, { moduleKey: 'space-registers' }],
    ['a module that is not declared', LEAD, { moduleKey: 'nothing' }],
  ])('is refused for %s', async (_what, as, more) => {
    expect((await bridge(as, 'getContext', place(more))).status).toBe(404);
  });

  it('stays with the macro on a copied page, which has an id of its own', async () => {
    const { wiki } = world.site;
    const copy = wiki.copyPage(
      pageId,
      { title: 'Launch copy', spaceId: wiki.get('pages', pageId)!.spaceId },
      { by: LEAD },
    );
    const { body } = await bridge(LEAD, 'getContext', place({ pageId: copy.id }));
    expect(body.result).toMatchObject({
      localId: 'r-1',
      extension: { content: { id: copy.id }, config: { name: 'Launch risks' } },
    });
    wiki.trashPage(copy.id);
    wiki.purgePage(copy.id);
  });
});

describe('somebody who has not logged in', () => {
  it('runs a macro that is open to them, without an account', async () => {
    const at = place({ pageId: publicId });
    const { body } = await bridge(ANONYMOUS, 'getContext', at);
    expect(body.result).not.toHaveProperty('accountId');
    const told = await bridge<Told>(ANONYMOUS, 'invoke', at, { functionKey: 'context' });
    expect(told.body.result!.value).toMatchObject({ accountId: 'unidentified', accountType: 'anonymous' });
  });

  it('runs no macro that is not, and none on a page that is not public', async () => {
    const shut = place({ pageId: publicId, moduleKey: 'word', localId: 'w-1' });
    expect((await bridge(ANONYMOUS, 'getContext', shut)).body.error).toContain('unlicensedAccess');
    expect((await bridge(ANONYMOUS, 'invoke', shut, { functionKey: 'context' })).body.error).toContain(
      'unlicensedAccess',
    );
    expect((await bridge(ANONYMOUS, 'getContext', place())).status).toBe(404);
  });

  it('is nobody to a backend that asks as the user, while the app itself is somebody', async () => {
    const at = place({ pageId: publicId });
    const ask = async (from: string) =>
      (await bridge<Told>(ANONYMOUS, 'invoke', at, { functionKey: 'page', payload: { from } })).body.result!;
    expect((await ask('user')).error).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
    expect((await ask('app')).value).toMatchObject({ status: 200 });
    const screen = await bridge(ANONYMOUS, 'fetchProduct', at, {
      product: 'confluence',
      restPath: `/wiki/api/v2/pages/${pageId}`,
    });
    expect(screen.body.result).toMatchObject({ status: 404 });
  });
});

describe('Confluence’s REST from the app', () => {
  it('is the user’s from the backend and the screen, under the manifest’s scopes', async () => {
    const page = await bridge<Told>(VIEWER, 'invoke', place(), {
      functionKey: 'page',
      payload: { from: 'user' },
    });
    expect(page.body.result!.value).toMatchObject({ status: 200, body: { id: pageId } });
    const fetched = async (restPath: string) =>
      (await bridge(VIEWER, 'fetchProduct', place(), { product: 'confluence', restPath })).body.result;
    expect(await fetched(`/wiki/api/v2/pages/${pageId}`)).toMatchObject({ status: 200 });
    expect(await fetched('/wiki/api/v2/spaces')).toMatchObject({ status: 401 });
    expect(await fetched('/wiki/api/v2/blogposts')).toMatchObject({ status: 501 });
  });

  it('answers the SDK’s own permission check', async () => {
    const may = async (as: string) =>
      (await bridge<Told>(as, 'invoke', place(), { functionKey: 'mayEdit' })).body.result!.value;
    expect([await may(LEAD), await may(VIEWER)]).toEqual([true, false]);
  });

  it('is counted with the meter, apart from Jira', async () => {
    const { body } = await world.call<{ confluencePointsThisHour: number; pointsThisHour: number }>(
      LEAD,
      'GET',
      '/sandbox/api/meter',
    );
    expect(body.confluencePointsThisHour).toBeGreaterThan(0);
    expect(body.pointsThisHour).toBe(0);
  });
});

describe('exports', () => {
  const exported = async (type: string, as = LEAD) => {
    const { status, body } = await world.call<{ body: { content: { type: string }[] } }>(
      as,
      'GET',
      `/sandbox/api/wiki/export?id=${pageId}&type=${type}`,
    );
    return { status, text: JSON.stringify(body) };
  };

  it.each(['pdf', 'word'])(
    'call the function of each macro for %s, and put its document in its place',
    async (type) => {
      const { text } = await exported(type);
      expect(text).toContain(`Launch risks as ${type} on ${pageId}`);
      expect(text).toContain('"background":"#ffbdad"');
      expect(text).not.toContain('com.atlassian.ecosystem');
    },
  );

  it('go on where a macro fails, is unknown or has no function', async () => {
    const { text } = await exported('pdf');
    expect(text).toContain("Error rendering macro 'Test register': no export today");
    expect(text).toContain(
      "Error rendering macro 'Test register': The adfExport function did not return a valid document.",
    );
    expect(text).toContain('unknown: the app of this macro is not installed.');
    expect(text).toContain('Test word cannot be exported.');
    expect(text).toContain('Inside.');
  });

  it('are for those who may view the page, in the history too', async () => {
    expect((await exported('pdf', OUTSIDER)).status).toBe(404);
    expect((await exported('odt')).status).toBe(400);
    const { body } = await world.call(LEAD, 'GET', `/sandbox/api/wiki/version?id=${pageId}&number=4`);
    expect(JSON.stringify(body)).toContain(`Launch risks as other on ${pageId}`);
  });
});

describe('pages of the app', () => {
  it('know their space, or the site', async () => {
    const space = await bridge(LEAD, 'getContext', {
      kind: 'space',
      moduleKey: 'space-registers',
      spaceKey: 'AUR',
    });
    expect(space.body.result!['extension']).toEqual({
      type: 'confluence:spacePage',
      location: `${world.site.url}/wiki/spaces/AUR/apps/space-registers`,
      space: { id: world.site.wiki.spaceByKey('AUR')!.id, key: 'AUR' },
    });
    const all = await bridge(OUTSIDER, 'getContext', { kind: 'wiki', moduleKey: 'all-registers' });
    expect(all.body.result!['extension']).toMatchObject({ type: 'confluence:globalPage' });
    const hidden = { kind: 'space', moduleKey: 'space-registers', spaceKey: 'AUR' };
    expect((await bridge(OUTSIDER, 'getContext', hidden)).status).toBe(404);
  });
});
