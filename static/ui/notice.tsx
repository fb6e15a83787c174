import type { ReactNode } from 'react';

import './notice.css';

/** Two blocks and a gap, or a dashed block: the drawing of the tape, standing for nothing to show or for a problem. */
function Drawing({ tone }: { readonly tone: 'empty' | 'problem' }) {
  return (
    <svg className="notice__drawing" width="120" height="40" viewBox="0 0 120 40" aria-hidden="true">
      <rect className="notice__block" x="1" y="6" width="36" height="28" rx="4" />
      <rect
        className={tone === 'problem' ? 'notice__gap notice__gap--problem' : 'notice__gap'}
        x="42"
        y="6"
        width="36"
        height="28"
        rx="4"
      />
      <rect className="notice__block" x="83" y="6" width="36" height="28" rx="4" />
    </svg>
  );
}

/** Fills a screen that has nothing else to show: a heading, what to do, and perhaps a button. */
export function Notice({
  title,
  tone,
  children,
}: {
  readonly title: string;
  readonly tone: 'empty' | 'problem';
  readonly children: ReactNode;
}) {
  return (
    <div className="notice">
      <Drawing tone={tone} />
      <h2 className="notice__title">{title}</h2>
      {children}
    </div>
  );
}
