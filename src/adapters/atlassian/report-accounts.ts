import type { privacy } from '@forge/api';

import { ReportRefused, type ReportAccounts } from '#src/ports/privacy/report-accounts';

/** `privacy.reportPersonalData` of `@forge/api`. */
export type ReportPersonalData = typeof privacy.reportPersonalData;

/** What the client rejects with when Atlassian answers neither 200 nor 204: the response itself. */
interface Refusal {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && 'status' in error && 'headers' in error;

function secondsOf({ headers }: Refusal): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/**
 * The client answers what Atlassian's service does, but not its header `Cycle-Period`: the period is the usual seven days.
 * @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
export function reportAccounts(reportPersonalData: ReportPersonalData): ReportAccounts {
  return async (accounts) => {
    try {
      const updates = await reportPersonalData([...accounts]);
      return updates.flatMap(({ accountId, status }) => (status === 'closed' ? [accountId] : []));
    } catch (error) {
      if (isRefusal(error)) throw new ReportRefused(error.status, secondsOf(error));
      throw error;
    }
  };
}
