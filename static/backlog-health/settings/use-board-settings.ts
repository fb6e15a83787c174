import { useCallback, useEffect, useRef, useState } from 'react';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type Result, type ScreenFailure } from '../../ui/failure';

import { differencesOf, withChange } from './differences';

/** What is being edited, and what it goes back to. */
interface Editing {
  /** As they were last read. */
  readonly answer: BoardSettingsAnswer;
  readonly draft: BoardSettings;
  /** Grows when the draft is replaced as a whole, so that its fields are filled anew. */
  readonly round: number;
  /** The settings before somebody else changed them under the viewer's hands; null when nobody did. */
  readonly overtaken: BoardSettings | null;
}

interface BoardSettingsDraft {
  readonly editing: Editing | null;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Why they could not be read or saved; null while nothing went wrong. */
  readonly failure: ScreenFailure | null;
  readonly load: () => void;
  readonly edit: (draft: BoardSettings) => void;
  /** Puts a change made elsewhere on top of the draft. */
  readonly apply: (change: { readonly from: BoardSettings; readonly to: BoardSettings }) => void;
  /** Gives up the viewer's edits for what is saved. */
  readonly loadTheirs: () => void;
  readonly save: () => Promise<void>;
}

/** Reads the settings of a board, keeps what the viewer makes of them, and saves that. */
export function useBoardSettings(boardId: number, onSaved: () => void): BoardSettingsDraft {
  const { bridge } = usePlatform();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isUnderWay = useRef(false);
  const [round, setRound] = useState(0);

  const read = useCallback(
    async (): Promise<Result<BoardSettingsAnswer>> =>
      await attempt(() => bridge.call('get-board-settings', { boardId })),
    [bridge, boardId],
  );

  useEffect(() => {
    let isWanted = true;
    void read().then((result) => {
      if (!isWanted) return;
      if (!result.ok) setFailure(result.failure);
      else setEditing({ answer: result.data, draft: result.data.settings, round: 0, overtaken: null });
    });
    return () => {
      isWanted = false;
    };
  }, [read, round]);

  const replace = (change: (last: Editing) => Partial<Editing>) => {
    setEditing((last) => last && { ...last, ...change(last), round: last.round + 1 });
  };

  /** Somebody else was faster: their settings become the ground, and the viewer's own edits go on top. */
  const rebase = async () => {
    const result = await read();
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    replace(({ answer, draft }) => ({
      answer: result.data,
      draft: withChange(result.data.settings, { from: answer.settings, to: draft }),
      overtaken: answer.settings,
    }));
  };

  const save = async () => {
    if (isUnderWay.current || editing === null) return;
    isUnderWay.current = true;
    setIsSaving(true);
    setFailure(null);
    const { draft, answer } = editing;
    const result = await attempt(() =>
      bridge.call('save-board-settings', { boardId, version: answer.version, settings: draft }),
    );
    if (!result.ok && result.failure.code === 'conflict') await rebase();
    else if (!result.ok) setFailure(result.failure);
    isUnderWay.current = false;
    setIsSaving(false);
    if (result.ok) onSaved();
  };

  return {
    editing,
    isChanged: editing !== null && differencesOf(editing.answer.settings, editing.draft).length > 0,
    isSaving,
    failure,
    load: () => {
      setFailure(null);
      setRound(round + 1);
    },
    edit: (draft) => {
      setEditing((last) => last && { ...last, draft });
    },
    apply: (change) => {
      replace(({ draft }) => ({ draft: withChange(draft, change) }));
    },
    loadTheirs: () => {
      replace(({ answer }) => ({ draft: answer.settings, overtaken: null }));
    },
    save,
  };
}
