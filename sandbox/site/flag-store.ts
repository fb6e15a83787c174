import { useSyncExternalStore } from 'react';

import type { FlagRequest } from './bridge/frame-view';

let flags: readonly FlagRequest[] = [];
const listeners = new Set<() => void>();

function replaceFlags(next: readonly FlagRequest[]): void {
  flags = next;
  for (const listener of listeners) listener();
}

/** Shows a message; one with the same id is replaced. */
export function showFlag(flag: FlagRequest): void {
  replaceFlags([flag, ...flags.filter(({ id }) => id !== flag.id)]);
}

/** Takes a message away; nothing happens when it is gone already. */
export function closeFlag(id: string): void {
  replaceFlags(flags.filter((flag) => flag.id !== id));
}

/** The messages shown now, newest first. */
export function useFlags(): readonly FlagRequest[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => flags,
  );
}
