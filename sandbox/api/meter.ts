import type { PlatformUse } from '#sandbox/forge/host.types';
import { type Ledger, QUOTA_CALLERS } from '#sandbox/jira/rest/ledger';
import { roundTrips } from '#sandbox/jira/rest/round-trips';
import type { LedgerEntry } from '#sandbox/jira/rest.types';

/** What some REST calls cost. */
export interface Cost {
  readonly points: number;
  readonly calls: number;
  /** The most calls that had to wait for one another: what latency is multiplied by. */
  readonly roundTrips: number;
}

export interface Meter {
  /** Points that count against the app's hourly quota, since the top of the hour (UTC, site time). */
  readonly pointsThisHour: number;
  /** The same of Confluence's quota, which is as large and counted apart. */
  readonly confluencePointsThisHour: number;
  readonly pointsAnHour: number;
  /** Since the app was last opened; null before that. */
  readonly lastOpen: (Cost & { readonly screenCalls: number }) | null;
  /** Of the last run of a function of the app; null when there was none since the app was last opened. */
  readonly lastInvocation: Cost | null;
  readonly platform: PlatformUse;
}

/** Atlassian's default tier. @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
const POINTS_AN_HOUR = 65_000;
function costOf(entries: readonly LedgerEntry[]): Cost {
  return {
    points: entries.reduce((sum, entry) => sum + entry.points, 0),
    calls: entries.length,
    roundTrips: roundTrips(entries),
  };
}

/**
 * Reads the ledger for the meter of the site.
 * @param opened the ledger's mark of when the app was last opened; null when it was not.
 * @param now site time, epoch milliseconds.
 */
export function readMeter(
  ledger: Pick<Ledger, 'entries' | 'pointsInHour'>,
  opened: number | null,
  now: number,
  platform: PlatformUse,
): Meter {
  const sinceOpen = opened === null ? [] : ledger.entries({ since: opened });
  const ofApp = sinceOpen.filter((entry) => QUOTA_CALLERS.has(entry.caller));
  const screenCalls = sinceOpen.filter((entry) => entry.caller === 'screen').length;
  const invocation = ofApp.at(-1)?.invocationId ?? null;
  return {
    pointsThisHour: ledger.pointsInHour(now),
    confluencePointsThisHour: ledger.pointsInHour(now, 'confluence'),
    pointsAnHour: POINTS_AN_HOUR,
    lastOpen: opened === null ? null : { ...costOf(ofApp), screenCalls },
    lastInvocation:
      invocation === null ? null : costOf(ofApp.filter((entry) => entry.invocationId === invocation)),
    platform,
  };
}
