import { DEMO_USERS, demoUser, userRecord, type PersonKey } from '#sandbox/demo/people';
import { GROUP } from '#sandbox/jira/ids';
import type { JiraSite } from '#sandbox/jira/site.types';

/** The accountIds of people of the demo. */
export const accountsOf = (...keys: PersonKey[]): string[] => keys.map((key) => demoUser(key).accountId);

export const DEVELOPERS: readonly string[] = accountsOf('noa', 'tomasz', 'ikram', 'weiling', 'jonas');

/** Puts the demo's people and their groups on the site; those who are there stay as they are. The groups must exist. */
export function installPeople(site: JiraSite): void {
  for (const user of DEMO_USERS) {
    if (!site.get('users', user.accountId)) site.put('users', userRecord(user));
  }
  const members = {
    [GROUP.siteAdmins]: accountsOf('sunniva'),
    [GROUP.users]: DEMO_USERS.map((user) => user.accountId),
  };
  for (const [groupId, accountIds] of Object.entries(members)) {
    const group = site.get('groups', groupId);
    if (group)
      site.put('groups', { ...group, accountIds: [...new Set([...group.accountIds, ...accountIds])] });
  }
}
