import { usePlatform } from '../ui/bridge-context';
import { Failed, type Wording } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import type { Words } from '../ui/words';

import { scopeOf, useOverviewWords } from './words';

const NO_ACCESS = {
  title: 'overview.failure.no-access',
  body: 'overview.failure.no-access-body',
  canRetry: false,
} as const;
const NO_ANSWER = {
  title: 'overview.failure.no-answer',
  body: 'overview.failure.no-answer-body',
  canRetry: true,
} as const;
const BAD_REQUEST = {
  title: 'failure.bad-request.title',
  body: 'failure.bad-request.body',
  canRetry: true,
} as const;

/** What each way to fail means on a page over many registers; one that cannot happen there reads as no answer. */
const WORDINGS: Readonly<Partial<Record<ScreenFailure['code'], Wording>>> = {
  'bad-request': BAD_REQUEST,
  'no-access': NO_ACCESS,
  'not-found': NO_ACCESS,
  'rate-limited': {
    title: 'overview.failure.rate-limited',
    body: 'failure.rate-limited.body',
    canRetry: true,
  },
  'confluence-unavailable': NO_ANSWER,
  'unexpected-answer': {
    title: 'overview.failure.unexpected',
    body: 'failure.unexpected-answer.body',
    canRetry: true,
  },
  internal: { title: 'failure.internal.title', body: 'failure.internal.body', canRetry: true },
  'broken-screen': {
    title: 'failure.broken-screen.title',
    body: 'failure.broken-screen.body',
    canRetry: false,
  },
  offline: { title: 'failure.offline.title', body: 'failure.offline.body', canRetry: true },
};

const wordingOf = ({ code }: ScreenFailure): Wording => WORDINGS[code] ?? NO_ANSWER;

/** What happened, in a few words. */
export function troubleTitle(
  { say }: Pick<Words, 'say'>,
  failure: ScreenFailure,
  scope: ReturnType<typeof scopeOf>,
): string {
  return say(wordingOf(failure).title, { scope });
}

/** Stands where the picture would be: what happened, what to do, and a way to try again where that may help. */
export function Trouble({
  failure,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  readonly onRetry?: () => void;
}) {
  const { say } = useOverviewWords();
  const { context } = usePlatform();
  const scope = scopeOf(context);
  const { title, body, canRetry } = wordingOf(failure);
  return (
    <Failed
      failure={failure}
      title={say(title, { scope })}
      body={say(body, { scope })}
      canRetry={canRetry}
      onRetry={onRetry}
    />
  );
}
