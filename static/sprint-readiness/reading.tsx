import { detailOf, failureTitle, Wait, waitOf } from '../ui/failure-notice';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/words';

import type { SprintView } from './state/sprint-view';

const TICK = 10_000;

/** How old the answer in view is. */
export function Age({ view }: { readonly view: SprintView }) {
  const { say, ago } = useWords();
  const now = useNow(TICK);
  return (
    <span className="screen__as-of">
      {say('screen.as-of', { ago: ago(Math.max(0, now - view.receivedAt)) })}
    </span>
  );
}

/** What did not work while an answer is in view. */
export function Trouble({ view }: { readonly view: SprintView }) {
  const words = useWords();
  const { failure } = view;
  if (failure === null) return null;
  const [wait, detail] = [waitOf(failure), detailOf(failure)];
  return (
    <p className="screen__trouble">
      {words.say('screen.refresh-failed', { reason: failureTitle(words, failure) })}
      {detail !== null && <bdi> {detail}</bdi>}
      {wait !== null && (
        <span role="timer">
          {' '}
          <Wait seconds={wait} />
        </span>
      )}
    </p>
  );
}
