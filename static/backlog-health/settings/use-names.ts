import { useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { useDesk } from '../desk';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function namesIn(answer: unknown): Readonly<Record<string, string>> {
  const values = isFields(answer) && Array.isArray(answer['values']) ? (answer['values'] as unknown[]) : [];
  return Object.fromEntries(
    values.flatMap((user) => {
      if (!isFields(user)) return [];
      const { accountId, displayName } = user;
      return typeof accountId === 'string' && typeof displayName === 'string'
        ? [[accountId, displayName] as const]
        : [];
    }),
  );
}

/**
 * The display names of accounts, asked of Jira as the viewer; an account that Jira does not name is left out.
 *
 * @param accountIds Joined by commas, so that the same people are not asked for twice.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export function useNames(accountIds: string): Readonly<Record<string, string>> {
  const { bridge } = usePlatform();
  const { people } = useDesk().health.words;
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
  return { ...people, ...names };
}
