import type { WikiCall } from '#sandbox/confluence/rest/endpoint';
import { APP_ACCOUNT } from '#sandbox/jira/ids';

const picture = (accountId: string) => ({
  path: `/wiki/aa-avatar/${encodeURIComponent(accountId)}`,
  width: 48,
  height: 48,
  isDefault: false,
});

/** What Confluence tells of anybody: e-mail addresses only to their owner. */
function personOf({ site, viewer }: WikiCall, accountId: string) {
  const user = site.people.get('users', accountId);
  const isApp = accountId === APP_ACCOUNT;
  const displayName = user?.displayName ?? (isApp ? 'App' : 'Former user');
  return {
    accountId,
    displayName,
    publicName: displayName,
    email: user && viewer.accountId === accountId ? user.email : '',
    timeZone: user?.timeZone ?? null,
    accountType: isApp ? 'app' : 'atlassian',
    isActive: user?.active ?? isApp,
    isClosed: user?.isClosed === true,
    isKnown: user !== undefined || isApp,
  };
}

/** A user of version 2. */
export function userBean(call: WikiCall, accountId: string) {
  const person = personOf(call, accountId);
  return {
    accountId,
    displayName: person.displayName,
    publicName: person.publicName,
    email: person.email,
    timeZone: person.timeZone,
    personalSpaceId: null,
    isExternalCollaborator: false,
    accountStatus: person.isActive ? 'active' : person.isClosed ? 'closed' : 'inactive',
    accountType: person.accountType,
    profilePicture: { path: picture(accountId).path, isDefault: false },
  };
}

/** A user of version 1. */
export function oldUserBean(call: WikiCall, accountId: string) {
  const person = personOf(call, accountId);
  return {
    type: person.isKnown ? 'known' : 'unknown',
    accountId,
    accountType: person.accountType,
    email: person.email,
    publicName: person.publicName,
    displayName: person.displayName,
    timeZone: person.timeZone,
    profilePicture: picture(accountId),
    isExternalCollaborator: false,
    isGuest: false,
    _expandable: { operations: '', personalSpace: '' },
    _links: { self: `${call.base}/rest/api/user?accountId=${encodeURIComponent(accountId)}` },
  };
}

/** Nobody, as version 1 says it. */
export function anonymousBean(call: WikiCall) {
  return {
    type: 'anonymous',
    displayName: 'Anonymous',
    publicName: 'Anonymous',
    profilePicture: {
      path: '/wiki/images/icons/profilepics/anonymous.svg',
      width: 48,
      height: 48,
      isDefault: true,
    },
    _expandable: { operations: '' },
    _links: { self: `${call.base}/rest/api/user/anonymous` },
  };
}
