import { useEffect, useId, type ReactNode } from 'react';

import { Announcer } from './announcer';

/** What every state of a screen has: its name, and a place for what is read aloud. `block` is the CSS class of the screen. */
export function TitledFrame({
  block,
  title,
  spoken,
  actions,
  children,
}: {
  readonly block: string;
  readonly title: string;
  /** Read aloud when it changes. */
  readonly spoken: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  const heading = useId();
  return (
    // Named, since the page around the frame has a main part of its own.
    <main className={block} aria-labelledby={heading} tabIndex={-1}>
      <Announcer text={spoken} />
      <div className={`${block}__head`}>
        <h1 id={heading} className={`${block}__title`}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </main>
  );
}
