import type { Caller, LedgerEntry } from '#sandbox/jira/rest.types';

const HOUR = 3_600_000;

/** Each product has a quota of its own. */
export type Product = 'jira' | 'confluence';

const productOf = ({ operation }: LedgerEntry): Product =>
  operation.startsWith('/wiki/') ? 'confluence' : 'jira';

/** Callers whose points count against the app's quota. Calls from the screen are counted, but free. */
export const QUOTA_CALLERS: ReadonlySet<Caller> = new Set(['user', 'app']);

/** Which entries to look at; every part that is given has to fit. */
export interface LedgerFilter {
  readonly callers?: readonly Caller[];
  readonly invocationId?: string;
  /** Only entries from this `mark()` on. */
  readonly since?: number;
}

/** What a stretch of the ledger adds up to. */
export interface LedgerSummary {
  readonly calls: number;
  readonly points: number;
  /** Points by path template, dearest first. */
  readonly byOperation: readonly {
    readonly operation: string;
    readonly calls: number;
    readonly points: number;
  }[];
}

/** Every REST call and its price. The oldest entries are dropped beyond `capacity`; the hour's points are not. */
export interface Ledger {
  record(entry: LedgerEntry): void;
  entries(filter?: LedgerFilter): readonly LedgerEntry[];
  summary(filter?: LedgerFilter): LedgerSummary;
  /** How many calls were recorded so far: give it as `since` to look at what comes after. */
  mark(): number;
  /** Points that the app has used of a product's quota in the UTC hour around `now` (epoch milliseconds). */
  pointsInHour(now: number, product?: Product): number;
  clear(): void;
}

/** Makes an empty ledger. */
export function createLedger(capacity = 50_000): Ledger {
  let entries: LedgerEntry[] = [];
  let dropped = 0;
  let hour = { start: 0, points: { jira: 0, confluence: 0 } };
  const hourOf = (at: number) => Math.floor(at / HOUR) * HOUR;
  const select = ({ callers, invocationId, since = 0 }: LedgerFilter = {}) =>
    entries
      .slice(Math.max(0, since - dropped))
      .filter(
        (entry) =>
          (callers === undefined || callers.includes(entry.caller)) &&
          (invocationId === undefined || entry.invocationId === invocationId),
      );
  return {
    record(entry) {
      entries.push(entry);
      if (entries.length > capacity) {
        const surplus = Math.ceil(capacity / 10);
        entries = entries.slice(surplus);
        dropped += surplus;
      }
      if (!QUOTA_CALLERS.has(entry.caller)) return;
      const start = hourOf(entry.at);
      if (start !== hour.start) hour = { start, points: { jira: 0, confluence: 0 } };
      hour.points[productOf(entry)] += entry.points;
    },
    entries: select,
    summary(filter) {
      const chosen = select(filter);
      const totals = new Map<string, { calls: number; points: number }>();
      for (const { method, operation, points } of chosen) {
        const name = `${method} ${operation}`;
        const total = totals.get(name) ?? { calls: 0, points: 0 };
        totals.set(name, { calls: total.calls + 1, points: total.points + points });
      }
      return {
        calls: chosen.length,
        points: chosen.reduce((sum, { points }) => sum + points, 0),
        byOperation: [...totals]
          .map(([operation, total]) => ({ operation, ...total }))
          .sort((a, b) => b.points - a.points),
      };
    },
    mark: () => dropped + entries.length,
    pointsInHour: (now, product = 'jira') => (hourOf(now) === hour.start ? hour.points[product] : 0),
    clear() {
      dropped += entries.length;
      entries = [];
      hour = { start: 0, points: { jira: 0, confluence: 0 } };
    },
  };
}
