import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import { readBody, type Route } from '#sandbox/api/route';
import { closeAccount } from '#sandbox/jira/accounts';
import { SiteError } from '#sandbox/state/site-error';

const CLOSE = z.object({ accountId: z.string() });

/** The people of the site, and closing an account as its owner would: what otherwise happens at Atlassian, outside of the site. */
export function accountRoutes(site: LocalSite): Record<string, Route> {
  const list = () =>
    [...site.jira.all('users')].map(({ accountId, displayName, active, isClosed }) => ({
      accountId,
      displayName,
      isActive: active,
      isClosed: isClosed === true,
    }));
  return {
    'GET accounts': () => ({ accounts: list(), reports: site.host.accountReports() }),
    'POST accounts/close': async (request) => {
      const { accountId } = await readBody(request, CLOSE);
      try {
        closeAccount(site.jira, accountId, site.clock.now());
      } catch (error) {
        if (error instanceof SiteError) throw new Refusal(404, error.message);
        throw error;
      }
      return { accounts: list(), reports: site.host.accountReports() };
    },
  };
}
