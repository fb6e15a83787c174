import { useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

/** Says that something in Confluence was changed from this page: what lists pages reads them again. */
export function wikiChanged(): void {
  count += 1;
  for (const listener of listeners) listener();
}

/** A number that grows with each change. */
export function useWikiChanges(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => count,
  );
}
