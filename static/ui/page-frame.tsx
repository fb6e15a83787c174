import { useEffect, useId, useRef, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from './announcer';
import { usePlatform } from './bridge-context';
import { useWords } from './words';
import './ui.css';
import './page-frame.css';

export interface PageFrameProps {
  readonly title: string;
  /** What it is about, such as the board, once it is known. */
  readonly subject?: string | undefined;
  /** Read aloud when it changes. */
  readonly spoken: string;
  readonly actions?: ReactNode;
  /** Whether it follows on something that the viewer chose and that is gone, so that the focus has no place. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** What every state of a screen has that stands in a dialog or on a page of its own: a title, what can be done, and the way out. */
export function PageFrame({ title, subject, spoken, actions, takesFocus = false, children }: PageFrameProps) {
  const { say } = useWords();
  const { bridge, context } = usePlatform();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const heading = useId();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) main.current?.focus();
  }, [takesFocus]);
  return (
    // Named, since the page around the frame has a main part of its own.
    <main ref={main} className={`screen screen--${context.surface}`} aria-labelledby={heading} tabIndex={-1}>
      <Announcer text={spoken} />
      <div className="screen__head">
        <h1 id={heading} className="screen__title">
          {title}
        </h1>
        {subject !== undefined && <p className="screen__subject">{subject}</p>}
        <div className="screen__actions">
          {actions}
          {context.surface === 'dialog' && (
            <Button
              onClick={() => {
                void bridge.close();
              }}
            >
              {say('screen.close')}
            </Button>
          )}
        </div>
      </div>
      {children}
    </main>
  );
}
