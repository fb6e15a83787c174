import { randomUUID } from 'node:crypto';

import {
  APP_VERSION,
  ENVIRONMENT_ID,
  ENVIRONMENT_TYPE,
  INSTALL_CONTEXT,
  INSTALLATION_ID,
} from '#sandbox/forge/identity';
import type { License } from '#sandbox/forge/license';
import type { Manifest } from '#sandbox/forge/manifest';

const silent = () => undefined;

/** The SDKs count what they do for Atlassian; here nobody listens. */
const METRICS = {
  counter: () => ({ incr: silent, incrBy: silent, decr: silent, decrBy: silent }),
  timing: () => ({ measure: () => ({ stop: silent }) }),
  gauge: () => ({ set: silent }),
};

/** What `__forge_runtime__` tells the SDKs of one invocation. */
export function runtimeOf(options: {
  readonly manifest: Manifest;
  readonly siteUrl: string;
  readonly invocationId: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId: string | undefined;
  readonly license: License | undefined;
  readonly remainingMs: () => number;
}): object {
  const { manifest, invocationId, functionKey, moduleKey, moduleType, accountId, license } = options;
  return {
    proxy: { token: 'local', url: options.siteUrl },
    contextAri: INSTALL_CONTEXT,
    container: {},
    appContext: {
      appId: manifest.appId,
      appVersion: APP_VERSION,
      environmentId: ENVIRONMENT_ID,
      environmentType: ENVIRONMENT_TYPE,
      invocationId,
      installationId: INSTALLATION_ID,
      functionKey,
      moduleType,
      moduleKey,
      license,
      permissions: { scopes: manifest.scopes, external: manifest.permissions.external },
    },
    aaid: accountId,
    lambdaContext: { awsRequestId: randomUUID(), getRemainingTimeInMillis: options.remainingMs },
    tracing: { traceId: randomUUID().replaceAll('-', ''), spanId: invocationId.slice(0, 8) },
    realtime: {},
    metrics: METRICS,
    featureFlags: {},
  };
}
