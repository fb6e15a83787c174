import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDoors } from '#sandbox/api/doors';
import { createSiteListener } from '#sandbox/api/listener';
import { modulesByLanguage, type Place } from '#sandbox/api/modules';
import { createClock } from '#sandbox/clock';
import { createFaults, type Faults } from '#sandbox/faults';
import { createForgeHost, type LocalForgeHost } from '#sandbox/forge/host';
import { readManifest } from '#sandbox/forge/manifest';
import { createResourceServer, FRAME_SANDBOX } from '#sandbox/forge/resource-server';
import type { Ledger } from '#sandbox/jira/rest/ledger';
import { createJiraSite } from '#sandbox/jira/site';
import type { Account } from '#sandbox/remote/connect';
import { createRemoteRest } from '#sandbox/remote/remote-rest';
import type { SiteClient } from '#sandbox/remote/site-client';
import { openStore, type Store } from '#sandbox/state/store';

export interface OwnSiteOptions {
  readonly client: SiteClient;
  /** Whose credentials the client has. */
  readonly account: Account;
  /** The port of the pages; the app's screens get the next one. 0 takes any two free ones. */
  readonly port: number;
  /** The bundled app, as `buildAll` answers it. */
  readonly entry: string;
  /** What the app stores; in memory by default. It is closed with the site. */
  readonly store?: Store;
  /** The folder of the site's pages, when they are not the built ones. */
  readonly pages?: string;
}

export interface RunningOwnSite {
  /** The address of the pages, without a trailing slash. */
  readonly url: string;
  readonly resourceUrl: string;
  readonly host: LocalForgeHost;
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** Ends all connections and forgets everything. */
  readonly close: () => Promise<void>;
}

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Confluence is not there, and its modules with it. */
const SHOWN: ReadonlySet<Place> = new Set<Place>(['board', 'backlog', 'sprint', 'project']);

/**
 * Runs the app against a real Jira, which is only read. What the app stores is in memory and goes with the process; schedules and
 * product events do not come, since the app is not installed there.
 * @throws PortTakenError when a port is in use; ManifestError.
 */
export async function startOwnSite(options: OwnSiteOptions): Promise<RunningOwnSite> {
  const { client, account, entry } = options;
  const manifest = readManifest(join(ROOT, 'manifest.yml'));
  const declaredIn = modulesByLanguage(manifest);
  const modulesIn = (locale: string) => declaredIn(locale).filter(({ place }) => SHOWN.has(place));
  const modules = modulesIn('en-US');
  const { pages, screens } = await openDoors(options.port);
  const closeDoors = async () => {
    await Promise.all([pages.close(), screens.close()]);
  };
  try {
    const { store = openStore(':memory:') } = options;
    const clock = createClock(Date.now, 0);
    const faults = createFaults();
    const { accountId, displayName, timeZone, locale } = account;
    // Only the session asks it who there is: everything that is shown comes from the real one.
    const jira = createJiraSite(store, clock);
    jira.put('users', { accountId, displayName, timeZone, locale, email: client.email, active: true });
    const { handle, ledger } = createRemoteRest({ client, accountId, clock, faults });
    const host = await createForgeHost({
      manifest,
      bundle: entry,
      rest: handle,
      store,
      clock,
      faults,
      // The app's links lead to the real issues.
      siteUrl: client.address,
      settingsOf: () => ({ locale: locale.replace('_', '-'), timezone: timeZone }),
    });
    screens.use(
      createResourceServer({ manifest, root: dirname(join(ROOT, 'manifest.yml')), siteOrigin: pages.url }),
    );
    pages.use(
      createSiteListener(
        {
          kind: 'own',
          address: client.address,
          jira,
          host,
          handle,
          ledger,
          faults,
          clock,
          modules,
          modulesIn,
          visitors: [{ accountId, displayName, role: 'you' }],
          url: pages.url,
          resourceUrl: screens.url,
          frameSandbox: FRAME_SANDBOX,
        },
        options.pages ?? join(ROOT, 'sandbox', 'site', 'build'),
      ),
    );
    return {
      url: pages.url,
      resourceUrl: screens.url,
      host,
      ledger,
      faults,
      close: async () => {
        await closeDoors();
        store.close();
      },
    };
  } catch (error) {
    await closeDoors();
    throw error;
  }
}
