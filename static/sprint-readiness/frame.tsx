import type { ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../ui/bridge-context';
import { TitledFrame } from '../ui/titled-frame';
import '../ui/ui.css';
import { useWords } from '../ui/words';

import './screen.css';

/** What every state of the screen has: its title, what can be done, and a way out of the dialog. */
export function Frame({
  spoken,
  actions,
  children,
}: {
  /** Read aloud when it changes. */
  readonly spoken: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const { bridge, context } = usePlatform();
  return (
    <TitledFrame
      block="sprint"
      modifier={context.surface}
      title={say('sprint.title')}
      spoken={spoken}
      actions={
        <div className="sprint__actions">
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
      }
    >
      {children}
    </TitledFrame>
  );
}
