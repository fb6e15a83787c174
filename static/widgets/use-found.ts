import { useCallback, useEffect, useState } from 'react';

import { failureOf, type ScreenFailure } from '../ui/failure';

/** While somebody types, nothing is asked. */
const PAUSE_MS = 250;

/** What a search finds as somebody types: `found` is null while it is asked for. An answer that is overtaken is dropped. */
export function useFound<Item>(query: string, search: (query: string) => Promise<readonly Item[]>) {
  const [found, setFound] = useState<readonly Item[] | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        search(query).then(
          (items) => {
            if (!isWanted) return;
            setFound(items);
            setFailure(null);
          },
          (error: unknown) => {
            if (isWanted) setFailure(failureOf(error));
          },
        );
      },
      query === '' ? 0 : PAUSE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [query, search, round]);
  const again = useCallback(() => {
    setFailure(null);
    setFound(null);
    setRound((last) => last + 1);
  }, []);
  return { found, failure, again };
}
