import { useEffect, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from '../ui/announcer';
import { usePlatform } from '../ui/bridge-context';
import { useWords } from '../ui/words';

/** What every state of the screen has: the title, what can be done, and a place for what is read aloud. */
export function Frame({
  subject,
  spoken,
  actions,
  children,
}: {
  /** The board, once it is known. */
  readonly subject?: string | undefined;
  /** Read aloud when it changes. */
  readonly spoken: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const { bridge, context } = usePlatform();
  const title = say('screen.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="screen">
      <header className="screen__head">
        <h1 className="screen__title">{title}</h1>
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
      </header>
      <Announcer text={spoken} />
      <main>{children}</main>
    </div>
  );
}
