import type { IncomingMessage, ServerResponse } from 'node:http';

import { readText, Refusal } from '#sandbox/api/exchange';
import type { LocalSite, ShownSite } from '#sandbox/api/local-site';
import { accountOf, sessionOf } from '#sandbox/api/session';
import { basicAuthentication } from '#sandbox/jira/rest/http';

/** Browsers say where a page's call comes from, and send their cookies; programs do neither. */
const isOfPage = ({ headers }: IncomingMessage) =>
  [headers['sec-fetch-site'], headers.referer, headers.cookie].some((header) => header !== undefined);

const viewer = (request: IncomingMessage, site: ShownSite) =>
  ({ caller: 'site', accountId: accountOf(sessionOf(request, site)) }) as const;

/**
 * Who calls: a client with Basic auth (e-mail and any token, as with Atlassian's API tokens), the site's own pages, or a client
 * that has not logged in and is nobody.
 */
function callerOf(request: IncomingMessage, site: LocalSite) {
  const { authorization } = request.headers;
  if (authorization === undefined && isOfPage(request)) return viewer(request, site);
  return { caller: 'client', accountId: basicAuthentication(site.jira)(authorization) } as const;
}

function handleOf(site: ShownSite, path: string) {
  if (!path.startsWith('/wiki/')) return site.handle;
  if (site.kind === 'own') throw new Refusal(404, 'Only the Jira of this site is shown.');
  return site.handleWiki;
}

/**
 * Serves Jira's REST under `/rest/`, and Confluence's under `/wiki/`. Neither kind of caller is bound by the app's scopes. A site
 * of one's own is there for its pages alone: a program has its own credentials for it.
 * @throws Refusal 404 for Confluence where only Jira is shown.
 */
export async function serveRest(
  site: ShownSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readText(request);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const path = request.url ?? '/';
  const answer = await handleOf(
    site,
    path,
  )({
    method: request.method ?? 'GET',
    path,
    headers: Object.fromEntries(headers),
    body: body === '' ? undefined : body,
    ...(site.kind === 'own' ? viewer(request, site) : callerOf(request, site)),
    scopes: null,
  });
  response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
  response.end(answer.body);
}
