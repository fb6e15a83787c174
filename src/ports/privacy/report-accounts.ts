/** How many accounts one request may name. */
export const ACCOUNTS_A_REPORT = 90;

/** An account, and since when what is kept of it is as it is. */
export interface ReportedAccount {
  readonly accountId: string;
  /** An instant as ISO 8601. */
  readonly updatedAt: string;
}

/** Atlassian did not take a report. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';

  readonly status: number;
  /** null where Atlassian did not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, retryAfterSeconds: number | null) {
    super(`The report was refused with status ${status}.`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Tells Atlassian of accounts that are stored, at most `ACCOUNTS_A_REPORT`, and answers those that are closed. Accounts whose name or
 * picture changed need nothing: the app keeps neither.
 * @throws ReportRefused
 */
export type ReportAccounts = (accounts: readonly ReportedAccount[]) => Promise<readonly string[]>;
