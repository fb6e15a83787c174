import { ANONYMOUS } from '#sandbox/api/session';
import type { Visitor } from '#sandbox/api/local-site';
import { DEMO_USERS } from '#sandbox/demo/people';
import type { JiraSite } from '#sandbox/jira/site.types';

const NOBODY: Visitor = { accountId: ANONYMOUS, displayName: 'Not logged in', role: 'anonymous' };

/** The first demo user of each role who is on the site; on a site without the demo, its first users. Nobody comes last. */
export function visitorsOf(site: JiraSite): readonly Visitor[] {
  const visitors = new Map<string, Visitor>();
  for (const { accountId, displayName, role } of DEMO_USERS) {
    if (!visitors.has(role) && site.get('users', accountId))
      visitors.set(role, { accountId, displayName, role });
  }
  if (visitors.size > 0) return [...visitors.values(), NOBODY];
  const users = [...site.all('users')].slice(0, 20);
  return [...users.map(({ accountId, displayName }) => ({ accountId, displayName, role: 'user' })), NOBODY];
}
