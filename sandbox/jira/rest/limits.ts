import { type Ledger, type Product, QUOTA_CALLERS } from '#sandbox/jira/rest/ledger';
import type { Caller, RestResponse } from '#sandbox/jira/rest.types';

const HOUR = 3_600_000;

/** The limits of Jira Cloud as Atlassian documents them; tests lower them. */
export interface LimitSettings {
  /** Points an hour for the app over all of its calls. */
  readonly pointsPerHour: number;
  /** Calls a second to one operation. */
  readonly readsPerSecond: number;
  /** PUT and DELETE calls a second to one operation. */
  readonly writesPerSecond: number;
  /** Writes to one issue within `issueWindowMs`. */
  readonly writesPerIssue: number;
  readonly issueWindowMs: number;
}

export const JIRA_LIMITS: LimitSettings = {
  pointsPerHour: 65_000,
  readsPerSecond: 100,
  writesPerSecond: 50,
  writesPerIssue: 20,
  issueWindowMs: 2_000,
};

/** How a product says that a call is one too many. */
export interface LimitWords {
  readonly product: Product;
  /** Values of `RateLimit-Reason`. */
  readonly quota: string;
  readonly burst: string;
  readonly perIssue: string;
  readonly body: unknown;
}

const JIRA_WORDS: LimitWords = {
  product: 'jira',
  quota: 'jira-quota-global-based',
  burst: 'jira-burst-based',
  perIssue: 'jira-per-issue-on-write',
  body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
};

/** Counts of a moving window, by name. */
class Windows {
  readonly #times = new Map<string, number[]>();

  /** Notes one more at `now`; answers the milliseconds to wait when that is one too many, else null. */
  take(name: string, now: number, most: number, windowMs: number): { wait: number | null; left: number } {
    const recent = (this.#times.get(name) ?? []).filter((time) => time > now - windowMs);
    const isFull = recent.length >= most;
    if (!isFull) recent.push(now);
    this.#times.set(name, recent);
    return {
      wait: isFull ? (recent[0] ?? now) + windowMs - now : null,
      left: Math.max(0, most - recent.length),
    };
  }
}

/** A call that is about to be answered. */
export interface LimitedCall {
  readonly caller: Caller;
  readonly method: string;
  readonly operation: string;
  readonly issues: readonly string[];
}

/** Decides which calls are too many. */
export interface Limits {
  readonly settings: LimitSettings;
  change(settings: Partial<LimitSettings>): void;
  /** Headers that every answer to the app carries, and the 429 when the call is refused. */
  check(call: LimitedCall): { headers: Record<string, string>; refusal: RestResponse | null };
}

function refuse(
  reason: string,
  waitMs: number,
  siteNow: number,
  headers: Record<string, string>,
  body: unknown,
): RestResponse {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const reset = new Date(siteNow + seconds * 1000).toISOString();
  return {
    status: 429,
    headers: {
      ...headers,
      'content-type': 'application/json;charset=UTF-8',
      'retry-after': String(seconds),
      'ratelimit-reason': reason,
      'x-ratelimit-remaining': '0',
      // Jira gives the minute only.
      'x-ratelimit-reset': `${reset.slice(0, 16)}Z`,
    },
    body: JSON.stringify(body),
  };
}

/**
 * Quota by site time, bursts by real time (`realNow`, milliseconds). The quota binds the app on the server; bursts and
 * per-issue limits bind everybody but the site's own pages.
 */
export function createLimits(
  ledger: Ledger,
  siteNow: () => number,
  realNow: () => number,
  initial: Partial<LimitSettings> = {},
  words: LimitWords = JIRA_WORDS,
): Limits {
  let settings: LimitSettings = { ...JIRA_LIMITS, ...initial };
  const windows = new Windows();

  const quota = (caller: Caller) => {
    const now = siteNow();
    const left = Math.max(0, settings.pointsPerHour - ledger.pointsInHour(now, words.product));
    const wait = HOUR - (now % HOUR);
    const headers: Record<string, string> = QUOTA_CALLERS.has(caller)
      ? {
          'ratelimit-policy': `"global-app-quota";q=${settings.pointsPerHour};w=3600`,
          ratelimit: `"global-app-quota";r=${left};t=${Math.ceil(wait / 1000)}`,
          ...(left < settings.pointsPerHour / 5 ? { 'x-ratelimit-nearlimit': 'true' } : {}),
        }
      : {};
    return { isOut: left === 0 && QUOTA_CALLERS.has(caller), wait, headers };
  };

  return {
    get settings() {
      return settings;
    },
    change(change) {
      settings = { ...settings, ...change };
    },
    check({ caller, method, operation, issues }) {
      if (caller === 'site') return { headers: {}, refusal: null };
      const { isOut, wait, headers } = quota(caller);
      if (isOut) {
        const limit = { ...headers, 'x-ratelimit-limit': String(settings.pointsPerHour) };
        return { headers, refusal: refuse(words.quota, wait, siteNow(), limit, words.body) };
      }
      const isRead = method === 'GET' || method === 'POST';
      const most = isRead ? settings.readsPerSecond : settings.writesPerSecond;
      const burst = windows.take(`${method} ${operation}`, realNow(), most, 1_000);
      const counted = {
        ...headers,
        'x-ratelimit-limit': String(most),
        'x-ratelimit-remaining': String(burst.left),
      };
      if (burst.wait !== null) {
        return { headers: counted, refusal: refuse(words.burst, burst.wait, siteNow(), counted, words.body) };
      }
      for (const issue of issues) {
        const writes = windows.take(
          `issue ${issue}`,
          realNow(),
          settings.writesPerIssue,
          settings.issueWindowMs,
        );
        if (writes.wait !== null) {
          return {
            headers: counted,
            refusal: refuse(words.perIssue, writes.wait, siteNow(), counted, words.body),
          };
        }
      }
      return { headers: counted, refusal: null };
    },
  };
}
