import { useWords } from '../../ui/words';
import type { CheckId } from '../health';

import { DocText } from './doc-text';
import { useDocs } from './use-docs';

/** What a check looks for, why, how it decides, and when to ignore it: its page in docs/checks. */
export function CheckText({ check }: { readonly check: CheckId }) {
  const { locale, say } = useWords();
  const docs = useDocs(locale);
  if (docs === 'loading') return <p role="status">{say('why.loading')}</p>;
  const blocks = docs === 'failed' ? undefined : docs[check];
  if (blocks === undefined) return <p role="alert">{say('why.failed')}</p>;
  return (
    <div className="doc">
      <DocText blocks={blocks} />
    </div>
  );
}
