import { useEffect, useState } from 'react';

import { usePlatform } from './bridge-context';
import { fieldsOf, textOf } from './json';

function namesIn(answer: unknown): Readonly<Record<string, string>> {
  const { values } = fieldsOf(answer);
  return Object.fromEntries(
    (Array.isArray(values) ? (values as unknown[]) : []).flatMap((user) => {
      const { accountId, displayName } = fieldsOf(user);
      const [id, name] = [textOf(accountId), textOf(displayName)];
      return id !== null && name !== null ? [[id, name] as const] : [];
    }),
  );
}

/**
 * The display names of accounts, asked of Jira as the viewer; an account that Jira does not name is left out.
 *
 * @param accountIds Joined by commas, so that the same people are not asked for twice.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export function useNamesOf(accountIds: string): Readonly<Record<string, string>> {
  const { bridge } = usePlatform();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (accountIds === '') return undefined;
    let isWanted = true;
    const search = new URLSearchParams(accountIds.split(',').map((id) => ['accountId', id]));
    search.set('maxResults', '50');
    bridge
      .jira(`/rest/api/3/user/bulk?${search.toString()}`)
      .then((answer) => {
        if (isWanted) setNames(namesIn(answer));
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [bridge, accountIds]);
  return names;
}
