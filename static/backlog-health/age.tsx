import { useNow } from '../ui/use-now';
import { useWords, type Words } from '../ui/words';

import type { HealthView } from './health-view';

const TICK = 10_000;

/** How old the answer is, in words. Where the clocks of Jira and the browser differ, the older of the two views counts. */
export function ageWords({ ago }: Words, view: HealthView, now: number): string {
  const readAt = Math.min(Date.parse(view.health?.asOf ?? ''), view.receivedAt);
  return ago(now - readAt);
}

function line(words: Words, view: HealthView, now: number): string {
  const { say, ago } = words;
  const age = ageWords(words, view, now);
  if (view.isAsking && view.check !== 'none') return say('screen.reading', { ago: age });
  switch (view.check) {
    case 'running':
      return say('screen.checking', { ago: age });
    case 'unchanged':
      return say('screen.checked', { ago: ago(now - view.checkedAt) });
    case 'failed':
      return say('screen.not-checked', { ago: age });
    case 'none':
      return say('screen.as-of', { ago: age });
  }
}

/** How old the answer in view is, and whether somebody looks for changes. */
export function Age({ view }: { readonly view: HealthView }) {
  const words = useWords();
  const now = useNow(TICK);
  return <span className="screen__as-of">{line(words, view, now)}</span>;
}
