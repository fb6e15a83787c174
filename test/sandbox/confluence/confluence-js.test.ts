import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createV1Client, createV2Client } from 'confluence.js';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { createWikiRest } from '#sandbox/confluence/rest/create-wiki-rest';
import { createFaults } from '#sandbox/faults';
import { textAdf } from '#sandbox/jira/adf';
import { basicAuthentication, createRestListener } from '#sandbox/jira/rest/http';

import { adfBody, buildWiki } from './wiki.fixture';

vi.hoisted(() => {
  // Makes the client's schemas strict: what an answer has and the schemas do not is written down.
  process.env['AUDIT_SCHEMAS'] = 'true';
});

/** Where the client writes down what its schemas do not know. */
const DRIFT = Symbol.for('apis-code-gen.schemaAudit');

const world = buildWiki();
const { wiki, team, write } = world;
const { handle } = createWikiRest({
  site: wiki,
  clock: world.clock,
  faults: createFaults(),
  siteUrl: 'http://127.0.0.1',
});
const plan = write('Plan');
let server: Server;
let options: { host: string; auth: { type: 'basic'; email: string; apiToken: string } };

beforeAll(async () => {
  for (const title of ['One', 'Two', 'Three']) write(title);
  wiki.editPage(plan.id, { body: textAdf('two'), version: 2, message: 'Why' }, { by: 'dev' });
  wiki.addComment({ pageId: plan.id }, textAdf('Fine.'), { by: 'lea' });
  wiki.addProperty(plan.id, { key: 'register', value: { open: 1 } }, { by: 'lea' });
  server = createServer(createRestListener(handle, basicAuthentication(world.site)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  options = {
    host: `http://127.0.0.1:${port}`,
    auth: { type: 'basic', email: 'dev@example.com', apiToken: 'any' },
  };
});

afterAll(() => {
  server.close();
});

afterEach(() => {
  const store = globalThis as Record<symbol, unknown>;
  const drift = store[DRIFT] ?? [];
  store[DRIFT] = [];
  expect(drift).toEqual([]);
});

describe('confluence.js, with every answer held against its schemas', () => {
  test('reads spaces and pages by cursor', async () => {
    const client = createV2Client(options);
    const spaces = await client.space.getSpaces({ keys: ['TEAM'] });
    expect(spaces.results?.map(({ name }) => name)).toEqual(['Team']);
    const space = await client.space.getSpaceById({ id: Number(team.id) });
    expect(space.homepageId).toBe(team.homepageId);
    const titles: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.page.getPagesInSpace({
        id: Number(team.id),
        limit: 2,
        ...(cursor && { cursor }),
      });
      titles.push(...(page.results ?? []).map(({ title }) => title));
      const next: string | undefined = page._links?.next;
      cursor =
        next === undefined
          ? undefined
          : (new URL(next, options.host).searchParams.get('cursor') ?? undefined);
    } while (cursor !== undefined);
    expect(titles).toEqual(['Team home', 'Plan', 'One', 'Two', 'Three']);
  });

  test('reads a page with its body, versions, properties and operations', async () => {
    const client = createV2Client(options);
    const page = await client.page.getPageById({
      id: Number(plan.id),
      bodyFormat: 'atlas_doc_format',
      includeVersions: true,
      includeProperties: true,
      includeOperations: true,
    });
    expect(page.version?.number).toBe(2);
    expect(JSON.parse(page.body?.atlas_doc_format?.value ?? '')).toEqual(textAdf('two'));
    const versions = await client.version.getPageVersions({ id: Number(plan.id) });
    expect(versions.results?.map(({ message }) => message)).toEqual(['Why', '']);
    const first = await client.version.getPageVersionDetails({ pageId: Number(plan.id), versionNumber: 1 });
    expect(first.authorId).toBe('lea');
    const properties = await client.contentProperties.getPageContentProperties({ pageId: Number(plan.id) });
    expect(properties.results?.map(({ value }) => value)).toEqual([{ open: 1 }]);
    const children = await client.children.getChildPages({ id: Number(team.homepageId) });
    expect(children.results).toHaveLength(4);
  });

  test('writes a comment and an edit, and gets a conflict for a stale one', async () => {
    const client = createV2Client(options);
    const made = await client.comment.createFooterComment({ pageId: plan.id, body: adfBody('Hello.') });
    expect(made.pageId).toBe(plan.id);
    const comments = await client.comment.getPageFooterComments({ id: Number(plan.id) });
    expect(comments.results).toHaveLength(2);
    const body = {
      id: plan.id,
      status: 'current',
      title: 'Plan',
      body: adfBody('three'),
      version: { number: 3 },
    };
    const edited = await client.page.updatePage({ id: Number(plan.id), body });
    expect(edited.version?.number).toBe(3);
    await expect(client.page.updatePage({ id: Number(plan.id), body })).rejects.toMatchObject({
      status: 409,
    });
    await expect(client.page.getPageById({ id: 99 })).rejects.toMatchObject({ status: 404 });
  });

  test('reads people, permissions, restrictions and content of version 1', async () => {
    const people = await createV2Client(options).user.createBulkUserLookup({ body: { accountIds: ['lea'] } });
    expect(people.results?.map(({ displayName }) => displayName)).toEqual(['Lea Lead']);
    const client = createV1Client(options);
    const check = await client.contentPermissions.checkContentPermission({
      id: plan.id,
      subject: { type: 'user', identifier: 'dev' },
      operation: 'update',
    });
    expect(check.hasPermission).toBe(true);
    const restrictions = await client.contentRestrictions.getRestrictions({ id: plan.id });
    expect(restrictions.results.map(({ operation }) => operation)).toEqual(['read', 'update']);
    const found = await client.content.searchContentByCQL({ cql: 'space = TEAM and title = Plan' });
    expect(found.results.map(({ id }) => id)).toEqual([plan.id]);
    const named = await client.search.searchUser({ cql: 'user.fullname ~ "lea"' });
    expect(named.results.map(({ user }) => user?.accountId)).toEqual(['lea']);
    const myself = await client.users.getCurrentUser();
    expect(myself.accountId).toBe('dev');
  });
});
