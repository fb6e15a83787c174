import Button from '@atlaskit/button/new';

import type { Mend } from '#src/contract/mend-issue';

import { useWords } from '../../ui/words';

import { failureInWords, isConflictOverValue, valueInWords } from './mend-words';
import { usePriorities } from './priorities';
import type { Mending } from './use-mend';

type Value = number | string | null;

/** Why a change was not made, beside the field; where somebody else was faster, both ways on. */
export function MendFailure({
  id,
  mending,
  mend,
  onKeep,
  onOverwrite,
}: {
  /** For `aria-describedby` of the field. */
  readonly id: string;
  readonly mending: Mending;
  /** The change that failed. */
  readonly mend: Mend;
  /** Takes the value that is there now; absent where there is no value to choose. */
  readonly onKeep?: (current: Value) => void;
  readonly onOverwrite?: (current: Value) => void;
}) {
  const words = useWords();
  const { nameOf } = usePriorities();
  const { failure } = mending;
  if (failure === null) return null;
  return (
    <div id={id} className="mends__failure">
      <p className="mends__failure-text">{failureInWords(words, failure, mend, nameOf)}</p>
      {isConflictOverValue(failure) && onKeep !== undefined && onOverwrite !== undefined && (
        <div className="mends__buttons">
          <Button
            spacing="compact"
            onClick={() => {
              onKeep(failure.current);
            }}
          >
            {words.say('mend.keep', {
              current: valueInWords(words, mend.kind, failure.current, nameOf),
            })}
          </Button>
          <Button
            spacing="compact"
            onClick={() => {
              onOverwrite(failure.current);
            }}
          >
            {words.say('mend.overwrite', {
              mine: valueInWords(words, mend.kind, 'to' in mend ? mend.to : null, nameOf),
            })}
          </Button>
        </div>
      )}
    </div>
  );
}
