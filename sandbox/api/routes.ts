import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { bridgeRoutes } from '#sandbox/api/bridge';
import { readBytes, Refusal, sendJson } from '#sandbox/api/exchange';
import { FAULT_CHANGE } from '#sandbox/api/fault-change';
import type { LocalSite } from '#sandbox/api/local-site';
import { readMeter } from '#sandbox/api/meter';
import { readBody, type Route } from '#sandbox/api/route';
import { ANONYMOUS, keepSession, sessionOf } from '#sandbox/api/session';
import { sprintRoutes } from '#sandbox/api/sprint-routes';
import { wikiRoutes } from '#sandbox/api/wiki/routes';

const SESSION_CHANGE = z.object({ accountId: z.string(), theme: z.enum(['light', 'dark']) }).partial();
const CLOCK_CHANGE = z.object({
  milliseconds: z
    .number()
    .int()
    .positive()
    .max(365 * 86_400_000),
});

function sessionRoutes(site: LocalSite): Record<string, Route> {
  const describe = (session: ReturnType<typeof sessionOf>) => ({
    ...session,
    users: site.visitors,
    now: site.clock.now(),
    resourceUrl: site.resourceUrl,
    frameSandbox: site.frameSandbox,
    modules: site.modules,
  });
  return {
    'GET session': (request) => describe(sessionOf(request, site)),
    'POST session': async (request, response) => {
      const change = await readBody(request, SESSION_CHANGE);
      const { accountId } = change;
      if (accountId !== undefined && accountId !== ANONYMOUS && !site.jira.get('users', accountId)) {
        throw new Refusal(404, `The site has no user "${accountId}".`);
      }
      const old = sessionOf(request, site);
      const session = { accountId: change.accountId ?? old.accountId, theme: change.theme ?? old.theme };
      keepSession(response, session);
      return describe(session);
    },
  };
}

function workbenchRoutes(site: LocalSite, opened: () => number | null): Record<string, Route> {
  return {
    'POST clock': async (request) => {
      const { milliseconds } = await readBody(request, CLOCK_CHANGE);
      await site.advance(milliseconds);
      return { now: site.clock.now() };
    },
    'GET faults': () => site.faults.current(),
    'POST faults': async (request) => {
      site.faults.set(await readBody(request, FAULT_CHANGE));
      return site.faults.current();
    },
    'GET meter': () => readMeter(site.ledger, opened(), site.clock.now(), site.host.use()),
    'GET logs': () => site.host.logs(),
    'POST import': async (request, _response, url) => {
      const { searchParams } = url;
      try {
        return await site.importCsv({
          name: searchParams.get('fileName') ?? 'import.csv',
          bytes: await readBytes(request),
          estimateColumn: searchParams.get('estimateColumn'),
        });
      } catch (error) {
        if (error instanceof Error && error.name === 'ImportError') throw new Refusal(422, error.message);
        throw error;
      }
    },
  };
}

/** Serves `/sandbox/api/…`: what the site's own pages need beside Jira's REST. */
export function createSiteApi(site: LocalSite) {
  const opened = { frame: '', mark: null as number | null };
  const routes: Record<string, Route> = {
    ...sessionRoutes(site),
    ...workbenchRoutes(site, () => opened.mark),
    ...sprintRoutes(site),
    ...wikiRoutes(site),
    ...bridgeRoutes(site, (frame) => {
      if (frame === opened.frame) return;
      Object.assign(opened, { frame, mark: site.ledger.mark() });
    }),
  };
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const name = `${request.method ?? 'GET'} ${url.pathname.replace('/sandbox/api/', '')}`;
    const route = routes[name];
    if (!route) throw new Refusal(404, `The local site has no ${name}.`);
    const answer: unknown = await route(request, response, url);
    if (!response.destroyed) sendJson(response, 200, answer);
  };
}
