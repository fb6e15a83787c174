import { failureTitle, Wait, waitOf } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { useWords } from '../ui/words';

/** Ways to fail that asking again does not change. */
const FINAL: ReadonlySet<ScreenFailure['code']> = new Set(['no-access', 'not-found', 'bad-request']);

/** What happened, in one line, and a way to try again where that may help. */
export function Trouble({
  failure,
  title,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  /** Where the widget has words of its own for it. */
  readonly title?: string;
  readonly onRetry?: () => void;
}) {
  const words = useWords();
  const wait = waitOf(failure);
  return (
    <div className="widget__trouble" role="alert">
      <span>
        {title ?? failureTitle(words, failure)}
        {wait !== null && (
          <>
            {' '}
            <Wait seconds={wait} />
          </>
        )}
      </span>
      {onRetry !== undefined && !FINAL.has(failure.code) && (
        <button
          type="button"
          className="widget__button"
          onClick={(event) => {
            event.currentTarget.closest('main')?.focus();
            onRetry();
          }}
        >
          {words.say('failure.retry')}
        </button>
      )}
    </div>
  );
}
