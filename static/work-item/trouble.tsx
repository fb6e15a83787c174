import Button from '@atlaskit/button/new';

import { failureTitle, Wait, waitOf } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { useWords } from '../ui/words';

/** Ways to fail that asking again does not change. */
const FINAL: ReadonlySet<ScreenFailure['code']> = new Set(['no-access', 'bad-request', 'broken-screen']);

/** What happened, in as many words as the narrow column has room for. */
export function Trouble({
  failure,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  readonly onRetry?: () => void;
}) {
  const words = useWords();
  const wait = waitOf(failure);
  return (
    <div className="item__trouble" role="alert">
      <p className="item__text">
        {failureTitle(words, failure)}
        {wait !== null && (
          <>
            {' '}
            <Wait seconds={wait} />
          </>
        )}
      </p>
      {onRetry !== undefined && !FINAL.has(failure.code) && (
        <Button
          spacing="compact"
          onClick={(event) => {
            event.currentTarget.closest('main')?.focus();
            onRetry();
          }}
        >
          {words.say('failure.retry')}
        </Button>
      )}
    </div>
  );
}
