import { z } from 'zod';

import type { Faults } from '#sandbox/faults';
import type { Store } from '#sandbox/state/store';

/** What the client calls, with and without the slash that the documentation writes. */
const PATH = '/app/report-accounts';

/** @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
const LIMITS = { accounts: 90, cycleDays: 7 } as const;

const SCOPE = 'report:personal-data';

const COLLECTION = 'forge-account-reports';

const REPORT = z.object({
  accounts: z
    .array(
      z.object({
        accountId: z.string().regex(/^[A-Za-z0-9:-]{1,128}$/u),
        updatedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(LIMITS.accounts),
});

/** What Atlassian knows of an account. */
export interface AccountState {
  readonly isClosed: boolean;
  /** When its owner last changed it, in milliseconds since 1970; null for never. */
  readonly changedAt: number | null;
}

/** A report that was taken. */
export interface AccountReport {
  /** Site time, in milliseconds. */
  readonly at: number;
  readonly accountIds: readonly string[];
}

export interface ReportAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The service behind `privacy.reportPersonalData` of `@forge/api`. */
export interface AccountReports {
  /** Answers a request of the SDK; undefined when the path is not this service's. */
  handle(method: string, path: string, body: unknown): ReportAnswer | undefined;
  taken(): readonly AccountReport[];
}

const refuse = (status: number, errorType: string, errorMessage: string, headers = {}): ReportAnswer => ({
  status,
  body: { errorType, errorMessage },
  headers,
});

/** Takes reports and says what is to be done with the accounts: nothing, to erase what is kept (`closed`), or to renew it (`updated`). */
export function openAccountReports(options: {
  readonly store: Store;
  readonly now: () => number;
  readonly faults: Faults;
  readonly scopes: readonly string[];
  readonly stateOf: (accountId: string) => AccountState;
}): AccountReports {
  const { store, now, faults, scopes, stateOf } = options;
  const reports = [...store.load(COLLECTION)].map(([, value]) => value as AccountReport);

  const answer = (body: unknown): ReportAnswer => {
    if (!scopes.includes(SCOPE)) {
      return refuse(403, 'FORBIDDEN', `The app lacks the scope ${SCOPE}: declare it in manifest.yml.`);
    }
    const fault = faults.strike(`POST ${PATH}`, false);
    if (fault === 'rate-limited')
      return refuse(429, 'TOO_MANY_REQUESTS', 'Too many requests.', { 'retry-after': '60' });
    if (fault !== null) return refuse(fault === 'time-out' ? 503 : 500, 'INTERNAL', 'The service failed.');
    const report = REPORT.safeParse(body);
    if (!report.success) return refuse(400, 'BAD_REQUEST', z.prettifyError(report.error));
    const { accounts } = report.data;
    const taken = { at: now(), accountIds: accounts.map(({ accountId }) => accountId) };
    store.put(COLLECTION, String(reports.length).padStart(8, '0'), taken);
    reports.push(taken);
    const changed = accounts.flatMap(({ accountId, updatedAt }) => {
      const { isClosed, changedAt } = stateOf(accountId);
      if (isClosed) return [{ accountId, status: 'closed' }];
      return changedAt !== null && changedAt > Date.parse(updatedAt)
        ? [{ accountId, status: 'updated' }]
        : [];
    });
    const headers = { 'cycle-period': String(LIMITS.cycleDays) };
    if (changed.length === 0) return { status: 204, body: undefined, headers };
    return { status: 200, body: { accounts: changed }, headers };
  };

  return {
    taken: () => reports,
    handle(method, path, body) {
      if (path.replace(/\/$/u, '') !== PATH) return undefined;
      return method.toUpperCase() === 'POST' ? answer(body) : refuse(405, 'METHOD_NOT_ALLOWED', 'POST only.');
    },
  };
}
