import type { AccountState } from '#sandbox/forge/events/account-reports';
import type { JiraSite } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

/** What Jira and Confluence call somebody whose account is closed. */
export const FORMER_USER = 'Former user';

/**
 * Closes an account for good: name, e-mail address and picture are gone and the groups left, and its id stays where it stood.
 * @throws SiteError when nobody has that account.
 * @see https://support.atlassian.com/user-management/docs/delete-a-managed-account/
 */
export function closeAccount(site: JiraSite, accountId: string, now: number): void {
  const user = site.get('users', accountId);
  if (!user) throw new SiteError(`The site has no user "${accountId}".`);
  site.put('users', {
    ...user,
    displayName: FORMER_USER,
    email: '',
    active: false,
    isClosed: true,
    changedAt: now,
  });
  for (const group of site.all('groups')) {
    if (!group.accountIds.includes(accountId)) continue;
    site.put('groups', { ...group, accountIds: group.accountIds.filter((id) => id !== accountId) });
  }
}

/** What Atlassian knows of an account; one that the site does not have is as it was. */
export const accountStateOf =
  (site: JiraSite) =>
  (accountId: string): AccountState => {
    const user = site.get('users', accountId);
    return { isClosed: user?.isClosed === true, changedAt: user?.changedAt ?? null };
  };
