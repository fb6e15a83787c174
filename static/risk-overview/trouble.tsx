import type { MouseEvent } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../ui/bridge-context';
import { Wait, waitOf } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import type { MessageId } from '../ui/locale';
import { Notice } from '../ui/notice';
import type { Words } from '../ui/words';

import { scopeOf, useOverviewWords } from './words';

interface Wording {
  readonly title: MessageId;
  readonly body: MessageId;
  readonly canRetry: boolean;
}

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
  const wait = waitOf(failure);
  const reference = 'reference' in failure ? failure.reference : undefined;
  // The button goes with the notice, so what takes its place gets the focus.
  const retry = (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest('main')?.focus();
    onRetry?.();
  };
  return (
    <Notice title={say(title, { scope })} tone="problem">
      <p className="notice__text">{say(body, { scope })}</p>
      {reference !== undefined && (
        <p className="notice__text notice__reference">{say('failure.reference', { reference })}</p>
      )}
      {canRetry && onRetry !== undefined && (
        <>
          {wait !== null && (
            <p className="notice__text" role="timer">
              <Wait seconds={wait} />
            </p>
          )}
          <div className="notice__actions">
            <Button appearance="primary" onClick={retry}>
              {say('failure.retry')}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}
