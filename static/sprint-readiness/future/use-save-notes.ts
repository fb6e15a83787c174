import { useState } from 'react';

import type { ScreenFailure } from '../../ui/failure';
import { useActs } from '../acts/acts';
import type { NotesPatch } from '../acts/send-notes';
import { useDesk } from '../desk';
import type { Notes } from '../state/opened';

/** The state of one form of notes. */
export interface SavingNotes {
  readonly isBusy: boolean;
  readonly failure: ScreenFailure | null;
  /** What somebody else saved meanwhile; null where nobody did. */
  readonly theirs: Notes | null;
  /** @param over What the viewer saw: what they leave out stays as it is there. */
  readonly save: (patch: NotesPatch, over: Notes) => Promise<boolean>;
  /** Shows what somebody else saved, and saves nothing. */
  readonly takeTheirs: (theirs: Notes) => void;
  readonly forget: () => void;
}

/** Saves what one form says of the sprint. */
export function useSaveNotes(about: 'availability' | 'serves'): SavingNotes {
  const { update, refresh } = useDesk();
  const { saveNotes } = useActs();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [theirs, setTheirs] = useState<Notes | null>(null);

  const forget = () => {
    setFailure(null);
    setTheirs(null);
  };
  const save: SavingNotes['save'] = async (patch, over) => {
    setIsBusy(true);
    forget();
    const sent = await saveNotes(about, patch, over);
    setIsBusy(false);
    if (sent.result === 'failed') setFailure(sent.failure);
    if (sent.result === 'conflict') setTheirs(sent.notes);
    return sent.result === 'saved';
  };
  const takeTheirs: SavingNotes['takeTheirs'] = (notes) => {
    forget();
    update((opened) => ({ ...opened, notes }));
    refresh();
  };
  return { isBusy, failure, theirs, save, takeTheirs, forget };
}
