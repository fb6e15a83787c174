import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from './bridge-context';
import { useInSight } from './use-in-sight';
import { useIsSlow } from './use-is-slow';
import { useUndoKeys } from './use-undo-keys';
import { useWords } from './words';
import './undo.css';

/** One change that the viewer made, as the bar shows it. */
export interface Undoable {
  readonly id: number;
  /** What was done, or that it was taken back. */
  readonly text: string;
  readonly isUndone: boolean;
  /**
   * Takes the change back, or makes it again where it is undone. Answers why that did not work, in a sentence; null when it did, or
   * when nothing was sent. null where there is nothing to turn over.
   */
  readonly turn: (() => Promise<string | null>) | null;
}

function Entry({ change, keys }: { readonly change: Undoable; readonly keys: string | undefined }) {
  const { say } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // State is as old as the last drawing; two quick presses of Enter come before the next one.
  const isUnderWay = useRef(false);
  const isSlow = useIsSlow(isBusy);
  const id = useId();
  const { text, isUndone, turn } = change;
  const turnOver = async (act: NonNullable<Undoable['turn']>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsBusy(true);
    setProblem(null);
    setProblem(await act());
    isUnderWay.current = false;
    setIsBusy(false);
  };
  return (
    <div className="undo__entry" data-change={change.id} aria-busy={isBusy}>
      <span id={id} className="undo__text">
        {text}
      </span>{' '}
      {turn !== null && (
        <Button
          spacing="compact"
          isLoading={isSlow}
          aria-describedby={problem === null ? id : `${id} ${id}-problem`}
          aria-keyshortcuts={keys}
          onClick={() => {
            void turnOver(turn);
          }}
        >
          {say(isUndone ? 'mend.redo' : 'mend.undo')}
        </Button>
      )}
      {problem !== null && (
        <p id={`${id}-problem`} className="undo__failure">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The newest change with its undo, and the older ones on request. Control or Command and Z turn over the latest. */
export function UndoBar({
  changes,
  onDismiss,
}: {
  /** Newest first. */
  readonly changes: readonly [Undoable, ...Undoable[]];
  readonly onDismiss: () => void;
}) {
  const { say } = useWords();
  const isOnPage = usePlatform().context.surface === 'page';
  const [isOpen, setIsOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const list = useId();
  const [newest, ...older] = changes;
  const next = {
    undo: changes.find(({ isUndone, turn }) => !isUndone && turn !== null),
    redo: changes.findLast(({ isUndone, turn }) => isUndone && turn !== null),
  };
  const keysOf = ({ id }: Undoable) =>
    [id === next.undo?.id && 'Control+Z Meta+Z', id === next.redo?.id && 'Control+Shift+Z Meta+Shift+Z']
      .filter(Boolean)
      .join(' ') || undefined;

  // What was changed may leave its list, and the focus with it: it lands here, where the change can be taken back. Where it
  // stays, the bar must not cover it.
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) bar.current?.focus({ preventScroll: true });
    // jsdom does not scroll.
    else if ('scrollIntoView' in activeElement) activeElement.scrollIntoView({ block: 'nearest' });
  }, [newest.id, newest.isUndone]);

  useUndoKeys((turn) => {
    const change = next[turn];
    if (change === undefined) return;
    if (change.id !== newest.id) setIsOpen(true);
    bar.current?.querySelector<HTMLElement>(`[data-change="${change.id}"] button`)?.click();
  });
  useInSight(bar, isOnPage);

  return (
    <section
      ref={bar}
      className={isOnPage ? 'undo undo--page' : 'undo'}
      aria-label={say('mend.changes')}
      tabIndex={-1}
    >
      <div className="undo__head">
        <Entry key={newest.id} change={newest} keys={keysOf(newest)} />
        <div className="undo__actions">
          {older.length > 0 && (
            <Button
              appearance="subtle"
              spacing="compact"
              aria-expanded={isOpen}
              aria-controls={list}
              onClick={() => {
                setIsOpen(!isOpen);
              }}
            >
              {say('mend.older', { count: older.length })}
            </Button>
          )}
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              bar.current?.closest('main')?.focus({ preventScroll: true });
              onDismiss();
            }}
          >
            {say('mend.dismiss')}
          </Button>
        </div>
      </div>
      <ol id={list} className="undo__older" hidden={!isOpen || older.length === 0}>
        {older.map((change) => (
          <li key={change.id}>
            <Entry change={change} keys={keysOf(change)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
