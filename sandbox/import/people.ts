import { createHash } from 'node:crypto';

import type { ImportedIssue, Person } from '#sandbox/import/read-issues';
import type { User } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

/** Looks people of the file up, and makes those that the site does not know. */
export interface People {
  accountOf(person: Person): string;
  /** Somebody known by accountId or name; undefined when there is nobody. */
  find(idOrName: string): User | undefined;
  /** accountIds that were made. */
  readonly created: readonly string[];
}

/** An accountId of Atlassian's length that is always the same for a name. */
const accountIdFor = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 24);

const fold = (name: string) => name.trim().toLowerCase();

/** Opens the people of a site for an import. A new one has no e-mail address: exports do not say it. */
export function createPeople(site: JiraSite): People {
  const byName = new Map<string, User>();
  for (const user of site.all('users')) byName.set(fold(user.displayName), user);
  const created: string[] = [];
  const find = (idOrName: string) => site.get('users', idOrName) ?? byName.get(fold(idOrName));
  return {
    created,
    find,
    accountOf({ name, id }) {
      const known = (id === null ? undefined : site.get('users', id)) ?? find(name);
      if (known) return known.accountId;
      const user: User = {
        accountId: id ?? accountIdFor(name),
        displayName: name,
        email: '',
        active: true,
        timeZone: 'Etc/UTC',
        locale: 'en_GB',
      };
      site.put('users', user);
      byName.set(fold(name), user);
      created.push(user.accountId);
      return user.accountId;
    },
  };
}

/** Makes everybody known whom the issues name. */
export function installPeopleOf(people: People, issues: readonly ImportedIssue[]): void {
  for (const { assignee, reporter, creator } of issues) {
    for (const person of [assignee, reporter, creator]) if (person) people.accountOf(person);
  }
}
