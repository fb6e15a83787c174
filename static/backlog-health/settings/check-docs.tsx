import { useState } from 'react';

import { useWords } from '../../ui/words';
import { CheckText } from '../docs/check-text';
import { checkName } from '../../findings/findings';
import type { CheckId } from '../health';

/** What a check looks for, on request: its page loads when it is first opened. */
export function CheckDocs({ check }: { readonly check: CheckId }) {
  const words = useWords();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className="settings__docs"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpened(true);
      }}
    >
      <summary>
        {words.show('settings.what-it-finds', {
          check: checkName(words, check),
          hidden: (parts) => (
            <span key="hidden" className="for-readers">
              {parts}
            </span>
          ),
        })}
      </summary>
      {wasOpened && <CheckText check={check} />}
    </details>
  );
}
