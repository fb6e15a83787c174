import type { IncomingMessage, ServerResponse } from 'node:http';

import { readText } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import { accountOf, sessionOf } from '#sandbox/api/session';
import { basicAuthentication } from '#sandbox/jira/rest/http';

/** Browsers say where a page's call comes from, and send their cookies; programs do neither. */
const isOfPage = ({ headers }: IncomingMessage) =>
  [headers['sec-fetch-site'], headers.referer, headers.cookie].some((header) => header !== undefined);

/**
 * Who calls: a client with Basic auth (e-mail and any token, as with Atlassian's API tokens), the site's own pages, or a client
 * that has not logged in and is nobody.
 */
function callerOf(request: IncomingMessage, site: LocalSite) {
  const { authorization } = request.headers;
  if (authorization === undefined && isOfPage(request))
    return { caller: 'site', accountId: accountOf(sessionOf(request, site)) } as const;
  return { caller: 'client', accountId: basicAuthentication(site.jira)(authorization) } as const;
}

/** Serves Jira's REST under `/rest/`, and Confluence's under `/wiki/`. Neither kind of caller is bound by the app's scopes. */
export async function serveRest(
  site: LocalSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readText(request);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const path = request.url ?? '/';
  const handle = path.startsWith('/wiki/') ? site.handleWiki : site.handle;
  const answer = await handle({
    method: request.method ?? 'GET',
    path,
    headers: Object.fromEntries(headers),
    body: body === '' ? undefined : body,
    ...callerOf(request, site),
    scopes: null,
  });
  response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
  response.end(answer.body);
}
