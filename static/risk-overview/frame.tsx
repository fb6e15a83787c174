import { useEffect, useId, type ReactNode } from 'react';

import { Announcer } from '../ui/announcer';
import { usePlatform } from '../ui/bridge-context';

import { scopeOf, useOverviewWords } from './words';

/** What every state of the screen has: its name, and a place for what is read aloud. */
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
  const { say } = useOverviewWords();
  const { context } = usePlatform();
  const title = say('overview.title', { scope: scopeOf(context) });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const heading = useId();
  return (
    // Named, since the page around the frame has a main part of its own.
    <main className="overview" aria-labelledby={heading} tabIndex={-1}>
      <Announcer text={spoken} />
      <div className="overview__head">
        <h1 id={heading} className="overview__title">
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </main>
  );
}
