import type { WikiSite } from '#sandbox/confluence/site';
import { DEMO_USERS, seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What an empty site is filled with. */
export interface Filling {
  /** The demo by default. */
  readonly seed?: (site: JiraSite) => unknown;
  /** The demo by default, where Jira has the demo. */
  readonly seedWiki?: (wiki: WikiSite) => unknown;
  /** Told what is being done. */
  readonly say?: (line: string) => void;
}

const isDemo = (wiki: WikiSite) => DEMO_USERS.every(({ accountId }) => wiki.people.get('users', accountId));

/** Fills Jira when nobody is there, and Confluence when it has no space: a state of before Confluence gets its spaces too. */
export function fillWhenEmpty(site: JiraSite, wiki: WikiSite, filling: Filling): void {
  const [someone] = site.all('users');
  if (!someone) {
    filling.say?.('Filling the site with the demo …');
    (filling.seed ?? seedDemo)(site);
  }
  const [space] = wiki.all('spaces');
  if (space) return;
  if (filling.seedWiki) filling.seedWiki(wiki);
  else if (!filling.seed && isDemo(wiki)) seedWiki(wiki);
}
