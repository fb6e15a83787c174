import { useCallback, useEffect, useState } from 'react';

import type { ListedBoard } from '#src/domain/first-run/rank-boards';
import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, failureOf, type ScreenFailure } from '../../ui/failure';
import { useOnline } from '../../ui/use-answer';

import { findBoards } from './find-boards';

/** How far the first look is. */
export type FirstRunway =
  | { readonly step: 'finding' }
  | { readonly step: 'no-boards' }
  | { readonly step: 'failed'; readonly failure: ScreenFailure; readonly board: ListedBoard | null }
  | { readonly step: 'reading'; readonly board: ListedBoard }
  | { readonly step: 'shown'; readonly board: ListedBoard; readonly health: BacklogHealth };

/** A board of the list may be one that the viewer may list and not read: the next ones are tried. */
const TRIES = 3;

const NOT_THIS_ONE: ReadonlySet<ScreenFailure['code']> = new Set(['no-access', 'not-found']);

/** Finds the boards and reads the first one's backlog; another one when the viewer chooses it. */
export function useFirstRunway() {
  const { bridge } = usePlatform();
  const [boards, setBoards] = useState<readonly ListedBoard[]>([]);
  const [state, setState] = useState<FirstRunway>({ step: 'finding' });
  const [wanted, setWanted] = useState<{ readonly board: ListedBoard | null; readonly round: number }>({
    board: null,
    round: 0,
  });

  useEffect(() => {
    let isWanted = true;
    const show = (next: FirstRunway) => {
      if (isWanted) setState(next);
    };
    const read = async (tried: readonly ListedBoard[]) => {
      for (const [index, board] of tried.entries()) {
        show({ step: 'reading', board });
        const result = await attempt(
          async () => await bridge.call('get-backlog-health', { boardId: board.id, mayBeKept: true }),
        );
        if (!isWanted) return;
        if (result.ok) {
          show({ step: 'shown', board, health: result.data });
          return;
        }
        if (index + 1 >= tried.length || !NOT_THIS_ONE.has(result.failure.code)) {
          show({ step: 'failed', failure: result.failure, board });
          return;
        }
      }
    };
    const start = async () => {
      if (wanted.board !== null) {
        await read([wanted.board]);
        return;
      }
      show({ step: 'finding' });
      try {
        const found = await findBoards(bridge);
        if (!isWanted) return;
        setBoards(found);
        if (found.length === 0) show({ step: 'no-boards' });
        else await read(found.slice(0, TRIES));
      } catch (error) {
        show({ step: 'failed', failure: failureOf(error), board: null });
      }
    };
    void start();
    return () => {
      isWanted = false;
    };
  }, [bridge, wanted]);

  const choose = useCallback((board: ListedBoard | null) => {
    setWanted((last) => ({ board, round: last.round + 1 }));
  }, []);
  const again = useCallback(() => {
    setWanted((last) => ({ ...last, round: last.round + 1 }));
  }, []);
  useOnline(state.step === 'failed' && state.failure.code === 'offline', again);

  return { boards, state, choose, again };
}
