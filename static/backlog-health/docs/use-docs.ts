import { useEffect, useState } from 'react';

import type { CheckDocs } from './doc';

/** `failed` lasts until the component goes: the next one tries again. */
export type LoadedDocs = CheckDocs | 'loading' | 'failed';

/** The texts of all checks, which are loaded when the first component asks for them. */
export function useDocs(): LoadedDocs {
  const [docs, setDocs] = useState<LoadedDocs>('loading');
  useEffect(() => {
    let isWanted = true;
    const set = (loaded: LoadedDocs) => {
      if (isWanted) setDocs(loaded);
    };
    import('virtual:check-docs').then(
      (module) => {
        set(module.default);
      },
      () => {
        set('failed');
      },
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return docs;
}
