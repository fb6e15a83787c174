import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header names this machine. Anything else is a foreign name that was pointed here (DNS rebinding). */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** Whether a request comes from the site's own pages, from a typed address or from a program, and not from another origin's page. */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`;
}

/** Whether a path belongs to the REST of Jira or Confluence. */
export const isRest = (path: string) => /^\/(rest|wiki\/(api|rest))\//.test(path);

/** Why a request is refused, or null. Pages may be opened from anywhere; data and changes only by the site itself. */
export function refusalOf(request: {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Programs are refused too: every call is made with somebody's credentials. */
  readonly isForPagesAlone?: boolean;
}): string | null {
  if (!isLoopbackHost(request.headers.host)) {
    return 'The local site answers only on localhost.';
  }
  const isPage =
    request.method === 'GET' && !isRest(request.path) && !request.path.startsWith('/sandbox/api/');
  if (!isPage && !isSameOrigin(request.headers)) {
    return 'The local site takes calls only from its own pages.';
  }
  if (!isPage && request.isForPagesAlone && request.headers['sec-fetch-site'] !== 'same-origin') {
    return 'The local site takes calls only from its own pages in a browser.';
  }
  return null;
}
