import { useCallback, useEffect, useReducer, useRef } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { useOnline } from '../../ui/use-answer';

import { withMoves, type Move } from './moves';
import type { Opened } from './opened';
import { startReading, type SprintReading } from './read-sprint';
import { nextView, opening, type SprintView } from './sprint-view';

/** Everything that a screen does with a sprint's reading. */
export interface SprintInView {
  readonly view: SprintView;
  readonly open: (sprintId: number | null) => void;
  /** Reads the sprint in view anew. */
  readonly refresh: () => void;
  readonly readPast: () => void;
  /** Changes the answer in view, as the viewer's own changes do. */
  readonly update: (change: (opened: Opened) => Opened) => void;
  /** The viewer's own moves: a reading that lags behind is fitted to them. */
  readonly moves: { current: readonly Move[] };
}

/** Moves are known only once the code that judges anew was loaded. */
async function fitted(opened: Opened, moves: readonly Move[]): Promise<Opened> {
  if (moves.length === 0 || opened.view?.state !== 'future') return opened;
  const { replan } = await import('./replan');
  const view = withMoves(opened, opened.view, moves, { now: Date.now(), judge: replan });
  return { ...opened, view };
}

/** A sprint of a board, read for as long as its component is shown. */
export function useSprint(boardId: number, sprintId: number | null): SprintInView {
  const { bridge } = usePlatform();
  const [view, dispatch] = useReducer(nextView, sprintId, opening);
  const reading = useRef<SprintReading | null>(null);
  const moves = useRef<readonly Move[]>([]);
  useEffect(() => {
    const started = startReading(bridge, boardId, dispatch, (opened) => fitted(opened, moves.current));
    reading.current = started;
    started.open(sprintId);
    return () => {
      started.stop();
    };
  }, [bridge, boardId, sprintId]);

  const open = useCallback((id: number | null) => {
    moves.current = [];
    reading.current?.open(id);
  }, []);
  const inView = view.sprintId ?? view.opened?.sprint?.id ?? null;
  const refresh = useCallback(() => {
    reading.current?.open(inView);
  }, [inView]);
  const readPast = useCallback(() => {
    reading.current?.readPast();
  }, []);
  const update = useCallback((change: (opened: Opened) => Opened) => {
    dispatch({ type: 'changed', change });
  }, []);
  useOnline(view.failure?.code === 'offline', refresh);
  return { view, open, refresh, readPast, update, moves };
}
