import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { Refusal, sendJson } from '#sandbox/api/exchange';
import { isRest, refusalOf } from '#sandbox/api/guard';
import type { ShownSite } from '#sandbox/api/local-site';
import { sendAsset, sendPage } from '#sandbox/api/pages';
import { serveRest } from '#sandbox/api/rest-door';
import { createSiteApi } from '#sandbox/api/routes';
import { sessionOf } from '#sandbox/api/session';
import { forwardSprintEvents } from '#sandbox/forge/events/sprint-events';

/**
 * Serves the site: the REST of its products, the pages' own API, and for any other address the one page that shows it. The sprint
 * events of a local site go to the app.
 * @param pages the folder of the site's build.
 */
export function createSiteListener(site: ShownSite, pages: string): RequestListener {
  if (site.kind === 'local') forwardSprintEvents(site.jira, site.host);
  const serveApi = createSiteApi(site);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(site.url + (request.url ?? '/'));
    const refusal = refusalOf({
      method: request.method,
      path: url.pathname,
      headers: request.headers,
      isForPagesAlone: site.kind === 'own',
    });
    if (refusal !== null) throw new Refusal(403, refusal);
    if (isRest(url.pathname)) {
      await serveRest(site, request, response);
    } else if (url.pathname.startsWith('/sandbox/api/')) {
      await serveApi(request, response, url);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal(405, 'Pages can only be read.');
    } else if (url.pathname.startsWith('/site/')) {
      await sendAsset(response, pages, url.pathname);
    } else if (request.headers.host !== new URL(site.url).host) {
      // One name for the site: the app's screens allow only that one around them.
      response.writeHead(302, { location: site.url + url.pathname + url.search }).end();
    } else {
      await sendPage(response, pages, sessionOf(request, site), site.resourceUrl);
    }
  };
  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (!(error instanceof Refusal)) console.error(error);
      const [status, message] =
        error instanceof Refusal
          ? [error.status, error.message]
          : [500, 'The local site failed; see its terminal.'];
      sendJson(response, status, { message });
    });
  };
}
