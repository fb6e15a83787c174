import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

import type { Mend } from '#src/contract/mend-issue';

import { Announcer } from '../../ui/announcer';

/** Changes that can be taken back at once; older ones leave the list. */
export const CHANGES_KEPT = 10;

/** One change that the viewer made in this screen, newest state of it. */
export interface Change {
  readonly id: number;
  readonly issueId: string;
  readonly issueKey: string;
  /** What was done. */
  readonly mend: Mend;
  /** What turns it over: takes it back, or does it again when it is undone; null when there is nothing to turn over. */
  readonly turn: Mend | null;
  readonly isUndone: boolean;
}

type Done = Pick<Change, 'issueId' | 'issueKey' | 'mend' | 'turn'>;

interface MendLog {
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Whether the viewer has put the bar away since the last change. */
  readonly isDismissed: boolean;
  readonly record: (done: Done) => void;
  /** The change is turned over; `turn` turns it over again. */
  readonly turnOver: (id: number, turn: Mend | null) => void;
  readonly dismiss: () => void;
  /** Reads a sentence aloud. */
  readonly announce: (text: string) => void;
}

const MendLogContext = createContext<MendLog | null>(null);

/** Remembers what the viewer changed while the screen is open, for `IssueMends` and `Undo` below it. */
export function MendLogProvider({ children }: { readonly children: ReactNode }) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [isDismissed, setIsDismissed] = useState(false);
  const [spoken, announce] = useState('');

  const record = useCallback((done: Done) => {
    setChanges((last) =>
      [{ ...done, id: (last[0]?.id ?? 0) + 1, isUndone: false }, ...last].slice(0, CHANGES_KEPT),
    );
    setIsDismissed(false);
  }, []);

  const turnOver = useCallback((id: number, turn: Mend | null) => {
    setChanges((last) =>
      last.map((change) => (change.id === id ? { ...change, turn, isUndone: !change.isUndone } : change)),
    );
  }, []);

  const dismiss = useCallback(() => {
    setIsDismissed(true);
  }, []);

  const log = useMemo(
    () => ({ changes, isDismissed, record, turnOver, dismiss, announce }),
    [changes, isDismissed, record, turnOver, dismiss],
  );
  return (
    <MendLogContext.Provider value={log}>
      {children}
      <Announcer text={spoken} />
    </MendLogContext.Provider>
  );
}

/** @throws Error outside of a `MendLogProvider`. */
export function useMendLog(): MendLog {
  const log = useContext(MendLogContext);
  if (log === null) throw new Error('useMendLog needs a MendLogProvider above it.');
  return log;
}
