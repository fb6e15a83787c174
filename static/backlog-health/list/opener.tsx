import type { ReactNode } from 'react';

import type { CheckId } from '../health';

/** What is open below an issue: the text of a check, or what can be changed. */
export type Detail = CheckId | 'mend';

/** Opens and closes what stands below an issue. */
export function Opener({
  className,
  label,
  what,
  shown,
  detail,
  onToggle,
  children,
}: {
  readonly className: string;
  /** Has what is seen in it. */
  readonly label: string;
  readonly what: Detail;
  /** What is open now. */
  readonly shown: Detail | null;
  /** Id of the element that is opened. */
  readonly detail: string;
  readonly onToggle: (what: Detail, element: HTMLElement) => void;
  readonly children: ReactNode;
}) {
  const isOpen = shown === what;
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? detail : undefined}
      onClick={({ currentTarget }) => {
        onToggle(what, currentTarget);
      }}
    >
      {children}
    </button>
  );
}
