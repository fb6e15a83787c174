import type { Load } from '#src/domain/risk/summary';

/**
 * A register's load in which no two entries differ in their count alone: when two owners become unknown, what was theirs becomes one
 * entry, in the place of the first.
 */
export function mergedLoad(load: readonly Load[]): readonly Load[] {
  const merged = new Map<string, Load>();
  for (const entry of load) {
    const key = JSON.stringify([entry.ownerId, entry.level, entry.dueOn]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? entry : { ...known, count: known.count + entry.count });
  }
  return [...merged.values()];
}
