import { lazy, Suspense } from 'react';

import { useMendLog } from './mend-log';

const MendUndoBar = lazy(async () => ({ default: (await import('./undo-bar')).MendUndoBar }));

/**
 * The last changes of this screen, each with a way to take it back; nothing until there is one. It stands at the lower
 * edge of the screen. It needs a `MendLogProvider` above it.
 */
export function Undo() {
  const { changes, isDismissed } = useMendLog();
  if (changes.length === 0 || isDismissed) return null;
  return (
    <Suspense fallback={null}>
      <MendUndoBar />
    </Suspense>
  );
}
