import { useEffect, useId, useRef, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from '../ui/announcer';
import { usePlatform } from '../ui/bridge-context';
import { useWords } from '../ui/words';

/** What every state of the screen has: the title, what can be done, and a place for what is read aloud. */
export function Frame({
  subject,
  spoken,
  actions,
  takesFocus = false,
  children,
}: {
  /** The board, once it is known. */
  readonly subject?: string | undefined;
  /** Read aloud when it changes. */
  readonly spoken: string;
  readonly actions?: ReactNode;
  /** Whether it follows on something that the viewer chose and that is gone, so that the focus has no place. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const { bridge, context } = usePlatform();
  const title = say('screen.title');
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
