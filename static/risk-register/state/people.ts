import type { Bridge } from '../../ui/bridge';
import { fieldsOf, textOf } from '../../ui/json';

/** Somebody who can own a risk. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
}

/** Somebody with what Confluence says of their account. */
export interface Account extends Person {
  readonly isActive: boolean;
}

/** As many as Confluence takes at once. */
const AT_ONCE = 250;
const FOUND = 10;

function accountOf(value: unknown): readonly Account[] {
  const user = fieldsOf(value);
  const accountId = textOf(user['accountId']);
  const name = [textOf(user['publicName']), textOf(user['displayName'])].find(Boolean);
  const isActive = user['accountStatus'] === 'active';
  return accountId === null || name === undefined || name === null ? [] : [{ accountId, name, isActive }];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/**
 * The names of accounts, asked of Confluence by the browser and never stored. Accounts that are not known are left out.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post
 */
export async function readPeople(
  { confluence }: Pick<Bridge, 'confluence'>,
  accountIds: readonly string[],
): Promise<readonly Account[]> {
  const pages = Array.from({ length: Math.ceil(accountIds.length / AT_ONCE) }, (_, page) =>
    accountIds.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  );
  const answers = await Promise.all(
    pages.map(async (page) => await confluence('/wiki/api/v2/users-bulk', { accountIds: page })),
  );
  return answers.flatMap((answer) => listOf(fieldsOf(answer)['results']).flatMap(accountOf));
}

/**
 * What CQL takes for a name: words of letters and digits. Quotes and backslashes would end or change the query, and what is left of
 * the punctuation stands for something in a text search: the index has the words of "O'Neil-Wright" apart as well.
 */
const wordsIn = (text: string) => text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/**
 * People of the site whose name has words that begin so, as Confluence finds them for the viewer. The search may find closed accounts
 * and does not tell them apart, so a second call asks for their status: only who is active is found.
 * @throws JiraRefused when Confluence refuses one of the calls.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get
 */
export async function findPeople(
  bridge: Pick<Bridge, 'confluence'>,
  text: string,
): Promise<readonly Person[]> {
  const words = wordsIn(text);
  if (words === '') return [];
  const query = new URLSearchParams({ cql: `user.fullname ~ "${words}"`, limit: String(FOUND) });
  const answer = await bridge.confluence(`/wiki/rest/api/search/user?${query.toString()}`);
  const found = listOf(fieldsOf(answer)['results']).flatMap((entry) => accountOf(fieldsOf(entry)['user']));
  if (found.length === 0) return [];
  const accounts = new Map(
    (
      await readPeople(
        bridge,
        found.map(({ accountId }) => accountId),
      )
    ).map((each) => [each.accountId, each]),
  );
  return found.filter(({ accountId }) => accounts.get(accountId)?.isActive === true);
}
