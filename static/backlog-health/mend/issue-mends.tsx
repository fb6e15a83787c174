import { lazy, Suspense } from 'react';

import type { HealthIssue } from '../health';

const MendForm = lazy(async () => ({ default: (await import('./mend-form')).MendForm }));

/**
 * What can be changed of one issue where it stands. Its forms load when the first of them is shown.
 * It needs a `MendLogProvider` above it.
 */
export function IssueMends({
  issue,
  onClose,
}: {
  readonly issue: HealthIssue;
  /** Escape asks for it; whoever opened the forms takes the focus back. */
  readonly onClose?: () => void;
}) {
  return (
    <Suspense fallback={<div className="mends mends--loading" aria-busy="true" />}>
      <MendForm issue={issue} {...(onClose === undefined ? {} : { onClose })} />
    </Suspense>
  );
}
