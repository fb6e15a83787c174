import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

import type { Standing } from '../health';

/** Where rows that are being worked on stand, by the issue's id: what they stood at when their forms were opened. */
export type Pinned = ReadonlyMap<string, Standing>;

interface Pins {
  readonly pinned: Pinned;
  /** Keeps a row where it is for as long as its forms are open: a mend must not take it from under the hand. */
  readonly pin: (issueId: string, standing: Standing) => void;
  readonly unpin: (issueId: string) => void;
}

const PinsContext = createContext<Pins | null>(null);

export function PinsProvider({ children }: { readonly children: ReactNode }) {
  const [pinned, setPinned] = useState<Pinned>(new Map());
  const pin = useCallback((issueId: string, standing: Standing) => {
    setPinned((last) => new Map(last).set(issueId, standing));
  }, []);
  const unpin = useCallback((issueId: string) => {
    setPinned((last) => new Map([...last].filter(([id]) => id !== issueId)));
  }, []);
  const pins = useMemo(() => ({ pinned, pin, unpin }), [pinned, pin, unpin]);
  return <PinsContext.Provider value={pins}>{children}</PinsContext.Provider>;
}

/** @throws Error outside of a `PinsProvider`. */
export function usePins(): Pins {
  const pins = useContext(PinsContext);
  if (pins === null) throw new Error('usePins needs a PinsProvider above it.');
  return pins;
}
