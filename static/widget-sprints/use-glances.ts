import { useCallback, useEffect, useReducer, useState } from 'react';

import type { BoardGlance } from '#src/contract/dashboard/calls';

import { usePlatform } from '../ui/bridge-context';
import { attempt, type Result, type ScreenFailure } from '../ui/failure';
import type { ChosenBoard } from '../widgets/config';

/** What the widget knows of one board. */
export interface BoardView extends ChosenBoard {
  /** null until the first answer. */
  readonly glance: BoardGlance | null;
  /** Why the latest answer did not come. */
  readonly failure: ScreenFailure | null;
  readonly isAsking: boolean;
}

type Event =
  | { readonly type: 'began'; readonly boards: readonly ChosenBoard[] }
  | { readonly type: 'asked'; readonly boardId: number }
  | { readonly type: 'answered'; readonly boardId: number; readonly result: Result<BoardGlance> };

function next(views: readonly BoardView[], event: Event): readonly BoardView[] {
  if (event.type === 'began') {
    return event.boards.map((board) => ({
      ...board,
      glance: views.find(({ id }) => id === board.id)?.glance ?? null,
      failure: null,
      isAsking: true,
    }));
  }
  return views.map((view) => {
    if (view.id !== event.boardId) return view;
    if (event.type === 'asked') return { ...view, isAsking: true, failure: null };
    const { result } = event;
    return result.ok
      ? { ...view, glance: result.data, failure: null, isAsking: !result.data.isFresh }
      : { ...view, failure: result.failure, isAsking: false };
  });
}

/**
 * The boards of the widget: each one's last answer at once, side by side; then those that are not fresh are looked at again, one
 * after the other, so that a dashboard that many have open does not ask for everything at the same time.
 */
export function useGlances(boards: readonly ChosenBoard[]) {
  const { bridge } = usePlatform();
  const [views, dispatch] = useReducer(next, []);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const tell = (event: Event) => {
      if (isWanted) dispatch(event);
    };
    const glance = async (boardId: number, isRefreshing: boolean) => {
      const result = await attempt(() => bridge.call('glance-at-board', { boardId, isRefreshing }));
      tell({ type: 'answered', boardId, result });
      return result;
    };
    const readAll = async () => {
      const first = await Promise.all(
        boards.map(async ({ id }) => ({ id, result: await glance(id, false) })),
      );
      for (const { id, result } of first) {
        // Whoever left does not go on paying.
        if (!isWanted) return;
        if (result.ok && !result.data.isFresh) await glance(id, true);
      }
    };
    dispatch({ type: 'began', boards });
    void readAll();
    return () => {
      isWanted = false;
    };
  }, [bridge, boards, round]);
  const again = useCallback(() => {
    setRound((last) => last + 1);
  }, []);
  return { views, again };
}
