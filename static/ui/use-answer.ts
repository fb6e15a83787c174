import { useCallback, useEffect, useReducer, useState } from 'react';

import type { Answer, Failure } from '#src/contract/outcome';

/** Why there is nothing to show: what the call answered, that no answer came, or that it could not be drawn. */
export type ScreenFailure = Failure | { readonly code: 'offline' | 'no-answer' | 'broken-screen' };

/** The state of one call, for as long as its screen is open. A refresh keeps the last answer in view. */
export interface Asked<Data> {
  readonly isAsking: boolean;
  readonly data: Data | null;
  /** When this browser got `data`, in milliseconds since 1970; 0 without data. */
  readonly receivedAt: number;
  /** What went wrong in the latest attempt; null while asking and after a success. */
  readonly failure: ScreenFailure | null;
}

type Event<Data> =
  | { readonly type: 'asked' }
  | { readonly type: 'answered'; readonly data: Data; readonly at: number }
  | { readonly type: 'failed'; readonly failure: ScreenFailure };

function next<Data>(state: Asked<Data>, event: Event<Data>): Asked<Data> {
  switch (event.type) {
    case 'asked':
      return { ...state, isAsking: true, failure: null };
    case 'answered':
      return { isAsking: false, data: event.data, receivedAt: event.at, failure: null };
    case 'failed':
      return { ...state, isAsking: false, failure: event.failure };
  }
}

async function attempt<Data>(ask: () => Promise<Answer<Data>>): Promise<Event<Data>> {
  try {
    const answer = await ask();
    return answer.ok
      ? { type: 'answered', data: answer.data, at: Date.now() }
      : { type: 'failed', failure: answer.error };
  } catch {
    return { type: 'failed', failure: { code: navigator.onLine ? 'no-answer' : 'offline' } };
  }
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
  const [asked, dispatch] = useReducer(next<Data>, {
    isAsking: true,
    data: null,
    receivedAt: 0,
    failure: null,
  });

  useEffect(() => {
    let isWanted = true;
    void attempt(ask).then((event) => {
      if (isWanted) dispatch(event);
    });
    return () => {
      isWanted = false;
    };
  }, [ask, round]);

  const askAgain = useCallback(() => {
    dispatch({ type: 'asked' });
    setRound((last) => last + 1);
  }, []);

  const isOffline = asked.failure?.code === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    window.addEventListener('online', askAgain);
    return () => {
      window.removeEventListener('online', askAgain);
    };
  }, [isOffline, askAgain]);

  return { asked, askAgain };
}
