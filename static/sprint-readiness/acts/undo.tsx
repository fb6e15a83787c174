import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../../ui/bridge-context';
import type { ScreenFailure } from '../../ui/failure';
import '../../ui/undo.css';
import { useInSight } from '../../ui/use-in-sight';
import { useIsSlow } from '../../ui/use-is-slow';
import { useUndoKeys } from '../../ui/use-undo-keys';
import { useWords } from '../../ui/words';
import { refusalInWords } from '../parts/sprint-words';

import { useActs, type Change } from './acts';
import { changeInWords } from './change-words';

function Entry({ change, keys }: { readonly change: Change; readonly keys: string | undefined }) {
  const words = useWords();
  const { say } = words;
  const { isBusy, turnOver, announce } = useActs();
  const isSlow = useIsSlow(isBusy);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const id = useId();
  const { isUndone, what } = change;
  const notDone = (why: ScreenFailure) =>
    say(isUndone ? 'mend.not-redone' : 'mend.not-undone', { reason: refusalInWords(words, why) });
  const turn = async () => {
    setFailure(null);
    const why = await turnOver(change);
    setFailure(why);
    if (why !== null) announce(notDone(why));
  };
  return (
    <div className="undo__entry" data-change={change.id} aria-busy={isBusy}>
      <span id={id} className="undo__text">
        {changeInWords(words, what, isUndone)}
      </span>{' '}
      <Button
        spacing="compact"
        isLoading={isSlow}
        aria-describedby={failure === null ? id : `${id} ${id}-problem`}
        aria-keyshortcuts={keys}
        onClick={() => {
          void turn();
        }}
      >
        {say(isUndone ? 'mend.redo' : 'mend.undo')}
      </Button>
      {failure !== null && (
        <p id={`${id}-problem`} className="undo__failure">
          {notDone(failure)}
        </p>
      )}
    </div>
  );
}

/** The newest change with its undo, and the older ones on request. */
function Bar({ changes }: { readonly changes: readonly [Change, ...Change[]] }) {
  const { say } = useWords();
  const { dismiss } = useActs();
  const isOnPage = usePlatform().context.surface === 'page';
  const [isOpen, setIsOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const list = useId();
  const [newest, ...older] = changes;
  const next = {
    undo: changes.find(({ isUndone }) => !isUndone),
    redo: changes.findLast(({ isUndone }) => isUndone),
  };
  const keysOf = ({ id }: Change) =>
    [id === next.undo?.id && 'Control+Z Meta+Z', id === next.redo?.id && 'Control+Shift+Z Meta+Shift+Z']
      .filter(Boolean)
      .join(' ') || undefined;

  // What was moved leaves the lists, and the focus with it: it lands here, where the change can be taken back.
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) bar.current?.focus({ preventScroll: true });
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
              dismiss();
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

/** The last changes of this screen, each with a way to take it back; nothing until there is one. */
export function Undo() {
  const { changes, isDismissed } = useActs();
  const [newest, ...older] = changes;
  if (newest === undefined || isDismissed) return null;
  return <Bar changes={[newest, ...older]} />;
}
