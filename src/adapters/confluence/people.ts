import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import type { ReadAccounts } from '#src/ports/risk/people';

/** A name may be hidden by its owner's settings; the public one is always there. */
const PEOPLE = z.object({
  results: z.array(
    z.object({
      accountId: z.string(),
      accountStatus: z.string(),
      displayName: z.string().nullish(),
      publicName: z.string().nullish(),
    }),
  ),
});

/**
 * Unknown accounts are left out; closed ones count as not active.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post
 */
export function readAccounts({ requestConfluence, ask }: WikiAccess): ReadAccounts {
  return async (all) => {
    const accountIds = all.filter((accountId) => accountId !== FORMER_ACCOUNT);
    if (accountIds.length === 0) return [];
    const { results } = await ask('users', PEOPLE, () =>
      requestConfluence(route`/wiki/api/v2/users-bulk`, {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ accountIds }),
      }),
    );
    return results.map(({ accountId, accountStatus, displayName, publicName }) => ({
      accountId,
      isActive: accountStatus === 'active',
      name: displayName ?? publicName ?? '',
    }));
  };
}
