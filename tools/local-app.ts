import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createClock, type Clock } from '#sandbox/clock';
import { createWikiRest, type WikiRest } from '#sandbox/confluence/rest/create-wiki-rest';
import { createWikiSite, type WikiSite } from '#sandbox/confluence/site';
import { createFaults, type Faults } from '#sandbox/faults';
import { forwardSprintEvents } from '#sandbox/forge/events/sprint-events';
import { createForgeHost, type LocalForgeHost } from '#sandbox/forge/host';
import type { ModuleContext } from '#sandbox/forge/host.types';
import { functionAri, readJqlFunctions } from '#sandbox/forge/jql-functions';
import { readManifest, type Manifest } from '#sandbox/forge/manifest';
import { openAppFunctions } from '#sandbox/jira/jql/app-functions';
import { createRest, type Rest } from '#sandbox/jira/rest/create-rest';
import type { HandleRest } from '#sandbox/jira/rest.types';
import { accountStateOf } from '#sandbox/jira/accounts';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore, type Store } from '#sandbox/state/store';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const SITE_URL = 'http://localhost:8080';

/** A fixed day, so that seeds and answers are the same whenever they are made: Monday morning in UTC. */
const TODAY = Date.parse('2026-10-12T08:00:00.000Z');

/** The app's bundle on a local platform, with a Jira and a Confluence of its own that nothing else touches. */
export interface LocalApp<Seed> {
  /** What `seed` made. */
  readonly seeded: Seed;
  readonly clock: Clock;
  readonly site: JiraSite;
  readonly wiki: WikiSite;
  readonly rest: Rest;
  readonly wikiRest: WikiRest;
  readonly faults: Faults;
  /** What the site has written down, the app's storage among it. */
  readonly store: Store;
  readonly host: LocalForgeHost;
  readonly manifest: Manifest;
  /** Makes a call as the screen of the board's action does. */
  readonly call: (name: string, payload: unknown, accountId: string) => Promise<unknown>;
  /** Makes a call as the screen of another module does; undefined for somebody who is not logged in. */
  readonly callAt: (
    at: ModuleContext,
    name: string,
    payload: unknown,
    accountId: string | undefined,
  ) => Promise<unknown>;
}

/**
 * Starts the bundled app in memory: the manifest's rules, the local Jira and Confluence, nothing kept.
 * @param bundle what `bundleApp` answered.
 * @param between stands between the app and Jira, where a test wants other answers.
 */
export async function startLocalApp<Seed>(
  bundle: string,
  seed: (site: JiraSite, wiki: WikiSite) => Seed,
  between: (handle: HandleRest) => HandleRest = (handle) => handle,
): Promise<LocalApp<Seed>> {
  const store = openStore(':memory:');
  const clock = createClock(() => TODAY);
  const site = createJiraSite(store, clock);
  const wiki = createWikiSite(store, clock, site);
  const seeded = seed(site, wiki);
  const faults = createFaults();
  const manifest = readManifest(resolve(ROOT, 'manifest.yml'));
  const functions = openAppFunctions({
    functions: readJqlFunctions(manifest),
    ariOf: functionAri(manifest),
    store,
    clock,
  });
  const rest = createRest({ site, clock, faults, siteUrl: SITE_URL, functions });
  const wikiRest = createWikiRest({ site: wiki, clock, faults, siteUrl: SITE_URL, ledger: rest.ledger });
  const host = await createForgeHost({
    manifest,
    bundle,
    rest: between(rest.handle),
    confluence: wikiRest.handle,
    store,
    clock,
    faults,
    siteUrl: SITE_URL,
    accountState: accountStateOf(site),
  });
  functions.serveWith(host.invokeJqlFunction);
  forwardSprintEvents(site, host);
  const at = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };
  const callAt: LocalApp<Seed>['callAt'] = async (place, name, payload, accountId) =>
    await host.invoke({ functionKey: name, payload }, place, accountId);
  return {
    seeded,
    clock,
    site,
    wiki,
    rest,
    wikiRest,
    faults,
    store,
    host,
    manifest,
    call: async (name, payload, accountId) => await callAt(at, name, payload, accountId),
    callAt,
  };
}
