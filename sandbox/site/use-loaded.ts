import { useEffect, useState } from 'react';

/** Something being read: the last value stays while it is read again. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Reads with `load`, again whenever it or `version` changes. `load` must be stable (useCallback or module level).
 * An answer that is overtaken by a newer read is dropped.
 */
export function useLoaded<Value>(load: () => Promise<Value>, version: number | string = 0): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  useEffect(() => {
    let isStale = false;
    const settle = (next: Loaded<Value>) => {
      if (!isStale) setLoaded(next);
    };
    load().then(
      (value) => {
        settle({ state: 'ready', value });
      },
      (error: unknown) => {
        settle({ state: 'failed', error });
      },
    );
    return () => {
      isStale = true;
    };
  }, [load, version]);
  return loaded;
}
