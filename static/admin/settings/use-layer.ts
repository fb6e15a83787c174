import { useCallback, useEffect, useRef, useState } from 'react';

import type { LayerPlaceRequest, SettingLayerAnswer } from '#src/contract/setting-layers';
import {
  differencesBetween,
  withDifferences,
  type Layer,
  type LayerDifference,
} from '#src/domain/settings/layer';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';

/** What is being set in a place. */
export interface Editing {
  /** As it was last read. */
  readonly answer: SettingLayerAnswer;
  readonly draft: Layer;
  /** Grows when the draft is replaced as a whole, so that its fields are filled anew. */
  readonly round: number;
  /** What somebody else changed under the viewer's hands; empty when nobody did. */
  readonly overtaken: readonly LayerDifference[];
  /** What was set before the viewer's last saving; null when nothing was saved here yet. */
  readonly undo: Layer | null;
}

export interface LayerDraft {
  readonly editing: Editing | null;
  /** What saving would change. */
  readonly pending: readonly LayerDifference[];
  readonly isSaving: boolean;
  readonly failure: ScreenFailure | null;
  readonly load: () => void;
  readonly edit: (draft: Layer) => void;
  /** Puts another draft in place of the one that is edited. */
  readonly replace: (draft: Layer) => void;
  /** @returns whether it is saved. */
  readonly save: (layer?: Layer) => Promise<boolean>;
}

/** Reads what is set in a place, keeps what the viewer makes of it, and saves that. */
export function useLayer(place: LayerPlaceRequest): LayerDraft {
  const { bridge } = usePlatform();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [round, setRound] = useState(0);
  const isUnderWay = useRef(false);

  const read = useCallback(
    async () => await attempt(async () => await bridge.call('get-setting-layer', { place })),
    [bridge, place],
  );

  useEffect(() => {
    let isWanted = true;
    void read().then((result) => {
      if (!isWanted) return;
      if (!result.ok) setFailure(result.failure);
      else {
        setEditing({ answer: result.data, draft: result.data.layer, round: 0, overtaken: [], undo: null });
      }
    });
    return () => {
      isWanted = false;
    };
  }, [read, round]);

  /** Somebody else was faster: what they saved becomes the ground, and the viewer's own edits go on top. */
  const rebase = async ({ answer, draft }: Editing) => {
    const result = await read();
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    const own = differencesBetween(answer.layer, draft);
    setEditing((last) =>
      last === null
        ? null
        : {
            ...last,
            answer: result.data,
            draft: withDifferences(result.data.layer, own),
            round: last.round + 1,
            overtaken: differencesBetween(answer.layer, result.data.layer),
          },
    );
  };

  const save = async (layer?: Layer) => {
    if (isUnderWay.current || editing === null) return false;
    isUnderWay.current = true;
    setIsSaving(true);
    setFailure(null);
    const { answer, draft } = editing;
    const wanted = { ...(layer ?? draft) };
    const result = await attempt(
      async () => await bridge.call('save-setting-layer', { place, version: answer.version, layer: wanted }),
    );
    if (result.ok) {
      const undo = layer === undefined ? answer.layer : null;
      setEditing({
        answer: result.data,
        draft: result.data.layer,
        round: editing.round + 1,
        overtaken: [],
        undo,
      });
    } else if (result.failure.code === 'conflict') await rebase({ ...editing, draft: wanted });
    else setFailure(result.failure);
    isUnderWay.current = false;
    setIsSaving(false);
    return result.ok;
  };

  return {
    editing,
    pending: editing === null ? [] : differencesBetween(editing.answer.layer, editing.draft),
    isSaving,
    failure,
    load: () => {
      setFailure(null);
      setRound(round + 1);
    },
    edit: (draft) => {
      setEditing((last) => last && { ...last, draft });
    },
    replace: (draft) => {
      setEditing((last) => last && { ...last, draft, round: last.round + 1, overtaken: [] });
    },
    save,
  };
}
