import { randomUUID } from 'node:crypto';

import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { createEgressCheck } from '#sandbox/forge/egress';
import { INSTALL_CONTEXT } from '#sandbox/forge/identity';
import type { Handler } from '#sandbox/forge/invocation/bundle';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import { type ForgeFetch, runInside } from '#sandbox/forge/invocation/hooks';
import { consoleOf, type Logs } from '#sandbox/forge/invocation/logs';
import { runtimeOf } from '#sandbox/forge/invocation/runtime';
import { licenseOf } from '#sandbox/forge/license';
import type { Manifest } from '#sandbox/forge/manifest';
import type { UseMeter } from '#sandbox/forge/use';

/** One call of a function of the app. */
export interface Invocation {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The user who caused it; undefined in the background. */
  readonly accountId: string | undefined;
  /** Who the function is told it runs for, when that is not the account itself. */
  readonly principalId?: string;
  readonly event: unknown;
  readonly timeoutMs: number;
  /** How many queue events in a row led here; 0 for a user's call. */
  readonly depth: number;
}

/** What the platform's services know of the invocation that calls them. */
export interface Caller {
  readonly invocationId: string;
  readonly accountId: string | undefined;
  readonly depth: number;
}

export interface Runner {
  /** Answers what the function returned. @throws InvocationFailed when it threw or ran out of time. */
  run(invocation: Invocation): Promise<unknown>;
}

/** The second argument of every function. */
function contextOf(accountId: string | undefined, license: { active: boolean } | undefined) {
  return {
    principal: accountId === undefined ? undefined : { accountId },
    installContext: INSTALL_CONTEXT,
    license,
    installation: undefined,
  };
}

async function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  late: () => Error,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs functions of the app under the platform's rules. */
export function createRunner(options: {
  readonly manifest: Manifest;
  readonly siteUrl: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly logs: Logs;
  readonly use: UseMeter;
  readonly handlers: () => ReadonlyMap<string, Handler>;
  readonly forgeFetch: (caller: Caller) => ForgeFetch;
}): Runner {
  const { manifest, siteUrl, clock, faults, logs, use } = options;
  const checkEgress = createEgressCheck(manifest.backendEgress);
  return {
    async run(invocation) {
      const { functionKey, accountId, event, timeoutMs, depth } = invocation;
      const handler = options.handlers().get(functionKey);
      if (!handler)
        throw new InvocationFailed('FUNCTION_ERR', `The manifest declares no function "${functionKey}".`);
      const invocationId = randomUUID();
      const license = licenseOf(manifest, faults);
      const started = performance.now();
      const remainingMs = () => Math.max(0, timeoutMs - (performance.now() - started));
      const late = () =>
        new InvocationFailed(
          'FUNCTION_TIME_OUT',
          `The function timed out after ${timeoutMs / 1000} seconds.`,
        );
      const log = consoleOf(logs, invocationId, timeoutMs, () => clock.now());
      let isOver = false;
      const work = async () =>
        await runInside(
          {
            runtime: runtimeOf({ ...invocation, manifest, siteUrl, invocationId, license, remainingMs }),
            forgeFetch: options.forgeFetch({ invocationId, accountId, depth }),
            checkEgress,
            log,
            checkAlive: () => {
              if (isOver) throw late();
            },
          },
          async () => await handler(event, contextOf(invocation.principalId ?? accountId, license)),
        );
      try {
        return await withinTime(work(), timeoutMs, () => {
          isOver = true;
          return late();
        });
      } catch (error) {
        log('error', [error instanceof Error ? (error.stack ?? error.message) : error]);
        if (error instanceof InvocationFailed) throw error;
        const message = error instanceof Error ? error.message : String(error);
        throw new InvocationFailed('FUNCTION_ERR', message, { cause: error });
      } finally {
        use.countInvocation(performance.now() - started);
      }
    },
  };
}
