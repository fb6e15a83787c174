import { useWords } from '../ui/words';

import type { Opened } from './state/opened';

/** What is good to know of the figures. */
export function PastRemarks({ opened: { past } }: { readonly opened: Opened }) {
  const { say } = useWords();
  return (
    <>
      {past.quality === 'approximate' && past.unread === 0 && (
        <p className="sprint__quiet">{say('sprint.past.approximate')}</p>
      )}
      {past.removedMayBeMissing && <p className="sprint__quiet">{say('sprint.past.removed-missing')}</p>}
      {past.unseen > 0 && (
        <p className="sprint__quiet">{say('sprint.past.unseen', { count: past.unseen })}</p>
      )}
    </>
  );
}
