import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { attempt } from '../../ui/failure';
import { useOnline } from '../../ui/use-answer';

import type { Acts, ActsBasis } from './acts';
import { openedOf } from './opened';
import { registerActs } from './register-acts';
import { nextState, UNOPENED, type RegisterState } from './register-state';
import { riskActs } from './risk-acts';

/** Older than this, the register is read anew when the viewer comes back to it. */
const FRESH_FOR = 60_000;

/** The register of the macro, read when the screen opens, and everything that can be done with it. */
export function useRegister(): { readonly state: RegisterState; readonly acts: Acts } {
  const { bridge } = usePlatform();
  const [state, dispatch] = useReducer(nextState, UNOPENED);
  const readAt = useRef(0);
  const round = useRef(0);

  const read = useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    dispatch({ type: 'asked' });
    const result = await attempt(() => bridge.call('open-register', {}));
    // A later reading knows more.
    if (mine !== round.current) return null;
    readAt.current = Date.now();
    if (!result.ok) {
      dispatch({ type: 'failed', failure: result.failure });
      return null;
    }
    const opened = openedOf(result.data);
    dispatch({ type: 'opened', opened });
    return opened;
  }, [bridge]);

  useEffect(() => {
    void read();
    const lookAgain = () => {
      if (!document.hidden && Date.now() - readAt.current > FRESH_FOR) void read();
    };
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      round.current += 1;
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [read]);

  const acts = useMemo((): Acts => {
    const listeners = new Set<() => void>();
    const written = () => {
      for (const listener of listeners) listener();
    };
    const basis: ActsBasis = { bridge, dispatch, read, written };
    return {
      read,
      ...riskActs(basis),
      ...registerActs(basis),
      adopt: async (how) => {
        const result = await attempt(() => bridge.call('adopt-register', { how }));
        if (!result.ok) return result.failure;
        round.current += 1;
        dispatch({ type: 'opened', opened: openedOf(result.data) });
        return null;
      },
      onWritten: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    };
  }, [bridge, read]);

  const readOnceOnline = useCallback(() => {
    void read();
  }, [read]);
  useOnline(state.failure?.code === 'offline', readOnceOnline);
  return { state, acts };
}
