import { createContext, useContext, type ReactNode } from 'react';

import type { Opened, Sprint } from './state/opened';

/** What the parts of the screen share about the sprint in view. */
export interface Desk {
  readonly boardId: number;
  readonly opened: Opened;
  readonly sprint: Sprint;
  readonly update: (change: (opened: Opened) => Opened) => void;
  /** Reads the sprint anew. */
  readonly refresh: () => void;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

/** @throws Error outside of a `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it.');
  return desk;
}
