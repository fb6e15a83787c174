import { useCallback, useEffect, useReducer, useState } from 'react';

import type { HighRisks } from '#src/contract/dashboard/calls';

import { usePlatform } from '../ui/bridge-context';
import { attempt, type Result, type ScreenFailure } from '../ui/failure';

/** What the widget knows of one space. */
export interface SpaceView {
  readonly id: string;
  /** null until it is answered. */
  readonly data: HighRisks | null;
  readonly failure: ScreenFailure | null;
}

type Event =
  | { readonly type: 'began'; readonly ids: readonly string[] }
  | { readonly type: 'answered'; readonly id: string; readonly result: Result<HighRisks> };

function next(views: readonly SpaceView[], event: Event): readonly SpaceView[] {
  if (event.type === 'began') {
    return event.ids.map((id) => ({
      id,
      data: views.find((view) => view.id === id)?.data ?? null,
      failure: null,
    }));
  }
  const { id, result } = event;
  return views.map((view) => {
    if (view.id !== id) return view;
    return result.ok ? { id, data: result.data, failure: null } : { ...view, failure: result.failure };
  });
}

/** The High risks of the widget's spaces, each space by itself, so that one that does not answer hides no other. */
export function useSpaces(ids: readonly string[]) {
  const { bridge } = usePlatform();
  const [views, dispatch] = useReducer(next, []);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    dispatch({ type: 'began', ids });
    for (const id of ids) {
      void attempt(() => bridge.call('list-high-risks', { spaceId: id })).then((result) => {
        if (isWanted) dispatch({ type: 'answered', id, result });
      });
    }
    return () => {
      isWanted = false;
    };
  }, [bridge, ids, round]);
  const again = useCallback(() => {
    setRound((last) => last + 1);
  }, []);
  return { views, again };
}
