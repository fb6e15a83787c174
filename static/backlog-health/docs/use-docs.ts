import { useEffect, useState } from 'react';

import type { CheckDocs } from './doc';

/** `failed` lasts until the component goes: the next one tries again. */
export type LoadedDocs = CheckDocs | 'loading' | 'failed';

/** The pages in the language of the locale, and in English where there are none. */
const load = async (locale: string): Promise<{ readonly default: CheckDocs }> =>
  new Intl.Locale(locale).language === 'de'
    ? await import('virtual:check-docs/de')
    : await import('virtual:check-docs');

/** The texts of all checks, which are loaded when the first component asks for them. */
export function useDocs(locale: string): LoadedDocs {
  const [docs, setDocs] = useState<LoadedDocs>('loading');
  useEffect(() => {
    let isWanted = true;
    const set = (loaded: LoadedDocs) => {
      if (isWanted) setDocs(loaded);
    };
    load(locale).then(
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
  }, [locale]);
  return docs;
}
