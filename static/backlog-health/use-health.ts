import { useCallback, useEffect, useReducer, useRef } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { useOnline } from '../ui/use-answer';

import type { Health } from './health';
import { nextView, OPENED, type HealthView } from './health-view';
import { startReading, type HealthReading } from './read-health';

const isOffline = ({ failure, probeFailure, wordsFailure }: HealthView): boolean =>
  [failure, probeFailure, wordsFailure].some((one) => one?.code === 'offline');

/** The health of a board's backlog, read as `startReading` says, for as long as its component is shown. */
export function useHealth(boardId: number): {
  readonly view: HealthView;
  /** The first answer once more, or the check of the one that was kept. */
  readonly tryAgain: () => void;
  readonly refresh: () => void;
  readonly takeIn: (health: Health) => void;
} {
  const { bridge } = usePlatform();
  const [view, dispatch] = useReducer(nextView, OPENED);
  const reading = useRef<HealthReading | null>(null);
  useEffect(() => {
    dispatch({ type: 'opened' });
    const started = startReading(bridge, boardId, dispatch);
    reading.current = started;
    return () => {
      started.stop();
    };
  }, [bridge, boardId]);

  const tryAgain = useCallback(() => {
    reading.current?.tryAgain();
  }, []);
  const refresh = useCallback(() => {
    reading.current?.refresh();
  }, []);
  const takeIn = useCallback((health: Health) => {
    reading.current?.takeIn(health);
  }, []);
  useOnline(isOffline(view), tryAgain);
  return { view, tryAgain, refresh, takeIn };
}
