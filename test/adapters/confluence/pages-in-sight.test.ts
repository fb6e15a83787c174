import { describe, expect, it } from 'vitest';

import { maySeeSpace, readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { restAsUser } from '#tools/rest-as-user';

import { buildWikiRest } from '../../sandbox/confluence/wiki.fixture';

const SCOPES = ['read:page:confluence', 'read:space:confluence'];

function accessOf(world: ReturnType<typeof buildWikiRest>, accountId: string, scopes = SCOPES) {
  return {
    requestConfluence: restAsUser(world.rest, accountId, scopes),
    ask: createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence'),
  };
}

describe('readPagesInSight', () => {
  it('answers in one call which pages are published and may be seen, and where they are', async () => {
    const world = buildWikiRest();
    const { wiki, write, team, open } = world;
    const plain = write('Launch');
    const restricted = write('Secret');
    wiki.restrictPage(restricted.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    const archived = write('Old');
    wiki.archivePage(archived.id);
    const trashed = write('Gone');
    wiki.trashPage(trashed.id);
    const draft = write('Not yet', { status: 'draft' });
    const moved = write('Moved');
    wiki.movePage(moved.id, { spaceId: open.id, parentId: null });
    const ids = [plain, restricted, archived, trashed, draft, moved].map(({ id }) => id);

    const since = world.rest.ledger.mark();
    const seen = await readPagesInSight(accessOf(world, 'dev'))([...ids, '999999']);
    expect(world.rest.ledger.entries({ since })).toHaveLength(1);
    expect(seen.map(({ title, spaceId }) => [title, spaceId])).toEqual([
      ['Launch', team.id],
      ['Moved', open.id],
    ]);
    expect(seen[0]?.path).toMatch(new RegExp(`^/wiki/spaces/TEAM/pages/${plain.id}`));

    const bySecretary = await readPagesInSight(accessOf(world, 'lea'))(ids);
    expect(bySecretary.map(({ title }) => title)).toEqual(['Launch', 'Secret', 'Moved']);
  });

  it('asks nothing about no pages', async () => {
    const world = buildWikiRest();
    const since = world.rest.ledger.mark();
    expect(await readPagesInSight(accessOf(world, 'dev'))([])).toEqual([]);
    expect(world.rest.ledger.entries({ since })).toEqual([]);
  });

  it('takes 100 ids of the longest at once', async () => {
    const world = buildWikiRest();
    const ids = Array.from({ length: 100 }, (_, index) => String(10n ** 17n + BigInt(index)));
    expect(await readPagesInSight(accessOf(world, 'dev'))(ids)).toEqual([]);
  });
});

describe('maySeeSpace', () => {
  it.each([
    ['dev', true],
    ['vic', true],
    ['out', false],
  ])('says of %s: %s', async (who, expected) => {
    const world = buildWikiRest();
    expect(await maySeeSpace(accessOf(world, who))(world.team.id)).toBe(expected);
  });

  it('says no of a space that is not there, and nothing where Confluence breaks down', async () => {
    const world = buildWikiRest();
    expect(await maySeeSpace(accessOf(world, 'dev'))('123456')).toBe(false);
    world.faults.set({
      rest: [{ match: '/spaces', kind: 'server-error', pages: 'all', remaining: null }],
    });
    await expect(maySeeSpace(accessOf(world, 'dev'))(world.team.id)).rejects.toMatchObject({
      kind: 'confluence-unavailable',
    });
  });
});
