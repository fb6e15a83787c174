import { lazy, Suspense } from 'react';

import { CrashGuard } from '../../ui/crash-guard';

import { useDesk } from '../desk';

// After the first paint: nobody waits for Jira to see their register.
const SuggestionsPart = lazy(async () => ({
  default: (await import('./suggestions-part')).SuggestionsPart,
}));

/** What the page's board in Jira suggests, for those who may add it. The register works without it. */
export function Suggestions() {
  const { readOnly } = useDesk();
  if (readOnly !== null) return null;
  return (
    <CrashGuard fallback={null}>
      <Suspense fallback={null}>
        <SuggestionsPart />
      </Suspense>
    </CrashGuard>
  );
}
