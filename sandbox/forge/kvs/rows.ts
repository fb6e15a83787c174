import type { Store } from '#sandbox/state/store';

/** A stored value: in the plain store (`''`), among the secrets, or of an entity. */
export interface Row {
  readonly namespace: string;
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
}

/** One write: the new row, or null for a deletion. */
export interface Change {
  readonly namespace: string;
  readonly key: string;
  readonly row: Row | null;
}

export const PLAIN = '';
export const SECRETS = '$secret';

interface Version {
  readonly at: number;
  readonly row: Row | null;
}

/** The platform may take this long to remove what has expired, and reads still answer it: an app must not lean on the TTL. */
export const EXPIRY_DELAY_MS = 48 * 3_600_000;

/** Older states than this are forgotten: no query lags that far behind. */
const HISTORY_MS = 10 * 60_000;

const COLLECTION = 'forge-kvs';

/** All rows of the installation, with enough of their past to answer queries that lag. */
export interface Rows {
  /** The current row; undefined when there is none. */
  get(namespace: string, key: string): Row | undefined;
  /** The rows of a namespace as they were `lagMs` ago, in no order. */
  asOf(namespace: string, lagMs: number): Row[];
  /** Writes all changes or none. */
  apply(changes: readonly Change[]): void;
}

const visible = (versions: readonly Version[], at: number) =>
  versions.findLast((version) => version.at <= at)?.row ?? null;

/**
 * Opens the rows that `store` keeps.
 * @param now site time, in milliseconds.
 */
export function openRows(store: Store, now: () => number): Rows {
  const namespaces = new Map<string, Map<string, Version[]>>();
  const versionsOf = (namespace: string) => {
    const found = namespaces.get(namespace) ?? new Map<string, Version[]>();
    namespaces.set(namespace, found);
    return found;
  };
  for (const [, stored] of store.load(COLLECTION)) {
    const row = stored as Row;
    versionsOf(row.namespace).set(row.key, [{ at: row.updatedAt, row }]);
  }
  const isGone = (row: Row) => row.expireAt !== null && row.expireAt + EXPIRY_DELAY_MS <= now();
  const remember = ({ namespace, key, row }: Change) => {
    const at = now();
    const past = versionsOf(namespace).get(key) ?? [];
    const first = past.findLastIndex((version) => version.at <= at - HISTORY_MS);
    versionsOf(namespace).set(key, [...past.slice(Math.max(first, 0)), { at, row }]);
  };
  return {
    get(namespace, key) {
      const row = namespaces.get(namespace)?.get(key)?.at(-1)?.row;
      return row && !isGone(row) ? row : undefined;
    },
    asOf(namespace, lagMs) {
      const at = now() - lagMs;
      return [...versionsOf(namespace).values()]
        .map((versions) => visible(versions, at))
        .filter((row): row is Row => row !== null && !isGone(row));
    },
    apply(changes) {
      store.transaction(() => {
        for (const { namespace, key, row } of changes) {
          const id = JSON.stringify([namespace, key]);
          if (row) store.put(COLLECTION, id, row);
          else store.remove(COLLECTION, id);
        }
      });
      changes.forEach(remember);
    },
  };
}
