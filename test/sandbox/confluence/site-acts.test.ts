import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';

import { LEAD, OUTSIDER, startMacroSite, VIEWER } from './macro-app';

// A whole site is started here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let world: Awaited<ReturnType<typeof startMacroSite>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wiki-acts-'));
  writeFileSync(join(folder, 'index.html'), '<html data-color-mode="light"><head></head></html>');
  world = await startMacroSite(folder);
});

afterAll(async () => {
  await world.site.close();
  rmSync(folder, { recursive: true });
});

type Made = { id: string; spaceKey: string } | null;

const act = async (as: string, what: object) =>
  await world.call<Made>(as, 'POST', '/sandbox/api/wiki/act', what);
// The type parameter says what a test expects; the test checks it.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const read = async <Body>(as: string, path: string) =>
  await world.call<Body>(as, 'GET', `/sandbox/api/wiki/${path}`);

interface Space {
  readonly tree: { title: string }[];
  readonly archived: { title: string }[];
  readonly drafts: { title: string }[];
  readonly trashed: { title: string }[];
}

describe('the demo', () => {
  it('shows everybody what they may see', async () => {
    const spaces = async (as: string) =>
      (await read<{ key: string }[]>(as, 'spaces')).body.map(({ key }) => key);
    expect(await spaces(LEAD)).toEqual(['AUR', 'HELP']);
    expect(await spaces(VIEWER)).toEqual(['AUR', 'HELP']);
    expect(await spaces(OUTSIDER)).toEqual(['HELP']);
    expect(await spaces('anonymous')).toEqual(['HELP']);
    const { body } = await read<Space>(LEAD, 'space?key=AUR');
    expect(body.drafts.map(({ title }) => title)).toEqual(['Pricing page: words']);
    expect(body.archived.map(({ title }) => title)).toEqual(['Beta programme']);
    const viewers = (await read<Space>(VIEWER, 'space?key=AUR')).body;
    expect(viewers.drafts).toEqual([]);
    expect(viewers.tree.map(({ title }) => title)).not.toContain('Contract with the payment provider');
    expect(body.tree.map(({ title }) => title)).toContain('Contract with the payment provider');
  });

  it('lets lead and developers edit, the viewer comment, and nobody else', async () => {
    const { id } = world.page('Aurora launch');
    const can = async (as: string) =>
      (await read<{ can: { edit: boolean; comment: boolean } }>(as, `page?id=${id}`)).body.can;
    expect(await can(LEAD)).toMatchObject({ edit: true, comment: true, restrict: true, delete: true });
    expect(await can(VIEWER)).toMatchObject({ edit: false, comment: true, restrict: false });
    expect((await read(OUTSIDER, `page?id=${id}`)).status).toBe(404);
    expect((await read('anonymous', `page?id=${id}`)).status).toBe(404);
  });
});

describe('acts on the site’s pages', () => {
  it('write a draft, publish it by REST, copy, move, archive, trash and purge it', async () => {
    const { call } = world;
    const { id } = (await act(LEAD, { act: 'create', spaceKey: 'AUR', parentId: null })).body!;
    expect((await act(VIEWER, { act: 'discardDraft', pageId: id })).status).toBe(404);
    const draft = { act: 'saveDraft', pageId: id, title: 'Weekly', body: textAdf('Words.'), basedOn: 1 };
    expect((await act(LEAD, draft)).status).toBe(200);
    const put = await call(LEAD, 'PUT', `/wiki/api/v2/pages/${id}`, {
      id,
      status: 'current',
      title: 'Weekly',
      version: { number: 1 },
    });
    expect(put.status).toBe(200);
    const copy = {
      act: 'copy',
      pageId: id,
      title: 'Weekly two',
      spaceKey: 'HELP',
      copyRestrictions: false,
      copyProperties: false,
    };
    expect((await act(LEAD, copy)).body).toMatchObject({ spaceKey: 'HELP' });
    expect((await act(VIEWER, copy)).status).toBe(403);
    expect((await act(LEAD, { act: 'move', pageId: id, spaceKey: 'HELP', parentId: null })).body).toEqual({
      id,
      spaceKey: 'HELP',
    });
    for (const name of ['archive', 'unarchive', 'trash', 'restore', 'trash', 'purge']) {
      expect((await act(LEAD, { act: name, pageId: id })).status, name).toBe(200);
    }
    expect((await read(LEAD, `page?id=${id}`)).status).toBe(404);
  });

  it('restrict a page, which is gone for others at once', async () => {
    const { id } = world.page('Team agreements');
    const readers = { accountIds: [LEAD], groupIds: [] };
    expect((await act(VIEWER, { act: 'restrict', pageId: id, readers, editors: null })).status).toBe(403);
    expect((await act(LEAD, { act: 'restrict', pageId: id, readers, editors: null })).status).toBe(200);
    expect((await read(VIEWER, `page?id=${id}`)).status).toBe(404);
    await act(LEAD, { act: 'restrict', pageId: id, readers: null, editors: null });
    expect((await read(VIEWER, `page?id=${id}`)).status).toBe(200);
  });

  it('restore a version, and say what the records do not allow', async () => {
    const { id, parentId } = world.page('Aurora launch');
    expect((await act(LEAD, { act: 'restoreVersion', pageId: id, number: 1 })).status).toBe(200);
    expect(world.page('Aurora launch').version).toBe(4);
    expect(await act(LEAD, { act: 'trash', pageId: parentId! })).toMatchObject({
      status: 422,
      body: { message: 'The home page of a space cannot be deleted.' },
    });
  });

  it('are nothing for somebody who has not logged in, nor for a foreign page', async () => {
    const { id } = world.page('Help with Aurora');
    expect((await act('anonymous', { act: 'trash', pageId: id })).status).toBe(401);
    expect((await act(LEAD, { act: 'paint', pageId: id })).status).toBe(400);
    expect(
      (await act(LEAD, { act: 'saveDraft', pageId: id, title: 'x', body: { type: 'x' }, basedOn: 1 })).status,
    ).toBe(400);
    const response = await fetch(`${world.site.url}/wiki/api/v2/pages/${id}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });
});
