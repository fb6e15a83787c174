import { createContext, useContext, type ReactNode } from 'react';

import type { Health } from './health';

/** What the parts of the screen share about the answer in view. */
export interface Desk {
  readonly boardId: number;
  /** The answer, with every word that is known by now. */
  readonly health: Health;
  /** Whether summaries and names are still being read; absent where they are not. */
  readonly areWordsComing?: boolean;
  /** Puts an answer that came with a change in place of the one in view; words it lacks stay as they are. */
  readonly takeIn: (health: Health) => void;
  /** Reads the board anew. */
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
