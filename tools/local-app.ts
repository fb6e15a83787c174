import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createClock } from '#sandbox/clock';
import { createFaults, type Faults } from '#sandbox/faults';
import { createForgeHost, type LocalForgeHost } from '#sandbox/forge/host';
import { readManifest, type Manifest } from '#sandbox/forge/manifest';
import { createRest, type Rest } from '#sandbox/jira/rest/create-rest';
import type { HandleRest } from '#sandbox/jira/rest.types';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore } from '#sandbox/state/store';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const SITE_URL = 'http://localhost:8080';

/** A fixed day, so that seeds and answers are the same whenever they are made: Monday morning in UTC. */
const TODAY = Date.parse('2026-10-12T08:00:00.000Z');

/** The app's bundle on a local platform, with a Jira of its own that nothing else touches. */
export interface LocalApp<Seed> {
  /** What `seed` made. */
  readonly seeded: Seed;
  readonly site: JiraSite;
  readonly rest: Rest;
  readonly faults: Faults;
  readonly host: LocalForgeHost;
  readonly manifest: Manifest;
  /** Makes a call as the screen of the board's action does. */
  readonly call: (name: string, payload: unknown, accountId: string) => Promise<unknown>;
}

/**
 * Starts the bundled app in memory: the manifest's rules, the local Jira, nothing kept.
 * @param bundle what `bundleApp` answered.
 * @param between stands between the app and Jira, where a test wants other answers.
 */
export async function startLocalApp<Seed>(
  bundle: string,
  seed: (site: JiraSite) => Seed,
  between: (handle: HandleRest) => HandleRest = (handle) => handle,
): Promise<LocalApp<Seed>> {
  const store = openStore(':memory:');
  const clock = createClock(() => TODAY);
  const site = createJiraSite(store, clock);
  const seeded = seed(site);
  const faults = createFaults();
  const rest = createRest({ site, clock, faults, siteUrl: SITE_URL });
  const manifest = readManifest(resolve(ROOT, 'manifest.yml'));
  const host = await createForgeHost({
    manifest,
    bundle,
    rest: between(rest.handle),
    store,
    clock,
    faults,
    siteUrl: SITE_URL,
  });
  const at = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };
  return {
    seeded,
    site,
    rest,
    faults,
    host,
    manifest,
    call: async (name, payload, accountId) =>
      await host.invoke({ functionKey: name, payload }, at, accountId),
  };
}
