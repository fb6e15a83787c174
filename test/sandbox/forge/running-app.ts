import { fileURLToPath } from 'node:url';

import { type Clock, createClock } from '#sandbox/clock';
import { createFaults, type Faults, type FaultSettings } from '#sandbox/faults';
import { createForgeHost, type ForgeHostOptions, type LocalForgeHost } from '#sandbox/forge/host';
import type { ModuleContext } from '#sandbox/forge/host.types';
import { parseManifest } from '#sandbox/forge/manifest';
import type { RestRequest, RestResponse } from '#sandbox/jira/rest.types';
import { openStore, type Store } from '#sandbox/state/store';

export const NOON = Date.UTC(2026, 9, 12, 12);

export const APP_FILE = fileURLToPath(new URL('./app.cjs', import.meta.url));

/** A manifest for the app beside this file; `change` edits its text. */
export const manifestText = (change: (text: string) => string = (text) => text) =>
  change(`
modules:
  jira:projectPage:
    - key: page
      title: Page
      resource: screen
      resolver:
        function: resolver
    - key: bare-page
      title: No backend
      resource: screen
  consumer:
    - key: worker
      queue: work
      function: consume
  scheduledTrigger:
    - key: hourly
      function: scheduled
      interval: hour
    - key: weekly
      function: scheduled
      interval: week
      filter:
        appIsLicensed: true
  trigger:
    - key: listener
      function: heard
      events:
        - avi:jira:updated:issue
      filter:
        ignoreSelf: true
  function:
    - key: resolver
      handler: index.resolver
    - key: consume
      handler: index.consume
      timeoutSeconds: 1
    - key: scheduled
      handler: index.scheduled
    - key: heard
      handler: index.heard
resources:
  - key: screen
    path: screen
permissions:
  scopes:
    - read:jira-work
    - storage:app
app:
  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000
  licensing:
    enabled: true
  storage:
    entities:
      - name: employee
        attributes:
          surname:
            type: string
          age:
            type: integer
          pay:
            type: float
          remote:
            type: boolean
          extra:
            type: any
        indexes:
          - surname
          - name: by-age
            range:
              - age
          - name: by-remote-and-surname-age
            partition:
              - remote
              - surname
            range:
              - age
`);

export const AT: ModuleContext = {
  moduleKey: 'page',
  moduleType: 'jira:projectPage',
  extension: { project: { id: '1', key: 'A', type: 'software' } },
};

/** What the app's function answered: a value, or what the SDK threw. */
export interface Told<Value = unknown> {
  readonly value?: Value;
  readonly error?: {
    readonly name: string;
    readonly code?: string;
    readonly status?: number;
    readonly message: string;
  };
}

export interface RunningApp {
  readonly host: LocalForgeHost;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly store: Store;
  /** The product requests that arrived, and the invocation each came from. */
  readonly requests: readonly { readonly request: RestRequest; readonly invocationId: string | undefined }[];
  /** Calls a function of the resolver as the user `lead`. */
  readonly call: <Value = unknown>(functionKey: string, payload?: unknown) => Promise<Told<Value>>;
  /** What the background functions wrote down. */
  readonly seen: () => Promise<readonly Record<string, unknown>[]>;
}

/** Starts the app; time stands still unless the test moves it. */
export async function runApp(
  options: {
    readonly manifest?: (text: string) => string;
    readonly faults?: Partial<FaultSettings>;
    readonly store?: Store;
    readonly clock?: Clock;
    readonly answer?: (request: RestRequest) => RestResponse;
  } & Partial<Pick<ForgeHostOptions, 'limits' | 'kvsRates' | 'settingsOf' | 'bundle'>> = {},
): Promise<RunningApp> {
  const { manifest, faults: settings, answer, ...rest } = options;
  const clock = options.clock ?? createClock(() => NOON);
  const faults = createFaults(settings);
  const store = options.store ?? openStore(':memory:');
  const requests: { request: RestRequest; invocationId: string | undefined }[] = [];
  const host = await createForgeHost({
    bundle: APP_FILE,
    siteUrl: 'http://localhost:1',
    ...rest,
    manifest: parseManifest(manifestText(manifest)),
    clock,
    faults,
    store,
    rest: async (request, invocationId) => {
      requests.push({ request, invocationId });
      return await Promise.resolve(
        answer?.(request) ?? { status: 200, headers: { ratelimit: '5' }, body: '{"key":"A-1"}' },
      );
    },
  });
  const call = async <Value>(functionKey: string, payload: unknown = {}) =>
    (await host.invoke({ functionKey, payload }, AT, 'lead')) as Told<Value>;
  return {
    host,
    clock,
    faults,
    store,
    requests,
    call,
    seen: async () => {
      const { value } = await call<Record<string, unknown>[]>('kvs', { method: 'get', args: ['seen'] });
      return value ?? [];
    },
  };
}
