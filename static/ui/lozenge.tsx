import type { ReactNode } from 'react';

import './lozenge.css';

export type Tone = 'danger' | 'warning' | 'success' | 'information' | 'neutral';

/**
 * A word or two on a coloured ground, in the measures and tokens of Atlassian's own lozenge, whose package brings
 * 26 KB of pop-ups and motion with it.
 */
export function Lozenge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`lozenge lozenge--${tone}`}>{children}</span>;
}
