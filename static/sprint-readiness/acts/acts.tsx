import { createContext, useContext, useRef, useState, type ReactNode } from 'react';

import { Announcer } from '../../ui/announcer';
import { usePlatform } from '../../ui/bridge-context';
import type { ScreenFailure } from '../../ui/failure';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { SprintInView } from '../state/use-sprint';

import { changeInWords } from './change-words';
import { sendGoal, type GoalSent } from './send-goal';
import { sendMoves, type MovesSent } from './send-moves';
import { settleGoal, settleMoves } from './settle';

import type { Move } from '../state/moves';

/** One change that the viewer made in this screen. */
export type What =
  | { readonly kind: 'goal'; readonly from: string; readonly to: string }
  | { readonly kind: 'moved'; readonly moves: readonly Move[] };

export interface Change {
  readonly id: number;
  readonly what: What;
  readonly isUndone: boolean;
}

interface Acts {
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly isBusy: boolean;
  readonly isDismissed: boolean;
  readonly dismiss: () => void;
  /** @param was What the viewer saw. */
  readonly setGoal: (was: string, goal: string) => Promise<GoalSent>;
  /** Takes issues out of the sprint, to the backlog. */
  readonly moveOut: (moves: readonly Move[]) => Promise<MovesSent>;
  /** Takes a change back, or makes it again. null when that worked, or when nothing was sent. */
  readonly turnOver: (change: Change) => Promise<ScreenFailure | null>;
  readonly announce: (text: string) => void;
}

const ActsContext = createContext<Acts | null>(null);

/** Somebody else changed the same meanwhile. */
const OVERTAKEN = { code: 'conflict', message: 'It is another by now.' } as const;

/** Changes that can be taken back; older ones leave the list. */
const KEPT = 10;

/** Makes the viewer's changes to a sprint, one at a time, and remembers them while it is in view. */
export function ActsProvider({
  moves,
  children,
}: Pick<SprintInView, 'moves'> & { readonly children: ReactNode }) {
  const { bridge } = usePlatform();
  const words = useWords();
  const { boardId, sprint, update, refresh } = useDesk();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [isDismissed, setIsDismissed] = useState(false);
  const [spoken, announce] = useState('');
  // State is as old as the last drawing; two quick presses of Enter come before the next one.
  const isUnderWay = useRef(false);
  const place = { bridge, boardId, sprintId: sprint.id };

  const alone = async <Sent,>(act: () => Promise<Sent>): Promise<Sent | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setIsBusy(true);
    announce('');
    try {
      return await act();
    } finally {
      isUnderWay.current = false;
      setIsBusy(false);
    }
  };
  const record = (what: What) => {
    setChanges((last) => [{ id: (last[0]?.id ?? 0) + 1, what, isUndone: false }, ...last].slice(0, KEPT));
    setIsDismissed(false);
    announce(changeInWords(words, what, false));
  };
  const goTo = async (moved: readonly Move[], isOut: boolean) => {
    const sent = await sendMoves(place, moved, isOut);
    await settleMoves({ moves, update }, sent.moved, isOut);
    if (sent.left.some(({ why }) => why !== 'refused')) refresh();
    return sent;
  };

  const setGoal: Acts['setGoal'] = async (was, goal) => {
    const sent = await alone(async () => await sendGoal(place, was, goal));
    if (sent?.result !== 'changed') return sent ?? { result: 'busy' };
    await settleGoal(update, sent.goal);
    record({ kind: 'goal', from: was, to: sent.goal });
    return sent;
  };
  const moveOut: Acts['moveOut'] = async (wanted) => {
    const sent = await alone(async () => await goTo(wanted, true));
    if (sent === null) return { moved: [], left: [], isRanked: true, failure: null };
    if (sent.moved.length > 0) record({ kind: 'moved', moves: sent.moved });
    return sent;
  };
  const turnOver: Acts['turnOver'] = async (change) => {
    const { what, isUndone } = change;
    const failure = await alone(async () => {
      if (what.kind === 'moved') {
        const sent = await goTo(what.moves, isUndone);
        return sent.moved.length > 0 ? null : (sent.failure ?? OVERTAKEN);
      }
      const [was, goal] = isUndone ? [what.from, what.to] : [what.to, what.from];
      const sent = await sendGoal(place, was, goal);
      if (sent.result === 'changed') await settleGoal(update, sent.goal);
      if (sent.result === 'failed') return sent.failure;
      return sent.result === 'conflict' ? OVERTAKEN : null;
    });
    if (failure !== null) return failure;
    setChanges((last) => last.map((one) => (one.id === change.id ? { ...one, isUndone: !isUndone } : one)));
    announce(changeInWords(words, what, !isUndone));
    return null;
  };

  const dismiss = () => {
    setIsDismissed(true);
  };
  return (
    <ActsContext.Provider
      value={{ changes, isBusy, isDismissed, dismiss, setGoal, moveOut, turnOver, announce }}
    >
      {children}
      <Announcer text={spoken} />
    </ActsContext.Provider>
  );
}

/** @throws Error outside of an `ActsProvider`. */
export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('useActs needs an ActsProvider above it.');
  return acts;
}
