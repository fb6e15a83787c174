import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

import { Announcer } from '../ui/announcer';

import { useDesk } from './desk';
import { useNav } from './nav';
import { useLatest } from './parts/use-latest';
import type { Outcome, Wish } from './state/send-change';
import { eventWords } from './words/event-words';
import { notDoneWords } from './words/problem-words';
import { useRiskWords, type RiskWords } from './words/risk-words';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

/** Something that was done, or was not. */
export interface Entry {
  readonly text: string;
  readonly tone: 'done' | 'problem';
  /** Takes it back, or tries again; null where neither can be. */
  readonly turn: (() => Promise<void>) | null;
}

interface Log {
  readonly entry: Entry | null;
  readonly note: (entry: Entry | null) => void;
  readonly announce: (text: string) => void;
  /** Takes the last change back, or tries it again: what is written by that does not end the entry. */
  readonly turn: (act: () => Promise<void>) => Promise<void>;
}

const withoutDone = (entry: Entry | null) => (entry?.tone === 'done' ? null : entry);

const LogContext = createContext<Log | null>(null);

/** @throws Error outside of a `LogProvider`. */
export function useLog(): Log {
  const log = useContext(LogContext);
  if (log === null) throw new Error('useLog needs a LogProvider above it.');
  return log;
}

/**
 * Keeps the last change of the viewer, so that it can be taken back, and reads aloud what happens. An undo is for the last change
 * alone: whatever is written after it, from wherever, ends it, and so does going on to something else. What was not done stays.
 */
export function LogProvider({ children }: { readonly children: ReactNode }) {
  const { acts } = useDesk();
  const { view } = useNav();
  const [entry, note] = useState<Entry | null>(null);
  const [spoken, announce] = useState('');
  const isTurning = useRef(false);
  const turn = useCallback(async (act: () => Promise<void>) => {
    isTurning.current = true;
    try {
      await act();
    } finally {
      isTurning.current = false;
    }
  }, []);
  useEffect(
    () =>
      acts.onWritten(() => {
        if (!isTurning.current) note(withoutDone);
      }),
    [acts],
  );
  const [seen, setSeen] = useState(view.kind);
  if (seen !== view.kind) {
    setSeen(view.kind);
    if (view.kind !== 'register') note(withoutDone);
  }
  const log = useMemo(() => ({ entry, note, announce, turn }), [entry, turn]);
  return (
    <LogContext.Provider value={log}>
      <Announcer text={spoken} />
      {children}
    </LogContext.Provider>
  );
}

/** A change that was made. */
interface Done {
  readonly risk: Risk;
  readonly event: RiskEvent;
}

/** What an event did to a risk, in one breath: "R-4: Impact raised from Medium to High". */
export function doneWords(words: RiskWords, { risk, event }: Done): string {
  const { deed, changes } = eventWords(words, event);
  const what = changes.length > 0 ? words.list(changes) : deed;
  // A new risk has no place in the list yet, but a number.
  return words.say('risk.log.done', { risk: words.say('risk.key', { number: String(risk.number) }), what });
}

/** The wish that takes an event back, for a risk that nothing else happened to since. */
function undoOf(event: RiskEvent): Wish {
  if (event.kind === 'created' || event.kind === 'undeleted') return { kind: 'delete' };
  if (event.kind === 'deleted') return { kind: 'undelete' };
  return { kind: 'revert', toVersion: event.version - 1 };
}

/** Whether there is anything to take back: a review that changed nothing stays where it is. */
const canUndo = (event: RiskEvent): boolean => !('changes' in event) || event.changes.length > 0;

/** Changes risks, says what happened, and offers to take it back. */
export function useChange(): {
  /**
   * Carries out a wish. What went well is noted with its undo; two versions that meet are put before the viewer; anything else is
   * noted with a way to try again, unless `isQuiet`.
   */
  readonly change: (risk: Risk, wish: Wish, how?: { readonly isQuiet?: boolean }) => Promise<Outcome>;
  /** Notes changes that were made together, to be taken back together. */
  readonly noteAll: (
    text: string,
    done: readonly { readonly risk: Risk; readonly event: RiskEvent }[],
  ) => void;
} {
  const { acts } = useDesk();
  const { go } = useNav();
  const { note, announce } = useLog();
  const words = useRiskWords();
  const latest = useLatest(words);

  const noteAll = useCallback(
    (text: string, done: readonly { readonly risk: Risk; readonly event: RiskEvent }[]) => {
      const undoable = done.filter(({ event }) => canUndo(event));
      const undo = async () => {
        const outcomes: Outcome[] = [];
        for (const { risk, event } of undoable) outcomes.push(await acts.wish(risk, undoOf(event)));
        const problem = outcomes
          .map((each) => notDoneWords(latest.current, each))
          .find((each) => each !== null);
        const said =
          problem === undefined
            ? latest.current.say('risk.log.undone', { change: text })
            : latest.current.say('risk.log.not-undone', { reason: problem });
        note({ text: said, tone: problem === undefined ? 'done' : 'problem', turn: null });
        announce(said);
      };
      note({ text, tone: 'done', turn: undoable.length > 0 ? undo : null });
      announce(text);
    },
    [acts, note, announce, latest],
  );

  const change = useCallback(
    async (risk: Risk, wish: Wish, { isQuiet = false } = {}): Promise<Outcome> => {
      const run = async (mayBeQuiet: boolean): Promise<Outcome> => {
        const outcome = await acts.wish(risk, wish);
        if (outcome.kind === 'done') {
          noteAll(doneWords(latest.current, outcome), [outcome]);
        } else if (outcome.kind === 'clash' && outcome.clash.merge !== null) {
          go({ kind: 'clash', clash: outcome.clash });
        } else if (outcome.kind !== 'same' && !mayBeQuiet) {
          const text = latest.current.say('risk.log.not-done', {
            risk: latest.current.key(risk.id),
            reason: notDoneWords(latest.current, outcome) ?? '',
          });
          const again = async () => {
            await run(false);
          };
          note({ text, tone: 'problem', turn: outcome.kind === 'failed' ? again : null });
          announce(text);
        }
        return outcome;
      };
      return await run(isQuiet);
    },
    [acts, go, note, announce, noteAll, latest],
  );
  return useMemo(() => ({ change, noteAll }), [change, noteAll]);
}
