import { createContext, useContext, useRef, useState, type ReactNode } from 'react';

import { Announcer } from '../../ui/announcer';
import { usePlatform } from '../../ui/bridge-context';
import type { ScreenFailure } from '../../ui/failure';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { SprintInView } from '../state/use-sprint';

import { changeInWords, stayedInWords } from './change-words';
import { sendGoal, type GoalSent } from './send-goal';
import { sendMoves, whyLeft, type MovesSent } from './send-moves';
import { isSame, sameFieldsOf, sendNotes, type NotesPatch, type NotesSent } from './send-notes';
import { settleGoal, settleMoves } from './settle';

import type { Move } from '../state/moves';
import type { Notes } from '../state/opened';

/** One change that the viewer made in this screen. */
export type What =
  | { readonly kind: 'goal'; readonly from: string; readonly to: string }
  | { readonly kind: 'moved'; readonly moves: readonly Move[] }
  | {
      readonly kind: 'notes';
      readonly about: 'availability' | 'serves';
      readonly from: NotesPatch;
      readonly to: NotesPatch;
    };

export interface Change {
  readonly id: number;
  readonly what: What;
  readonly isUndone: boolean;
  /** Why the issues of this change stayed when others of the same change were turned over; empty for every other change. */
  readonly stayed: MovesSent['left'];
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
  /** Saves what people say of the sprint; then its plan is read anew, since the odds rest on it. */
  readonly saveNotes: (
    about: 'availability' | 'serves',
    patch: NotesPatch,
    over: Notes,
  ) => Promise<NotesSent>;
  /** Takes a change back, or makes it again. null when that worked, for a part at least, or when nothing was sent. */
  readonly turnOver: (change: Change) => Promise<ScreenFailure | null>;
  readonly announce: (text: string) => void;
}

const ActsContext = createContext<Acts | null>(null);

/** Somebody else changed the same meanwhile. */
const OVERTAKEN = { code: 'conflict', message: 'It is another by now.' } as const;

/** Changes that can be taken back; older ones leave the list. */
const KEPT = 10;

const nextId = (changes: readonly Change[]) => 1 + Math.max(0, ...changes.map(({ id }) => id));

/** Makes the viewer's changes to a sprint, one at a time, and remembers them while it is in view. */
export function ActsProvider({
  moves,
  children,
}: Pick<SprintInView, 'moves'> & { readonly children: ReactNode }) {
  const { bridge } = usePlatform();
  const words = useWords();
  const { boardId, opened, sprint, update, refresh } = useDesk();
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
    setChanges((last) => [{ id: nextId(last), what, isUndone: false, stayed: [] }, ...last].slice(0, KEPT));
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
    if (sent === null) return { moved: [], left: [], failure: null };
    if (sent.moved.length > 0) record({ kind: 'moved', moves: sent.moved });
    return sent;
  };
  const putNotes = async (patch: NotesPatch, over: Notes) => {
    const sent = await sendNotes(place, patch, over);
    if (sent.result === 'saved') {
      const { notes } = sent;
      update((last) => ({ ...last, notes }));
      refresh();
    }
    return sent;
  };
  const saveNotes: Acts['saveNotes'] = async (about, patch, over) => {
    const sent = await alone(async () => await putNotes(patch, over));
    if (sent?.result !== 'saved') return sent ?? { result: 'busy' };
    const [from, to] = [sameFieldsOf(patch, over), sameFieldsOf(patch, sent.notes)];
    if (!isSame(from, to)) record({ kind: 'notes', about, from, to });
    return sent;
  };
  const flip = (id: number, what: What, isUndone: boolean) => {
    setChanges((last) => last.map((one) => (one.id === id ? { ...one, what, isUndone, stayed: [] } : one)));
    announce(changeInWords(words, what, isUndone));
    return null;
  };
  const turnMoves = async ({ id, isUndone }: Change, wanted: readonly Move[]) => {
    const { moved, left, failure } = await goTo(wanted, isUndone);
    if (moved.length === 0) return failure ?? OVERTAKEN;
    flip(id, { kind: 'moved', moves: moved }, !isUndone);
    const rest = wanted.filter((move) => !moved.includes(move));
    if (rest.length === 0) return null;
    // What stayed is a change of its own from here on: it can be tried again by itself.
    const what: What = { kind: 'moved', moves: rest };
    const stayed = rest.map(({ issue: { key } }) => whyLeft(key, left));
    setChanges((last) => [{ id: nextId(last), what, isUndone, stayed }, ...last].slice(0, KEPT));
    setIsDismissed(false);
    announce(stayedInWords(words, stayed));
    return null;
  };
  const turnNotes = async ({ id, isUndone }: Change, what: What & { kind: 'notes' }) => {
    const [is, wanted] = isUndone ? [what.from, what.to] : [what.to, what.from];
    const { notes } = opened;
    if (notes === null || !isSame(sameFieldsOf(is, notes), is)) return OVERTAKEN;
    const sent = await putNotes(wanted, notes);
    if (sent.result === 'failed') return sent.failure;
    if (sent.result !== 'saved') return OVERTAKEN;
    return flip(id, what, !isUndone);
  };
  const turnGoal = async ({ id, isUndone }: Change, what: What & { kind: 'goal' }) => {
    const [was, goal] = isUndone ? [what.from, what.to] : [what.to, what.from];
    const sent = await sendGoal(place, was, goal);
    if (sent.result === 'failed') return sent.failure;
    if (sent.result !== 'changed') return OVERTAKEN;
    await settleGoal(update, sent.goal);
    return flip(id, what, !isUndone);
  };
  const turnOver: Acts['turnOver'] = async (change) =>
    await alone(async () => {
      const { what } = change;
      if (what.kind === 'moved') return await turnMoves(change, what.moves);
      return what.kind === 'notes' ? await turnNotes(change, what) : await turnGoal(change, what);
    });

  const dismiss = () => {
    setIsDismissed(true);
  };
  return (
    <ActsContext.Provider
      value={{ changes, isBusy, isDismissed, dismiss, setGoal, moveOut, saveNotes, turnOver, announce }}
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
