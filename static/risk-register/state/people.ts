import type { Bridge } from '../../ui/bridge';
import { fieldsOf, textOf } from '../../ui/json';

/** Somebody who can own a risk. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
}

/** As many as Confluence takes at once. */
const AT_ONCE = 250;
const FOUND = 10;

function personOf(value: unknown): readonly Person[] {
  const user = fieldsOf(value);
  const accountId = textOf(user['accountId']);
  const name = [textOf(user['publicName']), textOf(user['displayName'])].find(Boolean);
  return accountId === null || name === undefined || name === null ? [] : [{ accountId, name }];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/**
 * The names of accounts, asked of Confluence by the browser and never stored. Accounts that are not known are left out.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post
 */
export async function readPeople(
  { confluence }: Pick<Bridge, 'confluence'>,
  accountIds: readonly string[],
): Promise<readonly Person[]> {
  const pages = Array.from({ length: Math.ceil(accountIds.length / AT_ONCE) }, (_, page) =>
    accountIds.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  );
  const answers = await Promise.all(
    pages.map(async (page) => await confluence('/wiki/api/v2/users-bulk', { accountIds: page })),
  );
  return answers.flatMap((answer) => listOf(fieldsOf(answer)['results']).flatMap(personOf));
}

/**
 * People whose name has the words in it, as Confluence finds them for the viewer; where it does not answer, as Jira does: accounts
 * are the same in both.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get
 */
export async function findPeople(
  { confluence, jira }: Pick<Bridge, 'confluence' | 'jira'>,
  words: string,
): Promise<readonly Person[]> {
  const name = words.replaceAll(/["\\]/g, ' ').trim();
  try {
    const query = new URLSearchParams({ cql: `user.fullname ~ "${name}"`, limit: String(FOUND) });
    const answer = await confluence(`/wiki/rest/api/search/user?${query.toString()}`);
    return listOf(fieldsOf(answer)['results']).flatMap((entry) => personOf(fieldsOf(entry)['user']));
  } catch {
    const query = new URLSearchParams({ query: name, maxResults: String(FOUND) });
    const answer = await jira(`/rest/api/3/user/search?${query.toString()}`);
    return listOf(answer)
      .filter((user) => fieldsOf(user)['accountType'] === 'atlassian' && fieldsOf(user)['active'] === true)
      .flatMap(personOf);
  }
}
