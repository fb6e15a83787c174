import type { Bridge } from '../../ui/bridge';

import { readIssue } from '../risk/issue-search';
import { findPeople, readPeople, type Person } from '../state/people';

/** More names or keys than these are not looked up: what is not found is named in the preview. */
const MOST = 60;
const AT_ONCE = 5;

async function each<T>(values: readonly T[], act: (value: T) => Promise<void>): Promise<void> {
  const waiting = values.slice(0, MOST);
  const work = async () => {
    for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) await act(value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * Accounts by name or id in lower case. A name counts when one person alone has it.
 * @param known Names that the screen knows already.
 */
export async function lookUpPeople(
  bridge: Pick<Bridge, 'confluence' | 'jira'>,
  values: readonly string[],
  known: ReadonlyMap<string, string>,
): Promise<{ readonly accounts: ReadonlyMap<string, string>; readonly people: readonly Person[] }> {
  const people: Person[] = [...known].map(([accountId, name]) => ({ accountId, name }));
  const isKnown = (value: string) =>
    people.some(({ accountId, name }) => accountId === value || name.toLowerCase() === value.toLowerCase());
  const unknown = values.filter((value) => !isKnown(value));
  const looksLikeId = (value: string) => /^[\w:-]{10,128}$/.test(value) && !/\s/.test(value);
  const ids = unknown.filter(looksLikeId).slice(0, MOST);
  if (ids.length > 0) people.push(...(await readPeople(bridge, ids).catch(() => [])));
  await each(
    unknown.filter((value) => !looksLikeId(value)),
    async (value) => {
      const found = await findPeople(bridge, value).catch(() => []);
      people.push(...found.filter(({ name }) => name.toLowerCase() === value.toLowerCase()));
    },
  );
  const accounts = new Map<string, string>();
  const unsure = new Set<string>();
  for (const { accountId, name } of people) {
    accounts.set(accountId.toLowerCase(), accountId);
    const key = name.toLowerCase();
    const other = accounts.get(key);
    if (other !== undefined && other !== accountId) unsure.add(key);
    accounts.set(key, accountId);
  }
  for (const key of unsure) accounts.delete(key);
  return { accounts, people };
}

/** Issue ids by key in capitals, as far as the viewer may see them. */
export async function lookUpIssues(
  bridge: Pick<Bridge, 'jira'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await each(
    keys.filter((key) => /^[a-z][a-z0-9_]*-\d+$/i.test(key)),
    async (key) => {
      const issue = await readIssue(bridge, key.toUpperCase()).catch(() => null);
      if (issue !== null) found.set(key.toUpperCase(), issue.id);
    },
  );
  return found;
}
