import { after } from '#src/domain/risk/replay';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import type { RecentEvent } from '#src/ports/risk/register-store';

/**
 * Lists lag behind writes by seconds, and reading by key does not. So a register's row, which is read by key, carries the last
 * events of its risks: a list that lags is brought up to date from there, by the same rule that made the risks.
 */
const KEPT_FOR_MS = 10 * 60_000;

/** What the row has room for beside the register itself. */
const KEPT_BYTES = 60_000;
const KEPT_AT_MOST = 60;

/** One event with two large plans must not push out all others: it is named, and read by its key. */
const EVENT_BYTES = 8_000;

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** The last events with these added, oldest first. */
export function withRecent(
  recent: readonly RecentEvent[],
  events: readonly RiskEvent[],
): readonly RecentEvent[] {
  const added = events.map((event) => ({
    riskId: event.riskId,
    version: event.version,
    at: event.act.at,
    event: sizeOf(event) > EVENT_BYTES ? null : event,
  }));
  const last = added.at(-1);
  if (last === undefined) return recent;
  const since = Date.parse(last.at) - KEPT_FOR_MS;
  const all = [...recent.filter(({ at }) => Date.parse(at) >= since), ...added].slice(-KEPT_AT_MOST);
  let bytes = 0;
  const kept = all.toReversed().filter((each) => (bytes += sizeOf(each)) <= KEPT_BYTES);
  return kept.toReversed();
}

/** Risks brought up to date; those in `behind` have to be read by their keys. */
export interface CaughtUp {
  readonly risks: ReadonlyMap<string, Risk>;
  readonly behind: ReadonlySet<string>;
}

/** Brings risks of a list up to the last events. */
export function catchUp(listed: readonly Risk[], recent: readonly RecentEvent[]): CaughtUp {
  const risks = new Map(listed.map((risk) => [risk.id, risk]));
  const behind = new Set<string>();
  for (const { riskId, version, event } of recent) {
    const risk = risks.get(riskId);
    const known = risk?.version ?? 0;
    if (version <= known) continue;
    if (event === null || version !== known + 1) behind.add(riskId);
    else risks.set(riskId, after(risk ?? null, event));
  }
  return { risks, behind };
}

/** Events of a list with the last ones that it lacks; newest first. */
export function withMissing(
  listed: readonly RiskEvent[],
  recent: readonly RecentEvent[],
): readonly RiskEvent[] {
  const byKey = new Map(
    [...recent.flatMap(({ event }) => event ?? []), ...listed].map((event) => [
      `${event.riskId} ${event.version}`,
      event,
    ]),
  );
  return [...byKey.values()].sort(newestFirst);
}

/** By time; of one moment, the higher version of a risk first. */
export function newestFirst(one: RiskEvent, other: RiskEvent): number {
  return Date.parse(other.act.at) - Date.parse(one.act.at) || other.version - one.version;
}
