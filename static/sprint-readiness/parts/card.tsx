import { useId, type ReactNode } from 'react';

import './card.css';

/** A part of the screen with a heading of its own. */
export function Card({
  title,
  beside,
  isWide = false,
  children,
}: {
  readonly title: string;
  /** Stands beside the heading. */
  readonly beside?: ReactNode;
  /** Over the whole width of the cards. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={isWide ? 'sprint-card sprint-card--wide' : 'sprint-card'} aria-labelledby={id}>
      <div className="sprint-card__head">
        <h3 id={id} className="sprint-card__title">
          {title}
        </h3>
        {beside}
      </div>
      {children}
    </section>
  );
}
