import type { IncomingMessage, ServerResponse } from 'node:http';

import { readCookies } from '#sandbox/api/exchange';
import type { ShownSite } from '#sandbox/api/local-site';

/** Who looks at the site, and how. The site trusts its visitor: switching the user is what it is for. */
export interface Session {
  readonly accountId: string;
  readonly theme: 'light' | 'dark';
}

/** Who the session is when nobody has logged in: Confluence shows them what is public, Jira nothing. */
export const ANONYMOUS = 'anonymous';

/** The account that acts in a session; undefined when nobody has logged in. */
export const accountOf = ({ accountId }: Session): string | undefined =>
  accountId === ANONYMOUS ? undefined : accountId;

const USER_COOKIE = 'local-site-user';
const THEME_COOKIE = 'local-site-theme';

/** Whether somebody has the account and it is not closed. */
export function isOpen(site: Pick<ShownSite, 'jira'>, accountId: string): boolean {
  const user = site.jira.get('users', accountId);
  return user !== undefined && user.isClosed !== true;
}

/** The session of a request. Without one, or for a user who is gone: the first visitor, in light. */
export function sessionOf(request: IncomingMessage, site: Pick<ShownSite, 'jira' | 'visitors'>): Session {
  const cookies = readCookies(request);
  const named = cookies[USER_COOKIE];
  const isKnown =
    named === ANONYMOUS
      ? site.visitors.some(({ accountId }) => accountId === ANONYMOUS)
      : named !== undefined && isOpen(site, named);
  const known = isKnown ? named : undefined;
  return {
    accountId: known ?? site.visitors.find((visitor) => isOpen(site, visitor.accountId))?.accountId ?? '',
    theme: cookies[THEME_COOKIE] === 'dark' ? 'dark' : 'light',
  };
}

/** Keeps the session in the browser, out of reach of the app's screens, which share the host name. */
export function keepSession(response: ServerResponse, session: Session): void {
  const cookie = (name: string, value: string) =>
    `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
  response.setHeader('set-cookie', [
    cookie(USER_COOKIE, session.accountId),
    cookie(THEME_COOKIE, session.theme),
  ]);
}
