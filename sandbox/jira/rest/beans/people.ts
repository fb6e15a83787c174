import { APP_ACCOUNT } from '#sandbox/jira/ids';
import { type BeanContext, avatarUrls } from '#sandbox/jira/rest/beans/context';

/** A user as it stands in fields and lists. E-mail addresses stay private but to their owner, as in Jira Cloud. */
export function userBean({ site, siteUrl, viewer }: BeanContext, accountId: string) {
  const user = site.get('users', accountId);
  const isApp = accountId === APP_ACCOUNT;
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    ...(user && viewer.accountId === accountId ? { emailAddress: user.email } : {}),
    avatarUrls: avatarUrls(siteUrl, 'user', accountId),
    displayName: user?.displayName ?? (isApp ? 'App' : 'Former user'),
    active: user?.active ?? isApp,
    timeZone: user?.timeZone ?? 'Etc/UTC',
    accountType: isApp ? 'app' : 'atlassian',
  };
}

/** A user or null. */
export function optionalUser(context: BeanContext, accountId: string | null) {
  return accountId === null ? null : userBean(context, accountId);
}

/** A user with what only `user` and `myself` tell: locale, and groups and roles when asked for. */
export function fullUserBean(context: BeanContext, accountId: string, expand: readonly string[]) {
  const { site, siteUrl } = context;
  const groups = [...site.all('groups')]
    .filter(({ accountIds }) => accountIds.includes(accountId))
    .map(({ groupId, name }) => ({
      name,
      groupId,
      self: `${siteUrl}/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`,
    }));
  return {
    ...userBean(context, accountId),
    locale: site.get('users', accountId)?.locale ?? 'en_US',
    groups: { size: groups.length, items: expand.includes('groups') ? groups : [] },
    applicationRoles: { size: 1, items: [] },
    expand: 'groups,applicationRoles',
  };
}
