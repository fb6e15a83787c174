import { describe, expect, it } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';

import { adfBody, buildWikiRest } from './wiki.fixture';

interface Listed {
  results: { id: string; title: string; status: string }[];
  _links: { next?: string; base: string };
}

const NOT_FOUND = (title: string) => ({
  status: 404,
  body: { errors: [{ status: 404, code: 'NOT_FOUND', title, detail: null }] },
});

describe('one page', () => {
  it('has the fields of version 2, and a body only when it is asked for', async () => {
    const { ask, write, team } = buildWikiRest();
    const page = write('Plan for May');
    const bare = await ask(`GET /api/v2/pages/${page.id}`);
    expect(bare).toMatchObject({
      status: 200,
      body: {
        id: page.id,
        status: 'current',
        title: 'Plan for May',
        spaceId: team.id,
        parentId: team.homepageId,
        parentType: 'page',
        authorId: 'lea',
        createdAt: '2026-06-01T09:00:00.000Z',
        version: { number: 1, authorId: 'lea', message: '', minorEdit: false },
        body: {},
        _links: { webui: `/spaces/TEAM/pages/${page.id}/Plan+for+May`, base: 'http://site/wiki' },
      },
    });
    const { body } = await ask<{ body: { atlas_doc_format: { value: string } } }>(
      `GET /api/v2/pages/${page.id}?body-format=atlas_doc_format`,
    );
    expect(JSON.parse(body.body.atlas_doc_format.value)).toEqual(page.body);
  });

  it.each([
    ['storage', 501, 'NOT_SIMULATED'],
    ['view', 501, 'NOT_SIMULATED'],
    ['markdown', 400, 'INVALID_REQUEST_PARAMETER'],
  ])('has no body as %s', async (format, status, code) => {
    const { ask, write } = buildWikiRest();
    const answer = await ask(`GET /api/v2/pages/${write('Plan').id}?body-format=${format}`);
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
  });

  it('is missing in the same words for one that is hidden, and asks for a number', async () => {
    const { ask, write, wiki } = buildWikiRest();
    const page = write('Plan');
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    expect(await ask(`GET /api/v2/pages/${page.id}`)).toMatchObject(
      NOT_FOUND(`Cannot find a page with id [${page.id}]`),
    );
    expect(await ask('GET /api/v2/pages/99')).toMatchObject(NOT_FOUND('Cannot find a page with id [99]'));
    expect((await ask('GET /api/v2/pages/abc')).status).toBe(400);
    expect((await ask(`GET /api/v2/pages/${page.id}`, { as: 'lea' })).status).toBe(200);
  });

  it('shows an old version, the draft, and what may be done', async () => {
    const { ask, write, wiki } = buildWikiRest();
    const page = write('Plan', { body: textAdf('one') });
    wiki.editPage(
      page.id,
      { title: 'Plan 2', body: textAdf('two'), version: 2, message: 'Why' },
      { by: 'dev' },
    );
    wiki.saveDraft(page.id, { title: 'Plan 3', body: textAdf('three') }, { by: 'dev' });
    const path = `GET /api/v2/pages/${page.id}`;
    expect((await ask(`${path}?version=1`)).body).toMatchObject({
      title: 'Plan',
      status: 'historical',
      version: { number: 1 },
    });
    expect((await ask(`${path}?version=2`)).body).toMatchObject({
      status: 'current',
      version: { message: 'Why' },
    });
    expect((await ask(`${path}?version=7`)).status).toBe(404);
    expect((await ask(`${path}?get-draft=true`)).body).toMatchObject({ title: 'Plan 3', status: 'draft' });
    expect((await ask(`${path}?get-draft=true`, { as: 'vic' })).status).toBe(403);
    const { body } = await ask<{ operations: { results: { operation: string }[] } }>(
      `${path}?include-operations=true&include-versions=true`,
      { as: 'vic' },
    );
    expect(body.operations.results.map(({ operation }) => operation)).toEqual(['read', 'create']);
    expect((await ask(`${path}?include-labels=true`)).status).toBe(501);
  });
});

describe('lists of pages', () => {
  const titles = ({ results }: Listed) => results.map(({ title }) => title);

  it('page through what the caller may see, without loss when pages come and go', async () => {
    const { ask, write, wiki, team } = buildWikiRest();
    const pages = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => write(title));
    wiki.restrictPage(pages[1]!.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    const first = await ask<Listed>(`GET /api/v2/spaces/${team.id}/pages?limit=2`);
    expect(titles(first.body)).toEqual(['Team home', 'One']);
    expect(first.headers['link']).toBe(
      `<${first.body._links.next!}>; rel="next", <http://site/wiki>; rel="base"`,
    );
    expect(first.body._links.next).toMatch(/^\/wiki\/api\/v2\/spaces\/\d+\/pages\?limit=2&cursor=/);
    wiki.trashPage(pages[0]!.id);
    const second = await ask<Listed>(`GET ${first.body._links.next!.replace('/wiki', '')}`);
    expect(titles(second.body)).toEqual(['Three', 'Four']);
    const third = await ask<Listed>(`GET ${second.body._links.next!.replace('/wiki', '')}`);
    expect(titles(third.body)).toEqual(['Five']);
    expect(third.body._links).toEqual({ base: 'http://site/wiki' });
  });

  it('filter and sort; drafts are in none, the trash only when it is asked for', async () => {
    const { ask, write, wiki, team, open } = buildWikiRest();
    const [plan, old] = [write('Plan'), write('Old')];
    write('Unfinished', { status: 'draft' }, 'dev');
    wiki.trashPage(old.id);
    const list = async (query: string) => titles((await ask<Listed>(`GET /api/v2/pages?${query}`)).body);
    expect(await list(`space-id=${team.id}`)).toEqual(['Team home', 'Plan']);
    expect(await list(`id=${plan.id},${open.homepageId!}&sort=-title`)).toEqual(['Plan', 'Open home']);
    expect(await list('title=Plan')).toEqual(['Plan']);
    expect(await list('status=trashed')).toEqual(['Old']);
    expect((await ask('GET /api/v2/pages?status=draft')).status).toBe(400);
    expect((await ask('GET /api/v2/pages?sort=colour')).status).toBe(400);
    expect((await ask('GET /api/v2/pages?limit=251')).status).toBe(400);
    expect((await ask('GET /api/v2/pages?cursor=x')).status).toBe(400);
  });

  it('show an anonymous caller what is public, and nothing else', async () => {
    const { ask, team, open } = buildWikiRest();
    const { body } = await ask<Listed>('GET /api/v2/pages', { as: undefined });
    expect(titles(body)).toEqual(['Open home']);
    expect((await ask(`GET /api/v2/spaces/${open.id}`, { as: undefined })).status).toBe(200);
    expect((await ask(`GET /api/v2/spaces/${team.id}/pages`, { as: undefined })).status).toBe(404);
    expect(await ask('POST /api/v2/pages', { as: undefined, body: {} })).toMatchObject(
      NOT_FOUND('Not Found'),
    );
  });

  it('hold children in their order, and versions newest first', async () => {
    const { ask, write, wiki, team } = buildWikiRest();
    const [one, two] = [write('One'), write('Two')];
    wiki.movePage(two.id, { spaceId: team.id, parentId: team.homepageId, index: 0 });
    const children = await ask<Listed>(`GET /api/v2/pages/${team.homepageId!}/children`);
    expect(titles(children.body)).toEqual(['Two', 'One']);
    wiki.editPage(one.id, { body: textAdf('x'), version: 2 }, { by: 'dev' });
    const versions = await ask<{ results: { number: number; page: { title: string } }[] }>(
      `GET /api/v2/pages/${one.id}/versions?body-format=atlas_doc_format`,
    );
    expect(versions.body.results.map(({ number }) => number)).toEqual([2, 1]);
    expect((await ask(`GET /api/v2/pages/${one.id}/versions/1`)).body).toMatchObject({
      number: 1,
      authorId: 'lea',
      nextVersion: 2,
      prevVersion: null,
    });
  });
});

describe('writing pages', () => {
  it('creates below the home page, at the top, or as a draft', async () => {
    const { ask, team } = buildWikiRest();
    const create = async (fields: object, query = '') =>
      await ask<{ id: string; parentId: string | null; status: string }>(`POST /api/v2/pages${query}`, {
        body: { spaceId: team.id, body: adfBody('x'), ...fields },
      });
    expect(await create({ title: 'Plan' })).toMatchObject({
      status: 200,
      body: { parentId: team.homepageId },
    });
    expect((await create({ title: 'Top' }, '?root-level=true')).body.parentId).toBeNull();
    expect((await create({ status: 'draft' })).body.status).toBe('draft');
    expect(await create({ title: 'Plan' })).toMatchObject({
      status: 400,
      body: { errors: [{ title: expect.stringContaining('already exists') as string }] },
    });
    expect((await create({ title: 'x', body: { representation: 'storage', value: '<p/>' } })).status).toBe(
      501,
    );
    expect((await create({ title: 'x', body: { ...adfBody('x'), value: '{"type":"doc"}' } })).status).toBe(
      400,
    );
  });

  it('answers 409 to a version that is not the next one, and says both', async () => {
    const { ask, write } = buildWikiRest();
    const page = write('Plan');
    const put = async (number: number) =>
      await ask(`PUT /api/v2/pages/${page.id}`, {
        body: { id: page.id, status: 'current', title: 'Plan', body: adfBody('x'), version: { number } },
      });
    expect(await put(1)).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            status: 409,
            code: 'CONFLICT',
            title:
              'Version must be incremented when updating a page. Current Version: [1]. Provided version: [1]',
          },
        ],
      },
    });
    expect(await put(2)).toMatchObject({ status: 200, body: { version: { number: 2, authorId: 'dev' } } });
    expect((await put(2)).status).toBe(409);
  });

  it('refuses who may view and not edit with 403, a stranger with 404', async () => {
    const { ask, write } = buildWikiRest();
    const page = write('Plan');
    const body = { id: page.id, status: 'current', title: 'Plan', version: { number: 2 } };
    expect((await ask(`PUT /api/v2/pages/${page.id}`, { as: 'vic', body })).status).toBe(403);
    expect((await ask(`PUT /api/v2/pages/${page.id}`, { as: 'out', body })).status).toBe(404);
    expect((await ask(`DELETE /api/v2/pages/${page.id}`, { as: 'vic' })).status).toBe(403);
  });

  it('publishes a draft as version 1, trashes, restores and purges', async () => {
    const { ask, write } = buildWikiRest();
    const draft = write('', { status: 'draft' }, 'dev');
    const path = `/api/v2/pages/${draft.id}`;
    const put = async (number: number) =>
      await ask(`PUT ${path}`, {
        body: { id: draft.id, status: 'current', title: 'Plan', body: adfBody('x'), version: { number } },
      });
    expect((await put(2)).status).toBe(400);
    expect((await put(1)).body).toMatchObject({ status: 'current', version: { number: 1 } });
    expect((await ask(`DELETE ${path}`)).status).toBe(204);
    expect((await ask(`GET ${path}`)).body).toMatchObject({ status: 'trashed' });
    expect((await put(2)).body).toMatchObject({ status: 'current', title: 'Plan' });
    await ask(`DELETE ${path}`);
    expect((await ask(`DELETE ${path}?purge=true`)).status).toBe(403);
    expect((await ask(`DELETE ${path}?purge=true`, { as: 'lea' })).status).toBe(204);
    expect((await ask(`GET ${path}`, { as: 'lea' })).status).toBe(404);
  });

  it('renames, and counts that as a version', async () => {
    const { ask, write } = buildWikiRest();
    const page = write('Plan');
    const answer = await ask(`PUT /api/v2/pages/${page.id}/title`, {
      body: { title: 'Map', status: 'current' },
    });
    expect(answer.body).toMatchObject({ title: 'Map', version: { number: 2 } });
  });
});
