import { useEffect, useRef, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import type { Bridge } from '../../ui/bridge';
import { fieldsOf, textOf } from '../../ui/json';

export interface Person {
  readonly name: string;
  readonly isActive: boolean;
}

export type People = ReadonlyMap<string, Person>;

/** Confluence takes so many in one question. */
const AT_ONCE = 250;

/**
 * Accounts with their names, asked of Confluence by the browser and never stored. Accounts that it does not know are missing.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post
 */
export async function readPeople(
  { confluence }: Pick<Bridge, 'confluence'>,
  accountIds: readonly string[],
): Promise<People> {
  const parts = Array.from({ length: Math.ceil(accountIds.length / AT_ONCE) }, (_, index) =>
    accountIds.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const answers = await Promise.all(
    parts.map(async (part) => await confluence('/wiki/api/v2/users-bulk', { accountIds: part })),
  );
  return new Map(
    answers.flatMap((answer) => {
      const { results } = fieldsOf(answer);
      return (Array.isArray(results) ? results : []).flatMap((value: unknown) => {
        const user = fieldsOf(value);
        const accountId = textOf(user['accountId']);
        const name = [textOf(user['displayName']), textOf(user['publicName'])].find(Boolean);
        if (accountId === null || !name) return [];
        return [[accountId, { name, isActive: user['accountStatus'] === 'active' }] as const];
      });
    }),
  );
}

/** What is known of accounts by now; each is asked for once. Without an answer the screen does without names. */
export function usePeople(accountIds: readonly string[]): {
  readonly people: People;
  readonly areComing: boolean;
} {
  const { bridge } = usePlatform();
  const [people, setPeople] = useState<People>(new Map());
  const [underWay, setUnderWay] = useState(0);
  const asked = useRef(new Set<string>());
  const wanted = [...new Set(accountIds)].sort().join(' ');
  useEffect(() => {
    const missing = wanted.split(' ').filter((id) => id !== '' && !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    setUnderWay((count) => count + 1);
    readPeople(bridge, missing)
      .then(
        (found) => {
          setPeople((last) => new Map([...last, ...found]));
        },
        () => {
          // Asked again with the next reading.
          for (const id of missing) asked.current.delete(id);
        },
      )
      .finally(() => {
        setUnderWay((count) => count - 1);
      });
  }, [bridge, wanted]);
  return { people, areComing: underWay > 0 };
}
