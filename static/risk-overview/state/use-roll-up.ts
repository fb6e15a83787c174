import { useCallback, useEffect, useReducer } from 'react';

import type { RollUpPage } from '#src/contract/risk/roll-up';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';
import { useOnline } from '../../ui/use-answer';

export type RegisterInSight = RollUpPage['registers'][number];

type Rows = ReadonlyMap<string, RegisterInSight>;

/** The registers as far as they are read. */
export interface RollUpState {
  /** By register id: those in view. */
  readonly rows: Rows;
  /** Whether `rows` once were all of them. A new reading then takes their place when it is whole, not before. */
  readonly isWhole: boolean;
  readonly isReading: boolean;
  /** Why the last reading ended early; null while it goes on and after it is whole. */
  readonly failure: ScreenFailure | null;
  /** The viewer's day; null before the first answer. */
  readonly today: string | null;
  /** What this reading has got so far, and where it goes on. */
  readonly reading: { readonly rows: Rows; readonly cursor: string | null };
  /** One more with every beginning. */
  readonly round: number;
}

type Event =
  | { readonly kind: 'page'; readonly page: RollUpPage }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure }
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'anew' };

const NOTHING_READ = { rows: new Map<string, never>(), cursor: null };

export const START: RollUpState = {
  rows: new Map(),
  isWhole: false,
  isReading: true,
  failure: null,
  today: null,
  reading: NOTHING_READ,
  round: 0,
};

/** The state after an event. */
export function afterEvent(state: RollUpState, event: Event): RollUpState {
  const { reading, round } = state;
  switch (event.kind) {
    case 'page': {
      const { registers, cursor, today } = event.page;
      // A register that somebody writes to during the reading may come twice: the later one counts.
      const rows = new Map([
        ...reading.rows,
        ...registers.map((row) => [row.summary.registerId, row] as const),
      ]);
      const isEnd = cursor === null;
      return {
        ...state,
        today,
        reading: isEnd ? NOTHING_READ : { rows, cursor },
        isReading: !isEnd,
        isWhole: state.isWhole || isEnd,
        rows: isEnd || !state.isWhole ? rows : state.rows,
      };
    }
    case 'failed':
      return { ...state, isReading: false, failure: event.failure };
    case 'goes-on':
      return { ...state, isReading: true, failure: null, round: round + 1 };
    case 'anew':
      return { ...state, isReading: true, failure: null, reading: NOTHING_READ, round: round + 1 };
  }
}

/**
 * Reads the registers of the space, or of the site, page by page, each as soon as the one before is there. What broke off goes
 * on where it was, by itself when the browser comes back online.
 */
export function useRollUp(): RollUpState & { readonly goOn: () => void; readonly readAnew: () => void } {
  const { bridge, context } = usePlatform();
  const [state, dispatch] = useReducer(afterEvent, START);
  const { isReading, reading, round, failure } = state;
  const { cursor } = reading;
  const spaceId = context.spaceId ?? null;

  useEffect(() => {
    if (!isReading) return undefined;
    let isWanted = true;
    void attempt(async () => await bridge.call('roll-up-registers', { spaceId, cursor })).then((result) => {
      if (!isWanted) return;
      dispatch(result.ok ? { kind: 'page', page: result.data } : { kind: 'failed', failure: result.failure });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, spaceId, isReading, cursor, round]);

  const readAnew = useCallback(() => {
    dispatch({ kind: 'anew' });
  }, []);
  // A cursor that is refused leads nowhere.
  const isCursorBad = failure?.code === 'bad-request';
  const goOn = useCallback(() => {
    dispatch({ kind: isCursorBad ? 'anew' : 'goes-on' });
  }, [isCursorBad]);
  useOnline(failure?.code === 'offline', goOn);

  return { ...state, goOn, readAnew };
}
