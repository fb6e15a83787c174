import { useCallback, useEffect, useReducer, useState } from 'react';

import type { Answer } from '#src/contract/outcome';

import { attempt, type Result, type ScreenFailure } from './failure';

export type { ScreenFailure } from './failure';

/** The state of one call, for as long as its screen is open. A refresh keeps the last answer in view. */
export interface Asked<Data> {
  readonly isAsking: boolean;
  readonly data: Data | null;
  /** What went wrong in the latest attempt; null while asking and after a success. */
  readonly failure: ScreenFailure | null;
}

function next<Data>(state: Asked<Data>, event: Result<Data> | 'asked'): Asked<Data> {
  if (event === 'asked') return { ...state, isAsking: true, failure: null };
  return event.ok
    ? { isAsking: false, data: event.data, failure: null }
    : { ...state, isAsking: false, failure: event.failure };
}

/** Does `again` once the browser is back online, for as long as `isOffline`. */
export function useOnline(isOffline: boolean, again: () => void): void {
  useEffect(() => {
    if (!isOffline) return undefined;
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
    };
  }, [isOffline, again]);
}

/**
 * Asks once when its component appears, and again on `askAgain` and when the browser comes back online.
 *
 * @param ask Keep it the same between renders (`useCallback`): a new one is asked at once.
 */
export function useAnswer<Data>(ask: () => Promise<Answer<Data>>): {
  readonly asked: Asked<Data>;
  readonly askAgain: () => void;
} {
  const [round, setRound] = useState(0);
  const [asked, dispatch] = useReducer(next<Data>, { isAsking: true, data: null, failure: null });

  useEffect(() => {
    let isWanted = true;
    void attempt(ask).then((result) => {
      if (isWanted) dispatch(result);
    });
    return () => {
      isWanted = false;
    };
  }, [ask, round]);

  const askAgain = useCallback(() => {
    dispatch('asked');
    setRound((last) => last + 1);
  }, []);

  useOnline(asked.failure?.code === 'offline', askAgain);

  return { asked, askAgain };
}
