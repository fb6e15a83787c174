import type { PreMortemEntry } from '#src/domain/risk/pre-mortem';
import type { PreMortemStore } from '#src/ports/risk/pre-mortem-store';

/** Pre-mortems in memory, for tests. */
export function createMemoryPreMortems(): PreMortemStore {
  const entries: { readonly registerId: string; readonly entry: PreMortemEntry }[] = [];
  return {
    read: (registerId) =>
      Promise.resolve(entries.flatMap((each) => (each.registerId === registerId ? [each.entry] : []))),
    add: (registerId, entry) => {
      const isThere = entries.some(
        (each) =>
          each.registerId === registerId &&
          each.entry.kind === 'reason' &&
          entry.kind === 'reason' &&
          each.entry.id === entry.id,
      );
      if (!isThere) entries.push({ registerId, entry });
      return Promise.resolve();
    },
    voterOf: (registerId, accountId) => `${registerId}/${accountId.length}/${accountId}`,
  };
}
