import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { createFunctionCaller } from '#sandbox/forge/jql-functions';
import { createPanelStatus } from '#sandbox/forge/dynamic-properties';
import { createDeliverer } from '#sandbox/forge/events/deliver';
import {
  openAccountReports,
  type AccountReport,
  type AccountState,
} from '#sandbox/forge/events/account-reports';
import { openDeliveryLog } from '#sandbox/forge/events/delivery-log';
import { enqueueProductEvent, type ProductEvent } from '#sandbox/forge/events/product-events';
import { createEventQueue } from '#sandbox/forge/events/queue';
import { openSchedules } from '#sandbox/forge/events/schedules';
import { createForgeFetch } from '#sandbox/forge/fetch/forge-fetch';
import type { ForgeHost } from '#sandbox/forge/host.types';
import { loadHandlers } from '#sandbox/forge/invocation/bundle';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import { installHooks } from '#sandbox/forge/invocation/hooks';
import { crossing, INVOCATION_LIMITS, type InvocationLimits } from '#sandbox/forge/invocation/limits';
import { createLogs } from '#sandbox/forge/invocation/logs';
import { createRunner } from '#sandbox/forge/invocation/run';
import { createKvsApi } from '#sandbox/forge/kvs/api';
import type { KvsRates } from '#sandbox/forge/kvs/rate';
import { openRows } from '#sandbox/forge/kvs/rows';
import { ANONYMOUS_PRINCIPAL } from '#sandbox/forge/identity';
import { licenseOf } from '#sandbox/forge/license';
import type { Manifest } from '#sandbox/forge/manifest';
import {
  contextAt,
  DEFAULT_SETTINGS,
  moduleAt,
  resolverOf,
  type UserSettings,
} from '#sandbox/forge/resolver-call';
import { createMacroExport } from '#sandbox/forge/macro-export';
import { fetchFromScreen } from '#sandbox/forge/screen-request';
import { createActionRunner, type RunAction } from '#sandbox/forge/rovo';
import { createUseMeter } from '#sandbox/forge/use';
import type { InvokeFunction } from '#sandbox/jira/jql/app-functions.types';
import type { HandleRest } from '#sandbox/jira/rest.types';
import type { Store } from '#sandbox/state/store';

export interface ForgeHostOptions {
  readonly manifest: Manifest;
  /** Path of the bundled CommonJS entry, which exports the handlers by name. */
  readonly bundle: string;
  /** Jira's REST. */
  readonly rest: HandleRest;
  /** Confluence's REST; without it the platform says that Confluence is not simulated. */
  readonly confluence?: HandleRest;
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Origin of the site, such as `http://localhost:8080`. */
  readonly siteUrl: string;
  /** A user's language and time zone; without it everybody has en-US and UTC. */
  readonly settingsOf?: (accountId: string) => UserSettings;
  /** What Atlassian knows of an account; without it all are as they were. */
  readonly accountState?: (accountId: string) => AccountState;
  /** The platform's limits; tests set smaller ones. */
  readonly limits?: Partial<InvocationLimits>;
  readonly kvsRates?: KvsRates;
}

/** The host with what only the site around it needs: schedules, product events, time. */
export interface LocalForgeHost extends ForgeHost {
  /** Calls a JQL function of the app for Jira. Rejects with the platform's error. */
  readonly invokeJqlFunction: InvokeFunction;
  /** Uses an action of the app's agent. Rejects with the platform's error. */
  readonly runAction: RunAction;
  /** Runs every schedule that is due by the site's clock, once each; answers how many functions ran. */
  runDueSchedules(): Promise<number>;
  /** Hands a product event to the triggers that listen to it, and delivers what is due; answers how many events ran. */
  deliverEvent(event: ProductEvent): Promise<number>;
  /** Site time at which a queued event or a schedule is next due; null when nothing waits. */
  nextDueAt(): number | null;
  /** The reports of stored accounts that Atlassian took, oldest first. */
  accountReports(): readonly AccountReport[];
}

function failure(error: unknown): Error {
  if (!(error instanceof InvocationFailed) || error.code === 'MODULE_NOT_DECLARED') {
    return error instanceof Error ? error : new Error(String(error));
  }
  // Custom UI gets the platform's words around the app's.
  return new InvocationFailed(error.code, `There was an error invoking the function - ${error.message}`, {
    cause: error.cause ?? error,
  });
}

/**
 * Starts the local Forge platform for one installation of the app.
 * @throws ManifestError when the bundle lacks a handler that the manifest names.
 */
export async function createForgeHost(options: ForgeHostOptions): Promise<LocalForgeHost> {
  const { manifest, bundle, store, clock, faults, siteUrl } = options;
  const doors = { jira: options.rest, confluence: options.confluence };
  const limits = { ...INVOCATION_LIMITS, ...options.limits };
  const settingsOf = options.settingsOf ?? (() => DEFAULT_SETTINGS);
  const now = () => clock.now();
  installHooks();
  let handlers = await loadHandlers(bundle, manifest, clock);

  const logs = createLogs();
  const use = createUseMeter();
  const kvs = createKvsApi({
    storage: {
      rows: openRows(store, now),
      entities: manifest.entities,
      now,
      queryLagMs: () => faults.current().queryLagMs,
    },
    scopes: manifest.scopes,
    rates: options.kvsRates,
    count: use.countKvs,
  });
  const deliveries = openDeliveryLog(store);
  const queue = createEventQueue(manifest, deliveries, now);
  const accountReports = openAccountReports({
    store,
    now,
    faults,
    scopes: manifest.scopes,
    stateOf: options.accountState ?? (() => ({ isClosed: false, changedAt: null })),
  });
  const runner = createRunner({
    manifest,
    siteUrl,
    clock,
    faults,
    logs,
    use,
    handlers: () => handlers,
    forgeFetch: createForgeFetch({ manifest, doors, kvs, queue, accountReports }),
  });
  const timeoutOf = (functionKey: string) => {
    const seconds = manifest.functions.get(functionKey)?.timeoutSeconds;
    return seconds === undefined ? limits.backgroundTimeoutMs : seconds * 1000;
  };
  const background = { runner, clock, faults, timeoutOf };
  const schedules = openSchedules({ ...background, manifest, store });
  const drain = createDeliverer({ ...background, log: deliveries });
  const place = (accountId: string | undefined) => ({
    manifest,
    siteUrl,
    accountId,
    license: licenseOf(manifest, faults),
    settings: accountId === undefined ? DEFAULT_SETTINGS : settingsOf(accountId),
  });

  return {
    async invoke({ functionKey, payload }, at, accountId) {
      try {
        const context = contextAt(at, place(accountId));
        const event = {
          call: { functionKey, payload: crossing(payload, 'payload', limits.payloadBytes) },
          context: { ...context, accountType: accountId === undefined ? 'anonymous' : 'licensed' },
        };
        const result = await runner.run({
          functionKey: resolverOf(moduleAt(manifest, at)),
          moduleKey: at.moduleKey,
          moduleType: at.moduleType,
          accountId,
          ...(accountId === undefined && { principalId: ANONYMOUS_PRINCIPAL }),
          event,
          timeoutMs: limits.timeoutMs,
          depth: 0,
        });
        return crossing(result, 'response', limits.responseBytes);
      } catch (error) {
        throw failure(error);
      }
    },
    fetchProduct: async (call, accountId) =>
      await fetchFromScreen(call, { accountId, scopes: manifest.scopes, doors }),
    exportMacro: createMacroExport({
      manifest,
      runner,
      limits,
      contextOf: (at, accountId) => contextAt(at, place(accountId)),
    }),
    panelStatus: createPanelStatus({
      manifest,
      runner,
      limits,
      contextOf: (at, accountId) => contextAt(at, place(accountId)),
    }),
    context: (at, accountId, theme) => ({ ...contextAt(at, place(accountId)), theme: { colorMode: theme } }),
    drain,
    use: use.current,
    logs: logs.lines,
    reload: async () => {
      handlers = await loadHandlers(bundle, manifest, clock);
    },
    invokeJqlFunction: createFunctionCaller({ runner, limits }),
    runAction: createActionRunner({ manifest, runner, limits }),
    runDueSchedules: schedules.runDue,
    accountReports: () => accountReports.taken(),
    async deliverEvent(event) {
      enqueueProductEvent(event, { manifest, faults, log: deliveries, now: clock.now() });
      return await drain();
    },
    nextDueAt() {
      const times = [deliveries.nextDueAt(), schedules.nextDueAt()].filter((time) => time !== null);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
