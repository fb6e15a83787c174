import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';
import { useInSight } from '../../ui/use-in-sight';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { spokenVerdict } from '../verdict/verdict-sentence';

import { useMendLog, type Change } from './mend-log';
import { changeInWords, failureInWords } from './mend-words';
import { usePriorities } from './priorities';
import { useIsSlow } from '../../ui/use-is-slow';
import { useUndoKeys } from '../../ui/use-undo-keys';
import '../../ui/undo.css';

function Entry({ change, keys }: { readonly change: Change; readonly keys?: string | undefined }) {
  const { bridge } = usePlatform();
  const { boardId, takeIn } = useDesk();
  const { turnOver, announce } = useMendLog();
  const { nameOf } = usePriorities();
  const words = useWords();
  const { say } = words;
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const isUnderWay = useRef(false);
  const isSlow = useIsSlow(isBusy);
  const id = useId();
  const { turn, isUndone } = change;
  const did = changeInWords(words, change, nameOf);
  const spokenOf = (undone: boolean) => (undone ? say('mend.undone', { change: did }) : did);
  const notDone = (error: ScreenFailure, mend: NonNullable<Change['turn']>) =>
    say(isUndone ? 'mend.not-redone' : 'mend.not-undone', {
      reason: failureInWords(words, error, mend, nameOf),
    });

  const send = async (mend: NonNullable<Change['turn']>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsBusy(true);
    setFailure(null);
    announce('');
    const { issueId } = change;
    const result = await attempt(() => bridge.call('mend-issue', { boardId, issueId, mend }));
    isUnderWay.current = false;
    setIsBusy(false);
    if (!result.ok) {
      setFailure(result.failure);
      announce(notDone(result.failure, mend));
      return;
    }
    const { health, undo } = result.data;
    takeIn(health);
    turnOver(change.id, undo);
    announce(`${spokenOf(!isUndone)} ${spokenVerdict(words, health)}`);
  };

  return (
    <div className="undo__entry" data-change={change.id} aria-busy={isBusy}>
      <span id={id} className="undo__text">
        {spokenOf(isUndone)}
      </span>{' '}
      {turn !== null && (
        <Button
          spacing="compact"
          isLoading={isSlow}
          aria-describedby={failure === null ? id : `${id} ${id}-problem`}
          aria-keyshortcuts={keys}
          onClick={() => {
            void send(turn);
          }}
        >
          {say(isUndone ? 'mend.redo' : 'mend.undo')}
        </Button>
      )}
      {failure !== null && turn !== null && (
        <p id={`${id}-problem`} className="undo__failure">
          {notDone(failure, turn)}
        </p>
      )}
    </div>
  );
}

/** The newest change with its undo, and the older ones on request. */
export function UndoBar() {
  const { say } = useWords();
  const { changes, dismiss } = useMendLog();
  const isOnPage = usePlatform().context.surface === 'page';
  const [isOpen, setIsOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const list = useId();
  const [newest, ...older] = changes;
  const newestId = newest?.id;
  const next = {
    undo: changes.find(({ isUndone, turn }) => !isUndone && turn !== null),
    redo: changes.findLast(({ isUndone, turn }) => isUndone && turn !== null),
  };
  const keysOf = ({ id }: Change) =>
    [id === next.undo?.id && 'Control+Z Meta+Z', id === next.redo?.id && 'Control+Shift+Z Meta+Shift+Z']
      .filter(Boolean)
      .join(' ') || undefined;

  // A mended issue may leave the list, and the focus with it: it lands here, where the change can be taken back. Where it
  // stays, the bar must not cover it.
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) bar.current?.focus({ preventScroll: true });
    // jsdom does not scroll.
    else if ('scrollIntoView' in activeElement) activeElement.scrollIntoView({ block: 'nearest' });
  }, [newestId]);

  useUndoKeys((turn) => {
    const change = next[turn];
    if (change === undefined) return;
    if (change.id !== newestId) setIsOpen(true);
    bar.current?.querySelector<HTMLElement>(`[data-change="${change.id}"] button`)?.click();
  });

  useInSight(bar, isOnPage);

  if (newest === undefined) return null;
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
