import type { Instant } from '#src/domain/risk/calendar';
import type { ReviewOutcome, RiskEvent } from '#src/domain/risk/risk-event';
import type { Act } from '#src/domain/risk/risk';

/** That somebody looked at a risk in a review, and what came of it. */
export interface Look {
  readonly riskId: string;
  /** The version that the review left behind. */
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  readonly outcome: ReviewOutcome;
}

/** The evidence that a review happened. */
export interface ReviewSession {
  readonly startedAt: Instant;
  readonly ended: Act;
  /** In the order in which they happened. */
  readonly looks: readonly Look[];
  /** accountIds of those who looked, in the order of their first look. */
  readonly people: readonly string[];
}

/**
 * The record of a review that ends now, read from the history itself: what is not there was not reviewed. People
 * who review at the same time make one record: it holds everyone's looks, and goes on from `last` when that ended
 * after this one started. null when nobody looked at anything.
 * @param events Those since `startedAt`; more is fine.
 */
export function recordSession(
  events: readonly RiskEvent[],
  startedAt: Instant,
  ended: Act,
  last: ReviewSession | null,
): ReviewSession | null {
  const joined = last !== null && Date.parse(last.ended.at) >= Date.parse(startedAt) ? last : null;
  const start = earlier(startedAt, joined?.startedAt ?? startedAt);
  const seen = new Map((joined?.looks ?? []).map((look) => [keyOf(look), look]));
  for (const event of events) {
    const at = Date.parse(event.act.at);
    if (event.kind !== 'reviewed' || at < Date.parse(start) || at > Date.parse(ended.at)) continue;
    const { riskId, version, outcome } = event;
    seen.set(keyOf(event), { riskId, version, by: event.act.by, at: event.act.at, outcome });
  }
  const looks = [...seen.values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.version - b.version,
  );
  if (looks.length === 0) return null;
  return { startedAt: start, ended, looks, people: [...new Set(looks.map(({ by }) => by))] };
}

function keyOf({ riskId, version }: { readonly riskId: string; readonly version: number }): string {
  return `${riskId} ${version}`;
}

function earlier(one: Instant, other: Instant): Instant {
  return Date.parse(one) <= Date.parse(other) ? one : other;
}
