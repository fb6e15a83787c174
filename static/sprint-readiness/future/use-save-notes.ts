import { useRef, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';
import { useActs } from '../acts/acts';
import { useDesk } from '../desk';
import type { Notes } from '../state/opened';

/** What people say of a sprint, as far as one form changes it. */
export type NotesPatch = Partial<Pick<Notes, 'people' | 'daysOff' | 'serves'>>;

/** The state of one form of notes. */
export interface SavingNotes {
  readonly isBusy: boolean;
  readonly failure: ScreenFailure | null;
  /** What somebody else saved meanwhile; null where nobody did. */
  readonly theirs: Notes | null;
  /** @param over What the viewer saw: what they leave out stays as it is there. */
  readonly save: (patch: NotesPatch, over: Notes, done: string) => Promise<boolean>;
  readonly forget: () => void;
}

/** Saves what people say of the sprint; then its plan is read anew, since the odds rest on it. */
export function useSaveNotes(): SavingNotes {
  const { bridge } = usePlatform();
  const { boardId, sprint, update, refresh } = useDesk();
  const { announce } = useActs();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [theirs, setTheirs] = useState<Notes | null>(null);
  const isUnderWay = useRef(false);

  const save: SavingNotes['save'] = async (patch, over, done) => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setIsBusy(true);
    setFailure(null);
    setTheirs(null);
    const { people, daysOff, serves, version } = { ...over, ...patch };
    const sent = await attempt(() =>
      bridge.call('save-sprint-notes', { boardId, sprintId: sprint.id, version, people, daysOff, serves }),
    );
    isUnderWay.current = false;
    setIsBusy(false);
    if (!sent.ok) {
      setFailure(sent.failure);
      return false;
    }
    const { result, notes } = sent.data;
    if (result === 'conflict') {
      setTheirs(notes);
      return false;
    }
    update((opened) => ({ ...opened, notes }));
    announce(done);
    refresh();
    return true;
  };
  const forget = () => {
    setFailure(null);
    setTheirs(null);
  };
  return { isBusy, failure, theirs, save, forget };
}
