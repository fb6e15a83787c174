import { useEffect, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../ui/bridge-context';
import type { Bridge } from '../ui/bridge';
import { attempt, type ScreenFailure } from '../ui/failure';
import { failureTitle, Wait, waitOf } from '../ui/failure-notice';
import { useWords, type Words } from '../ui/words';

import { useDesk } from './desk';

type Reading =
  | { readonly state: 'offered' }
  /** `left` is null until the first call told how many sprints are to come. */
  | { readonly state: 'reading'; readonly left: number | null }
  | { readonly state: 'failed'; readonly failure: ScreenFailure }
  | { readonly state: 'read' };

/** Reads closed sprints from their change logs, call after call, until none is left that can be read. */
async function readPast(bridge: Bridge, boardId: number, tell: (reading: Reading) => void): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  tell({ state: 'reading', left: null });
  for (;;) {
    const result = await attempt(() => bridge.call('read-sprint-past', { boardId }));
    if (!result.ok) {
      tell({ state: 'failed', failure: result.failure });
      return;
    }
    const { unread } = result.data;
    // A backend that reads nothing more must not be asked for ever.
    if (unread === 0 || unread >= left) {
      tell({ state: 'read' });
      return;
    }
    left = unread;
    tell({ state: 'reading', left });
  }
}

function lineOf(words: Words, reading: Reading, approximate: number): string {
  const { say } = words;
  switch (reading.state) {
    case 'offered':
      return say('screen.past-approximate', { count: approximate });
    case 'reading':
      return reading.left === null
        ? say('screen.past-reading')
        : say('screen.past-reading-left', { left: reading.left });
    case 'failed':
      return say('screen.past-failed', { reason: failureTitle(words, reading.failure) });
    case 'read':
      return approximate === 0
        ? say('screen.past-exact')
        : say('screen.past-not-yet', { count: approximate });
  }
}

/**
 * Says that past sprints are known approximately, and offers to read them exactly: that takes a moment, so it is asked for. The board is
 * read anew on the exact figures afterwards. Nothing while all figures are exact.
 */
export function ReadExactly() {
  const words = useWords();
  const { bridge } = usePlatform();
  const { boardId, health, refresh } = useDesk();
  const { approximate } = health.history;
  const [reading, setReading] = useState<Reading>({ state: 'offered' });
  const line = useRef<HTMLParagraphElement>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const read = () => {
    void readPast(bridge, boardId, (next) => {
      if (!isShown.current) return;
      if (next.state === 'read') {
        // The button goes, and must not take the focus with it.
        line.current?.focus();
        refresh();
      }
      setReading(next);
    });
  };

  const { state } = reading;
  if (state === 'offered' && approximate === 0) return null;
  const wait = state === 'failed' ? waitOf(reading.failure) : null;
  return (
    <p ref={line} className="quiet" role="status" tabIndex={-1}>
      {lineOf(words, reading, approximate)} {wait !== null && <Wait seconds={wait} />}
      {state !== 'read' && (
        <Button spacing="compact" isLoading={state === 'reading'} onClick={read}>
          {words.say(state === 'failed' ? 'failure.retry' : 'screen.past-read')}
        </Button>
      )}
    </p>
  );
}
