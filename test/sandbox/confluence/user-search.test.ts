import { describe, expect, it } from 'vitest';

import { buildWikiRest } from './wiki.fixture';

interface Found {
  readonly results: readonly { readonly user: { readonly accountId: string; readonly email: string } }[];
  readonly size: number;
  readonly totalSize: number;
  readonly limit: number;
  readonly _links: { readonly next?: string };
}

const SCOPE = 'read:content-details:confluence';

function buildSearch() {
  const world = buildWikiRest();
  const search = async (cql: string, more = '', as: string | null = 'dev') =>
    await world.ask<Found>(`GET /rest/api/search/user?cql=${encodeURIComponent(cql)}${more}`, {
      as,
      scopes: [SCOPE],
    });
  const ids = async (cql: string, more?: string) =>
    (await search(cql, more)).body.results.map(({ user }) => user.accountId);
  return { ...world, search, ids };
}

describe('the search for people', () => {
  it.each([
    ['user.fullname ~ "le"', ['lea']],
    ["user.fullname~'LEA L'", ['lea']],
    ['user.fullname~outs', ['out']],
    ['user.fullname ~ "ea"', []],
    ['user.fullname ~ "lea viewer"', []],
    ['user.fullname ~ "\\"Lea\\""', ['lea']],
    ['type = user and user.fullname ~ "v"', ['vic']],
    ['user = "lea"', ['lea']],
    ['user.accountid in ("vic", \'dev\', lea)', ['lea', 'dev', 'vic']],
    ['user not in (ada, "dev", "vic", "out")', ['lea']],
    ['type = user and user != lea', ['ada', 'dev', 'vic', 'out']],
    ['user.fullname ~ "and or"', []],
  ])('%s finds %j', async (cql, expected) => {
    expect(await buildSearch().ids(cql)).toEqual(expected);
  });

  it.each([
    ['', 400],
    ['lea', 400],
    ['user.fullname ~ "lea', 400],
    ['user.fullname ~ "le"a"', 400],
    ['user.fullname ~ Lea Lead', 400],
    ['user.fullname ~ "!?"', 400],
    ['user ~ lea', 400],
    ['user in lea', 400],
    ['user in (lea,)', 400],
    ['user in ("lea" "dev")', 400],
    ['type = page', 400],
    ['title = Plan', 400],
    ['space = TEAM and user = lea', 400],
    ['user = lea or user = dev', 501],
    ['user.fullname !~ lea', 501],
    ['user.userkey = lea', 501],
  ])('answers %s with %i', async (cql, status) => {
    expect((await buildSearch().search(cql)).status).toBe(status);
  });

  it('pages, and tells how many there are', async () => {
    const { search, ask } = buildSearch();
    const { body } = await search('type = user', '&limit=2&start=1');
    expect(body).toMatchObject({ start: 1, limit: 2, size: 2, totalSize: 5, cqlQuery: 'type = user' });
    const next = await ask<Found>(`GET ${body._links.next ?? ''}`, { scopes: [SCOPE] });
    expect(next.body.results.map(({ user }) => user.accountId)).toEqual(['vic', 'out']);
    expect(next.body._links).not.toHaveProperty('next');
    expect((await search('type = user')).body.limit).toBe(25);
    expect((await search('type = user', '&limit=9000')).body.limit).toBe(250);
    expect((await search('type = user', '&limit=-1')).status).toBe(400);
    expect((await search('type = user', '&start=x')).status).toBe(400);
  });

  it('finds closed accounts as well, tells none apart, and keeps e-mail addresses to their owners', async () => {
    const { site, search } = buildSearch();
    const lea = site.get('users', 'lea')!;
    const before = await search('user = lea');
    site.put('users', { ...lea, active: false });
    const after = await search('user = lea');
    expect(after.body.results).toHaveLength(1);
    expect(after.body.results).toEqual(before.body.results);
    expect(after.body.results[0]!.user.email).toBe('');
    expect((await search('user = dev')).body.results[0]!.user.email).toBe('dev@example.com');
  });

  it('knows no guests, and expands nothing', async () => {
    const { ids, search } = buildSearch();
    expect(await ids('user = lea', '&sitePermissionTypeFilter=all')).toEqual(['lea']);
    expect(await ids('user = lea', '&sitePermissionTypeFilter=externalCollaborator')).toEqual([]);
    expect((await search('user = lea', '&sitePermissionTypeFilter=some')).status).toBe(400);
    expect((await search('user = lea', '&expand=operations')).status).toBe(501);
  });

  it('is for users of Confluence and the app, with its scope alone', async () => {
    const { search, ask, rest } = buildSearch();
    const path = 'GET /rest/api/search/user?cql=type=user';
    expect((await ask(path, { as: undefined, scopes: [SCOPE] })).status).toBe(403);
    expect((await search('user = lea', '', null)).status).toBe(200);
    expect((await ask(path, { scopes: ['search:confluence'] })).status).toBe(200);
    // Two a person and one for the call.
    expect(rest.ledger.entries().at(-1)).toMatchObject({ points: 11 });
    expect((await ask(path, { scopes: ['read:user:confluence', 'read:confluence-user'] })).status).toBe(401);
  });
});
