import { AsyncLocalStorage } from 'node:async_hooks';

/** Whom a request of an SDK is meant for. */
export interface ForgeTarget {
  readonly type: string;
  readonly provider?: string | undefined;
  readonly remote?: string | undefined;
  readonly accountId?: string | undefined;
}

export type ForgeFetch = (target: ForgeTarget, path: string, init?: RequestInit) => Promise<Response>;

/** What the globals answer with while one function runs. */
export interface RunningInvocation {
  /** What `__forge_runtime__` is. */
  readonly runtime: object;
  readonly forgeFetch: ForgeFetch;
  /** @throws EgressError */
  readonly checkEgress: (url: string) => void;
  readonly log: (level: string, args: readonly unknown[]) => void;
  /** @throws Error once the function has run out of time: the platform would have stopped it. */
  readonly checkAlive: () => void;
}

const running = new AsyncLocalStorage<RunningInvocation>();

const LEVELS = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

const addressOf = (input: string | URL | Request) => (input instanceof Request ? input.url : String(input));

function captureConsole(): void {
  for (const level of LEVELS) {
    const plain = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      const invocation = running.getStore();
      if (invocation) invocation.log(level, args);
      else plain(...args);
    };
  }
}

function guardFetch(): void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const invocation = running.getStore();
    if (invocation) {
      invocation.checkAlive();
      invocation.checkEgress(addressOf(input));
    }
    return await plain(input, init);
  };
}

let isInstalled = false;

/**
 * Puts the globals in place that the Forge SDKs look for, once for the process. Each answers for the invocation that the
 * calling code belongs to, so that several hosts live side by side; outside of one, everything is as it was.
 * Must come before the app is loaded: `@forge/api` keeps the `fetch` it finds.
 */
export function installHooks(): void {
  if (isInstalled) return;
  isInstalled = true;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => running.getStore()?.runtime,
  });
  Object.defineProperty(globalThis, '__forge_fetch__', {
    configurable: true,
    value: async (target: ForgeTarget, path: string, init?: RequestInit) => {
      const invocation = running.getStore();
      if (!invocation) throw new Error('Forge SDKs work only while a function of the app runs.');
      invocation.checkAlive();
      return await running.exit(async () => await invocation.forgeFetch(target, path, init));
    },
  });
  captureConsole();
  guardFetch();
}

/** Runs the app's code as an invocation; everything it starts belongs to it. */
export function runInside<Result>(invocation: RunningInvocation, work: () => Result): Result {
  return running.run(invocation, work);
}
