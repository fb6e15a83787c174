/** An instant as ISO 8601 in UTC. */
type Instant = string;

/** Accounts are reported to Atlassian once in so many days: the cycle period of the personal data reporting API. */
export const CYCLE_DAYS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The platform starts a schedule at about the same time each day: without some slack a week would become eight days. */
const SLACK_MS = HOUR_MS;

/** What a finished cycle did. */
export interface CycleResult {
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** Accounts that were reported. */
  readonly accounts: number;
  /** Those among them that are closed. */
  readonly closed: number;
  /** Stored values that named one of those and do not any more. */
  readonly rows: number;
}

/** Whether the accounts are to be reported again. @param last Start of the last cycle; null before the first. */
export function isCycleDue(last: Instant | null, now: Date): boolean {
  return last === null || now.getTime() - Date.parse(last) >= CYCLE_DAYS * DAY_MS - SLACK_MS;
}
