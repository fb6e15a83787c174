import Button from '@atlaskit/button/new';

import { failureTitle, Wait, waitOf } from '../ui/failure-notice';
import { useWords } from '../ui/words';

import type { PastReading } from './state/sprint-view';

/** How far the reading of past sprints has come, and that it failed. What is in view stays in use meanwhile. */
export function PastProgress({
  past,
  onRetry,
}: {
  readonly past: PastReading;
  readonly onRetry: () => void;
}) {
  const words = useWords();
  const { say } = words;
  switch (past.state) {
    case 'idle':
      return null;
    case 'reading':
      return (
        <p className="sprint__quiet" role="status">
          {say('sprint.past.reading', { read: past.of - past.left, of: past.of })}
        </p>
      );
    case 'failed': {
      const wait = waitOf(past.failure);
      return (
        <p className="screen__trouble" role="status">
          {say('sprint.past.failed', { count: past.left, reason: failureTitle(words, past.failure) })}{' '}
          {wait !== null && <Wait seconds={wait} />}
          <Button spacing="compact" onClick={onRetry}>
            {say('failure.retry')}
          </Button>
        </p>
      );
    }
  }
}
