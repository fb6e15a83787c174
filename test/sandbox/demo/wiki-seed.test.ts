import { describe, expect, it } from 'vitest';

import { createClock } from '#sandbox/clock';
import { createWikiSite } from '#sandbox/confluence/site';
import { installPeople } from '#sandbox/demo/install-people';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { installDefaults } from '#sandbox/jira/defaults';
import { createJiraSite } from '#sandbox/jira/site';
import { isDocument } from '#sandbox/rest/adf-schema';
import { openStore } from '#sandbox/state/store';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 9, 12, 8);

function seeded(now: number) {
  const store = openStore(':memory:');
  const clock = createClock(() => now);
  const jira = createJiraSite(store, clock);
  installDefaults(jira);
  installPeople(jira);
  const wiki = createWikiSite(store, clock, jira);
  return { wiki, ids: seedWiki(wiki) };
}

const all = ({ wiki }: ReturnType<typeof seeded>) => ({
  spaces: [...wiki.all('spaces')],
  pages: [...wiki.all('pages')],
  versions: [...wiki.all('pageVersions')],
  comments: [...wiki.all('comments')],
});

describe('the demo of Confluence', () => {
  it('is the same whenever it is made at the same moment', () => {
    expect(all(seeded(TODAY))).toEqual(all(seeded(TODAY)));
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('has valid documents and a past that runs forward, %i days on', (days) => {
    const now = TODAY + days * DAY;
    const { pages, versions, comments } = all(seeded(now));
    for (const { title, body } of [...pages, ...versions]) expect(isDocument(body), title).toBe(true);
    for (const { id } of pages) {
      const times = versions.filter(({ pageId }) => pageId === id).map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    const latest = Math.max(...[...pages, ...versions, ...comments].map(({ createdAt }) => createdAt));
    expect(latest).toBeLessThanOrEqual(now);
  });

  it('has a page of every kind: restricted, draft, archived, with history and comments', () => {
    const { wiki, ids } = seeded(TODAY);
    const page = (ref: string) => wiki.get('pages', ids.pages[ref]!)!;
    expect(page('contract').readers?.accountIds).toHaveLength(2);
    expect(page('pricing').status).toBe('draft');
    expect(page('beta').status).toBe('archived');
    expect(page('launch')).toMatchObject({ version: 3, status: 'current' });
    expect(wiki.commentsOf(page('launch').id)).toHaveLength(2);
  });
});
