import { useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useLog, type Entry } from './change-log';
import { Docked } from './dock';
import { useRiskWords } from './words/risk-words';

import './log-bar.css';

/** The last change, with its undo. */
export function LogBar() {
  const { say } = useRiskWords();
  const { entry, note, turn } = useLog();
  const [busy, setBusy] = useState<Entry | null>(null);
  const bar = useRef<HTMLElement>(null);
  if (entry === null) return null;
  const { text, tone, turn: act } = entry;
  return (
    <Docked>
      <section ref={bar} className={`log log--${tone}`} aria-label={say('risk.log.title')} tabIndex={-1}>
        <p className="log__text" title={text}>
          {text}
        </p>
        {act !== null && (
          <Button
            spacing="compact"
            isLoading={busy === entry}
            onClick={() => {
              setBusy(entry);
              void turn(act).finally(() => {
                setBusy(null);
              });
            }}
          >
            {say(tone === 'done' ? 'risk.log.undo' : 'risk.log.again')}
          </Button>
        )}
        <button
          type="button"
          className="log__dismiss"
          aria-label={say('risk.log.dismiss')}
          onClick={() => {
            bar.current?.closest('main')?.focus({ preventScroll: true });
            note(null);
          }}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </section>
    </Docked>
  );
}
