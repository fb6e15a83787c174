import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { accountRoutes } from '#sandbox/api/account-routes';
import { bridgeRoutes } from '#sandbox/api/bridge';
import { readBytes, Refusal, sendJson } from '#sandbox/api/exchange';
import { homeRoutes } from '#sandbox/api/home/routes';
import { FAULT_CHANGE } from '#sandbox/api/fault-change';
import { chooseLocale, LANGUAGES, localeOf } from '#sandbox/api/languages';
import type { LocalSite, ShownSite } from '#sandbox/api/local-site';
import { readMeter } from '#sandbox/api/meter';
import { readBody, type Route } from '#sandbox/api/route';
import { ANONYMOUS, isOpen, keepSession, sessionOf } from '#sandbox/api/session';
import { sprintRoutes } from '#sandbox/api/sprint-routes';
import { wikiRoutes } from '#sandbox/api/wiki/routes';
import { READ_ONLY } from '#sandbox/remote/read-operations';

const SESSION_CHANGE = z
  .object({
    accountId: z.string(),
    theme: z.enum(['light', 'dark']),
    /** The language of the account, which is the account's own wherever it is used. */
    locale: z.enum(LANGUAGES.map(({ locale }) => locale)),
  })
  .partial();
const CLOCK_CHANGE = z.object({
  milliseconds: z
    .number()
    .int()
    .positive()
    .max(365 * 86_400_000),
});

function sessionRoutes(site: ShownSite): Record<string, Route> {
  const describe = (session: ReturnType<typeof sessionOf>) => ({
    ...session,
    users: site.visitors.filter(({ accountId }) => accountId === ANONYMOUS || isOpen(site, accountId)),
    now: site.clock.now(),
    resourceUrl: site.resourceUrl,
    frameSandbox: site.frameSandbox,
    locale: localeOf(site, session.accountId),
    languages: LANGUAGES,
    modules: site.modulesIn(localeOf(site, session.accountId)),
    ownSite: site.kind === 'own' ? { name: new URL(site.address).host, address: site.address } : null,
  });
  return {
    'GET session': (request) => describe(sessionOf(request, site)),
    'POST session': async (request, response) => {
      const change = await readBody(request, SESSION_CHANGE);
      const { accountId } = change;
      const isNobody = accountId === ANONYMOUS && site.kind === 'local';
      if (accountId !== undefined && !isNobody && !isOpen(site, accountId)) {
        throw new Refusal(404, `The site has no user "${accountId}".`);
      }
      const old = sessionOf(request, site);
      const session = { accountId: change.accountId ?? old.accountId, theme: change.theme ?? old.theme };
      keepSession(response, session);
      if (change.locale !== undefined) chooseLocale(site, session.accountId, change.locale);
      return describe(session);
    },
  };
}

function workbenchRoutes(site: ShownSite, opened: () => number | null): Record<string, Route> {
  return {
    'GET faults': () => site.faults.current(),
    'POST faults': async (request) => {
      site.faults.set(await readBody(request, FAULT_CHANGE));
      return site.faults.current();
    },
    'GET meter': () => readMeter(site.ledger, opened(), site.clock.now(), site.host.use()),
    'GET logs': () => site.host.logs(),
  };
}

/** What only a local site lets its visitor do. */
function localRoutes(site: LocalSite): Record<string, Route> {
  return {
    ...sprintRoutes(site),
    ...wikiRoutes(site),
    ...accountRoutes(site),
    ...homeRoutes(site),
    'POST clock': async (request) => {
      const { milliseconds } = await readBody(request, CLOCK_CHANGE);
      await site.advance(milliseconds);
      return { now: site.clock.now() };
    },
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
export function createSiteApi(site: ShownSite) {
  const opened = { frame: '', mark: null as number | null };
  const routes: Record<string, Route> = {
    ...sessionRoutes(site),
    ...workbenchRoutes(site, () => opened.mark),
    ...(site.kind === 'local' && localRoutes(site)),
    ...bridgeRoutes(site, (frame) => {
      if (frame === opened.frame) return;
      Object.assign(opened, { frame, mark: site.ledger.mark() });
    }),
  };
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const name = `${request.method ?? 'GET'} ${url.pathname.replace('/sandbox/api/', '')}`;
    const route = routes[name];
    if (!route && site.kind === 'own' && request.method !== 'GET') throw new Refusal(403, READ_ONLY);
    if (!route) throw new Refusal(404, `The local site has no ${name}.`);
    const answer: unknown = await route(request, response, url);
    if (!response.destroyed) sendJson(response, 200, answer);
  };
}
