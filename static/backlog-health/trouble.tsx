import { detailOf, failureTitle, Wait, waitOf } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import type { MessageId } from '../ui/locale';
import { useWords, type Words } from '../ui/words';

import type { HealthView } from './health-view';

interface Told {
  readonly id: MessageId;
  readonly failure: ScreenFailure;
}

/** What did not work while an answer is in view, the gravest alone: two lines about one lost connection help nobody. */
function troubleOf({ failure, probeFailure, wordsFailure }: HealthView): Told | null {
  if (failure !== null) return { id: 'screen.refresh-failed', failure };
  if (wordsFailure !== null) return { id: 'screen.words-failed', failure: wordsFailure };
  if (probeFailure !== null) return { id: 'screen.probe-failed', failure: probeFailure };
  return null;
}

/** The same in one sentence; null where nothing failed. */
export function troubleWords(words: Words, view: HealthView): string | null {
  const trouble = troubleOf(view);
  return trouble && words.say(trouble.id, { reason: failureTitle(words, trouble.failure) });
}

/** Says in a line beside the answer what did not work, and when to try again. */
export function Trouble({ view }: { readonly view: HealthView }) {
  const words = useWords();
  const trouble = troubleOf(view);
  if (trouble === null) return null;
  const wait = waitOf(trouble.failure);
  const detail = detailOf(trouble.failure);
  return (
    <p className="screen__trouble">
      {troubleWords(words, view)}
      {detail !== null && (
        <>
          {' '}
          <bdi className="screen__detail">{detail}</bdi>
        </>
      )}
      {wait !== null && (
        <span role="timer">
          {' '}
          <Wait seconds={wait} />
        </span>
      )}
    </p>
  );
}
