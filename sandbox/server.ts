import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { advanceSite, runDue } from '#sandbox/api/advance';
import { openDoors } from '#sandbox/api/doors';
import { createSiteListener } from '#sandbox/api/listener';
import { localeOf } from '#sandbox/api/languages';
import { openDashboard } from '#sandbox/api/home/dashboards';
import { modulesByLanguage } from '#sandbox/api/modules';
import type { CsvFile, Imported } from '#sandbox/api/import-file';
import { openClock } from '#sandbox/api/site-clock';
import { visitorsOf } from '#sandbox/api/visitors';
import { buildAll } from '#sandbox/build';
import type { Clock } from '#sandbox/clock';
import { createWikiRest, type WikiRest } from '#sandbox/confluence/rest/create-wiki-rest';
import { createWikiSite, type WikiSite } from '#sandbox/confluence/site';
import { fillWhenEmpty } from '#sandbox/demo/fill';
import { createFaults, type Faults } from '#sandbox/faults';
import { createForgeHost, type LocalForgeHost } from '#sandbox/forge/host';
import { functionAri, readJqlFunctions } from '#sandbox/forge/jql-functions';
import { readManifest } from '#sandbox/forge/manifest';
import { createResourceServer, FRAME_SANDBOX } from '#sandbox/forge/resource-server';
import { openAppFunctions } from '#sandbox/jira/jql/app-functions';
import { createRest, type Rest } from '#sandbox/jira/rest/create-rest';
import { accountStateOf } from '#sandbox/jira/accounts';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { readAgents } from '#sandbox/forge/rovo';
import { openStore } from '#sandbox/state/store';

export interface SiteOptions {
  /** The site's port; the app's screens get the next one. 0 takes any two free ones. */
  readonly port: number;
  /** Where the state is kept; `:memory:` keeps nothing. */
  readonly stateFile: string;
  /** The bundled app, as `buildAll` answers it; without it, whatever is out of date is built first. */
  readonly entry?: string;
  /** Fills a site that is empty; the demo by default. */
  readonly seed?: (site: JiraSite) => unknown;
  /** Fills an empty Confluence; the demo by default, where the site has the demo. */
  readonly seedWiki?: (wiki: WikiSite) => unknown;
  /** Told what is being done. */
  readonly say?: (line: string) => void;
  /** The folder of the site's pages, when they are not the built ones. */
  readonly pages?: string;
  /** Another app's manifest; its resources lie below the same folder. */
  readonly manifest?: string;
}

export interface RunningSite {
  /** The site's address, without a trailing slash. */
  readonly url: string;
  /** The origin of the app's screens. */
  readonly resourceUrl: string;
  readonly host: LocalForgeHost;
  readonly rest: Rest;
  readonly wikiRest: WikiRest;
  readonly site: JiraSite;
  readonly wiki: WikiSite;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Moves the clock forward and runs what falls due on the way. */
  advance(milliseconds: number): Promise<void>;
  /** Loads a Jira CSV export into a project of its own. @throws ImportError when it cannot. */
  importCsv(file: CsvFile): Promise<Imported>;
  /** Ends all connections and closes the state. */
  close(): Promise<void>;
}

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const PAGES = join(ROOT, 'sandbox', 'site', 'build');
const SCHEDULES_EVERY_MS = 30_000;

/** No faults on the platform but its nature: queries lag behind writes, and events may arrive twice. An app must bear it. */
const AS_THE_PLATFORM = { queryLagMs: 2_000, duplicateEvents: true };

/** Language and time zone of a user, as the platform tells them to the app. */
const settingsOf = (jira: JiraSite) => (accountId: string) => ({
  locale: localeOf({ jira }, accountId).replace('_', '-'),
  timezone: jira.get('users', accountId)?.timeZone ?? 'UTC',
});

/**
 * Starts the local site: Jira, Confluence, the platform that runs the app, and the pages around them.
 * @throws PortTakenError when a port is in use; StoreError when the state cannot be read or written; ManifestError.
 */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const manifestFile = options.manifest ?? join(ROOT, 'manifest.yml');
  const manifest = readManifest(manifestFile);
  const modulesIn = modulesByLanguage(manifest);
  const modules = modulesIn('en-US');
  const bundle = options.entry ?? (await buildAll(ROOT, options.say)).entry;
  const { pages, screens } = await openDoors(options.port);
  const { url } = pages;
  try {
    const store = openStore(options.stateFile);
    const clock = openClock(store);
    const faults = createFaults(AS_THE_PLATFORM);
    const site = createJiraSite(store, clock);
    const wiki = createWikiSite(store, clock, site);
    fillWhenEmpty(site, wiki, options);
    const functions = openAppFunctions({
      functions: readJqlFunctions(manifest),
      ariOf: functionAri(manifest),
      store,
      clock,
    });
    const rest = createRest({ site, clock, faults, siteUrl: url, functions });
    const wikiRest = createWikiRest({ site: wiki, clock, faults, siteUrl: url, ledger: rest.ledger });
    const host = await createForgeHost({
      manifest,
      bundle,
      rest: rest.handle,
      confluence: wikiRest.handle,
      store,
      clock,
      faults,
      siteUrl: url,
      settingsOf: settingsOf(site),
      accountState: accountStateOf(site),
    });
    functions.serveWith(host.invokeJqlFunction);
    const advance = async (milliseconds: number) => {
      await advanceSite(clock, host, milliseconds);
    };
    const importFile = async (file: CsvFile) => {
      // Loaded only when needed: the reader of wiki markup takes seconds to start.
      const { importInto } = await import('#sandbox/api/import-file');
      return importInto(site, file);
    };
    screens.use(createResourceServer({ manifest, root: dirname(manifestFile), siteOrigin: url }));
    pages.use(
      createSiteListener(
        {
          kind: 'local',
          dashboard: openDashboard(store),
          agents: readAgents(manifest),
          jira: site,
          wiki,
          host,
          handle: rest.handle,
          handleWiki: wikiRest.handle,
          ledger: rest.ledger,
          faults,
          clock,
          modules,
          modulesIn,
          visitors: visitorsOf(site),
          importCsv: importFile,
          advance,
          url,
          resourceUrl: screens.url,
          frameSandbox: FRAME_SANDBOX,
        },
        options.pages ?? PAGES,
      ),
    );
    const timer = setInterval(() => void runDue(host).catch(console.error), SCHEDULES_EVERY_MS);
    return {
      url,
      resourceUrl: screens.url,
      host,
      rest,
      wikiRest,
      site,
      wiki,
      clock,
      faults,
      advance,
      importCsv: importFile,
      close: async () => {
        clearInterval(timer);
        await Promise.all([pages.close(), screens.close()]);
        store.close();
      },
    };
  } catch (error) {
    await Promise.all([pages.close(), screens.close()]);
    throw error;
  }
}
