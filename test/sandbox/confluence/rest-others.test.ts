import { describe, expect, it } from 'vitest';

import { mention, doc, p } from '#sandbox/demo/adf';
import { textAdf } from '#sandbox/jira/adf';

import { adfBody, buildWikiRest } from './wiki.fixture';

interface Comment {
  id: string;
  version: { number: number; authorId: string };
  body: { atlas_doc_format?: { value: string } };
}

describe('spaces', () => {
  it('are those that the caller may see, by key, id and status', async () => {
    const { ask, team } = buildWikiRest();
    const list = async (query: string, as?: string) =>
      (
        await ask<{ results: { key: string }[] }>(`GET /api/v2/spaces?${query}`, { as: as ?? 'dev' })
      ).body.results.map(({ key }) => key);
    expect(await list('')).toEqual(['TEAM', 'OPEN']);
    expect(await list('sort=-key', 'dev')).toEqual(['TEAM', 'OPEN']);
    expect(await list('keys=open,team', 'out')).toEqual(['OPEN']);
    expect(await list(`ids=${team.id}&status=current&type=global`)).toEqual(['TEAM']);
    expect((await ask(`GET /api/v2/spaces/${team.id}?description-format=plain`)).body).toMatchObject({
      key: 'TEAM',
      homepageId: team.homepageId,
      description: { plain: { value: '' } },
      _links: { webui: '/spaces/TEAM' },
    });
    expect((await ask(`GET /api/v2/spaces/${team.id}`, { as: 'out' })).status).toBe(404);
  });
});

describe('footer comments', () => {
  it('are made with a mention, answered, edited by version, and listed without their answers', async () => {
    const { ask, write } = buildWikiRest();
    const page = write('Plan');
    const body = {
      representation: 'atlas_doc_format',
      value: JSON.stringify(doc(p(mention('noa'), ' look'))),
    };
    const made = await ask<Comment>('POST /api/v2/footer-comments', { body: { pageId: page.id, body } });
    expect(made).toMatchObject({
      status: 201,
      body: { pageId: page.id, version: { number: 1, authorId: 'dev' } },
    });
    const answer = await ask<Comment>('POST /api/v2/footer-comments', {
      as: 'vic',
      body: { parentCommentId: made.body.id, body: adfBody('Yes.') },
    });
    expect(answer.body).toMatchObject({ parentCommentId: made.body.id });
    const list = await ask<{ results: Comment[] }>(
      `GET /api/v2/pages/${page.id}/footer-comments?body-format=atlas_doc_format`,
    );
    expect(list.body.results.map(({ id }) => id)).toEqual([made.body.id]);
    expect(list.body.results[0]!.body.atlas_doc_format!.value).toContain('"type":"mention"');
    const children = await ask<{ results: Comment[] }>(
      `GET /api/v2/footer-comments/${made.body.id}/children`,
    );
    expect(children.body.results.map(({ id }) => id)).toEqual([answer.body.id]);
    const put = async (number: number, as = 'dev') =>
      await ask(`PUT /api/v2/footer-comments/${made.body.id}`, {
        as,
        body: { version: { number }, body: adfBody('Two') },
      });
    expect((await put(1)).status).toBe(409);
    expect((await put(2, 'lea')).status).toBe(403);
    expect((await put(2)).body).toMatchObject({ version: { number: 2 } });
    const versions = await ask<{ results: { number: number }[] }>(
      `GET /api/v2/footer-comments/${made.body.id}/versions`,
    );
    expect(versions.body.results.map(({ number }) => number)).toEqual([2, 1]);
    expect((await ask(`DELETE /api/v2/footer-comments/${made.body.id}`, { as: 'vic' })).status).toBe(403);
    expect((await ask(`DELETE /api/v2/footer-comments/${made.body.id}`)).status).toBe(204);
    expect((await ask(`GET /api/v2/footer-comments/${answer.body.id}`)).status).toBe(404);
  });

  it('refuse an empty one, two parents, a page that cannot be seen, and a reader who may not comment', async () => {
    const { ask, write, open } = buildWikiRest();
    const page = write('Plan');
    const post = async (fields: object, as = 'dev') =>
      (await ask('POST /api/v2/footer-comments', { as, body: { body: adfBody('x'), ...fields } })).status;
    expect(await post({ pageId: page.id, body: adfBody('') })).toBe(400);
    expect(await post({})).toBe(400);
    expect(await post({ pageId: page.id }, 'out')).toBe(404);
    expect(await post({ pageId: open.homepageId }, 'out')).toBe(403);
    expect(await post({ blogPostId: '1' })).toBe(501);
  });
});

describe('content properties', () => {
  it('are kept by version, by whoever may edit the page', async () => {
    const { ask, write } = buildWikiRest();
    const path = `/api/v2/pages/${write('Plan').id}/properties`;
    const made = await ask<{ id: string }>(`POST ${path}`, { body: { key: 'register', value: { open: 3 } } });
    expect(made).toMatchObject({
      status: 200,
      body: { key: 'register', value: { open: 3 }, version: { number: 1 } },
    });
    expect((await ask(`POST ${path}`, { body: { key: 'register', value: 1 } })).status).toBe(400);
    expect((await ask(`POST ${path}`, { as: 'vic', body: { key: 'x', value: 1 } })).status).toBe(403);
    const one = `${path}/${made.body.id}`;
    const put = async (number: number) =>
      (await ask(`PUT ${one}`, { body: { key: 'register', value: 4, version: { number } } })).status;
    expect([await put(1), await put(2), await put(2)]).toEqual([409, 200, 409]);
    expect((await ask(`GET ${path}?key=register`, { as: 'vic' })).body).toMatchObject({
      results: [{ value: 4 }],
    });
    expect(
      (
        await ask(`PUT ${one}`, {
          body: { key: 'register', value: 'x'.repeat(33_000), version: { number: 3 } },
        })
      ).status,
    ).toBe(413);
    expect((await ask(`DELETE ${one}`)).status).toBe(204);
    expect((await ask(`GET ${one}`)).status).toBe(404);
  });
});

describe('people', () => {
  it('are looked up many at once; e-mail only to their owner', async () => {
    const { ask } = buildWikiRest();
    const { body } = await ask<{ results: { accountId: string; email: string }[] }>(
      'POST /api/v2/users-bulk',
      {
        body: { accountIds: ['dev', 'lea', 'gone'] },
      },
    );
    expect(body.results.map(({ accountId, email }) => [accountId, email])).toEqual([
      ['dev', 'dev@example.com'],
      ['lea', ''],
    ]);
    expect((await ask('GET /rest/api/user?accountId=lea')).body).toMatchObject({
      type: 'known',
      displayName: 'Lea Lead',
    });
    expect((await ask('GET /rest/api/user/current', { as: undefined })).body).toMatchObject({
      type: 'anonymous',
    });
    expect((await ask('GET /rest/api/user?accountId=gone')).status).toBe(404);
    expect((await ask('GET /rest/api/user?accountId=lea', { as: undefined })).status).toBe(403);
  });
});

describe('permission/check', () => {
  const check = async (
    { ask }: ReturnType<typeof buildWikiRest>,
    id: string,
    operation: string,
    identifier: string,
    as: string | null = identifier,
  ) =>
    await ask<{ hasPermission: boolean }>(`POST /rest/api/content/${id}/permission/check`, {
      as,
      body: { subject: { type: 'user', identifier }, operation },
    });

  it('tells users of themselves, and administrators and the app of all', async () => {
    const world = buildWikiRest();
    const page = world.write('Plan');
    expect((await check(world, page.id, 'read', 'vic')).body.hasPermission).toBe(true);
    expect((await check(world, page.id, 'update', 'vic')).body).toMatchObject({
      hasPermission: false,
      errors: [{ translation: 'User does not have permission to the content' }],
    });
    expect((await check(world, page.id, 'read', 'out')).body).toMatchObject({
      hasPermission: false,
      errors: [{ translation: 'User does not have permission to the space' }],
    });
    expect((await check(world, page.id, 'delete', 'dev', 'ada')).body.hasPermission).toBe(true);
    expect((await check(world, page.id, 'update', 'vic', null)).body.hasPermission).toBe(false);
    expect((await check(world, page.id, 'read', 'dev', 'vic')).status).toBe(403);
    expect((await check(world, page.id, 'paint', 'vic')).status).toBe(400);
    expect((await check(world, '99', 'read', 'vic')).status).toBe(404);
  });
});

describe('version 1 of the API', () => {
  it('reads content, with what is expanded and no more', async () => {
    const { ask, write } = buildWikiRest();
    const page = write('Plan');
    const { body } = await ask(
      `GET /rest/api/content/${page.id}?expand=space,version,ancestors,body.atlas_doc_format`,
    );
    expect(body).toMatchObject({
      id: page.id,
      type: 'page',
      space: { key: 'TEAM' },
      version: { number: 1, by: { accountId: 'lea' } },
      ancestors: [{ title: 'Team home' }],
      body: { atlas_doc_format: { value: JSON.stringify(page.body) } },
    });
    expect((await ask(`GET /rest/api/content/${page.id}?expand=body.storage`)).status).toBe(501);
    expect(await ask('GET /rest/api/content/99')).toMatchObject({
      status: 404,
      body: { statusCode: 404, message: expect.stringContaining('No content found with id') as string },
    });
  });

  it('reads restrictions', async () => {
    const { ask, write, wiki } = buildWikiRest();
    const page = write('Plan');
    wiki.restrictPage(page.id, { editors: { accountIds: ['lea'], groupIds: ['viewers'] } });
    const { body } = await ask(`GET /rest/api/content/${page.id}/restriction/byOperation`);
    expect(body).toMatchObject({
      read: { restrictions: { user: { size: 0 }, group: { size: 0 } } },
      update: {
        restrictions: { user: { results: [{ accountId: 'lea' }] }, group: { results: [{ id: 'viewers' }] } },
      },
    });
    expect((await ask(`GET /rest/api/content/${page.id}/restriction`)).body).toMatchObject({ size: 2 });
    expect((await ask(`GET /rest/api/content/${page.id}/restriction/byOperation/paint`)).status).toBe(400);
  });

  it('searches by a small part of CQL, and says what is not simulated', async () => {
    const { ask, write } = buildWikiRest();
    const [one, two] = [write('One'), write('Two')];
    const find = async (cql: string) =>
      await ask<{ results: { title: string }[] }>(
        `GET /rest/api/content/search?cql=${encodeURIComponent(cql)}`,
      );
    const found = async (cql: string) => (await find(cql)).body.results.map(({ title }) => title);
    expect(await found('space = TEAM and type = page')).toEqual(['Team home', 'One', 'Two']);
    expect(await found(`id in (${one.id}, ${two.id}) and title != "One"`)).toEqual(['Two']);
    for (const cql of [
      'text ~ "x"',
      'creator = currentUser()',
      'type = page or type = blogpost',
      'type = page order by title',
    ]) {
      expect((await find(cql)).status, cql).toBe(501);
    }
  });
});

describe('the door', () => {
  it.each([
    ['GET /api/v2/blogposts', 501],
    ['GET /api/v2/pages/1/labels', 501],
    ['POST /rest/api/content', 501],
    ['PATCH /api/v2/pages', 405],
  ])('answers %s with %i and says so', async (call, status) => {
    const { ask } = buildWikiRest();
    const answer = await ask(call);
    expect(answer.status).toBe(status);
    if (status === 501) expect(JSON.stringify(answer.body)).toContain('not simulated: ');
  });

  it.each([
    ['GET /api/v2/spaces', ['read:space:confluence']],
    ['GET /api/v2/pages', ['read:page:confluence']],
    ['GET /rest/api/user/current', ['read:confluence-user']],
    ['GET /rest/api/user/current', ['read:content-details:confluence']],
  ])('asks for the scopes of %s', async (call, scopes) => {
    const { ask, rest } = buildWikiRest();
    expect((await ask(call, { scopes })).status).toBe(200);
    expect(await ask(call, { scopes: ['read:jira-work', 'read:confluence-content.all'] })).toMatchObject({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
    expect(rest.ledger.entries()[0]!.scopes).toEqual(scopes);
  });

  it('counts points apart from Jira: one a call, one an object, two a person', async () => {
    const { ask, rest, write, clock } = buildWikiRest();
    write('One');
    await ask('GET /api/v2/pages');
    await ask('POST /api/v2/users-bulk', { body: { accountIds: ['dev', 'lea'] } });
    await ask('GET /api/v2/pages', { caller: 'screen' });
    expect(rest.ledger.entries().map(({ points }) => points)).toEqual([4, 5, 4]);
    expect(rest.ledger.pointsInHour(clock.now(), 'confluence')).toBe(9);
    expect(rest.ledger.pointsInHour(clock.now())).toBe(0);
  });

  it('refuses beyond the quota of the hour in Confluence’s words', async () => {
    const { ask } = buildWikiRest({ limits: { pointsPerHour: 3 } });
    expect((await ask('GET /api/v2/pages')).headers['ratelimit']).toContain('r=3');
    const refused = await ask('GET /api/v2/pages');
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ status: 429 }] } });
    expect(refused.headers).toMatchObject({
      'ratelimit-reason': 'confluence-quota-global-based',
      'retry-after': expect.stringMatching(/^\d+$/) as string,
    });
    expect((await ask('GET /api/v2/pages', { caller: 'screen' })).status).toBe(200);
  });

  it.each([
    ['rate-limited', 429, 'confluence-burst-based'],
    ['server-error', 500, undefined],
    ['time-out', 504, undefined],
  ] as const)('suffers the fault %s', async (kind, status, reason) => {
    const { ask, machine } = buildWikiRest({
      faults: { latencyMs: 40, rest: [{ match: '/wiki/api/v2/pages', kind, pages: 'all', remaining: 1 }] },
    });
    const struck = await ask('GET /api/v2/pages');
    expect(struck.status).toBe(status);
    expect(struck.headers['ratelimit-reason']).toBe(reason);
    expect(machine.slept[0]).toBe(40);
    expect((await ask('GET /api/v2/pages')).status).toBe(200);
  });

  it('takes later pages for what they are: those with a cursor', async () => {
    const { ask, write } = buildWikiRest({
      faults: { rest: [{ match: '', kind: 'server-error', pages: 'later-pages', remaining: null }] },
    });
    write('One', { body: textAdf('x') });
    const first = await ask<{ _links: { next: string } }>('GET /api/v2/pages?limit=1');
    expect(first.status).toBe(200);
    expect((await ask(`GET ${first.body._links.next.replace('/wiki', '')}`)).status).toBe(500);
  });
});
