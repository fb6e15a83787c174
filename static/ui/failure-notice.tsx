import type { MouseEvent } from 'react';

import Button from '@atlaskit/button/new';

import type { MessageId } from './locale';
import { Notice } from './notice';
import type { ScreenFailure } from './failure';
import { useCountdown } from './use-now';
import { useWords, type Words } from './words';

/** How a way to fail is put where it happens. */
export interface Wording {
  readonly title: MessageId;
  readonly body: MessageId;
  /** Whether asking again may help. */
  readonly canRetry: boolean;
}

const WORDINGS = {
  'bad-request': { title: 'failure.bad-request.title', body: 'failure.bad-request.body', canRetry: false },
  'no-access': { title: 'failure.no-access.title', body: 'failure.no-access.body', canRetry: false },
  'not-found': { title: 'failure.not-found.title', body: 'failure.not-found.body', canRetry: false },
  'rate-limited': { title: 'failure.rate-limited.title', body: 'failure.rate-limited.body', canRetry: true },
  unlicensed: { title: 'failure.unlicensed.title', body: 'failure.unlicensed.body', canRetry: false },
  'timed-out': { title: 'failure.timed-out.title', body: 'failure.timed-out.body', canRetry: true },
  'jira-unavailable': {
    title: 'failure.jira-unavailable.title',
    body: 'failure.jira-unavailable.body',
    canRetry: true,
  },
  'confluence-unavailable': {
    title: 'failure.confluence-unavailable.title',
    body: 'failure.confluence-unavailable.body',
    canRetry: true,
  },
  'unexpected-answer': {
    title: 'failure.unexpected-answer.title',
    body: 'failure.unexpected-answer.body',
    canRetry: true,
  },
  conflict: { title: 'failure.conflict.title', body: 'failure.conflict.body', canRetry: true },
  refused: { title: 'failure.refused.title', body: 'failure.refused.body', canRetry: false },
  internal: { title: 'failure.internal.title', body: 'failure.internal.body', canRetry: true },
  'broken-screen': {
    title: 'failure.broken-screen.title',
    body: 'failure.broken-screen.body',
    canRetry: false,
  },
  offline: { title: 'failure.offline.title', body: 'failure.offline.body', canRetry: true },
  'no-answer': { title: 'failure.no-answer.title', body: 'failure.no-answer.body', canRetry: true },
} satisfies Record<ScreenFailure['code'], Wording>;

/** What happened, in a few words. */
export function failureTitle({ say }: Words, failure: ScreenFailure): string {
  return say(WORDINGS[failure.code].title);
}

/** The button goes with the notice, so what takes its place gets the focus. */
function retrying(onRetry: () => void): (event: MouseEvent<HTMLElement>) => void {
  return (event) => {
    event.currentTarget.closest('main')?.focus();
    onRetry();
  };
}

/**
 * What else may help whoever looks into it: the call that answered in another shape than expected, or Jira's own words about
 * what it refused; null where there is nothing.
 */
export function detailOf(failure: ScreenFailure): string | null {
  if (failure.code === 'unexpected-answer') return failure.message;
  return (failure.code === 'refused' ? failure.detail : undefined) ?? null;
}

/** How long Jira asks to wait, counted down; null where it names no time. */
export function waitOf(failure: ScreenFailure): number | null {
  return ('retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined) ?? null;
}

/** Counts the seconds down until it is worth while to try again. */
export function Wait({ seconds }: { readonly seconds: number }) {
  const { say } = useWords();
  const left = useCountdown(seconds);
  return <>{left > 0 ? say('failure.wait', { seconds: left }) : say('failure.wait-over')}</>;
}

function RetryAfter({ seconds, onRetry }: { readonly seconds: number; readonly onRetry: () => void }) {
  const { say } = useWords();
  const left = useCountdown(seconds);
  return (
    <>
      <p className="notice__text" role="timer">
        {left > 0 ? say('failure.wait', { seconds: left }) : say('failure.wait-over')}
      </p>
      <div className="notice__actions">
        <Button appearance="primary" onClick={retrying(onRetry)} isDisabled={left > 0}>
          {say('failure.retry')}
        </Button>
      </div>
    </>
  );
}

/** What happened, what to do, and a way to try again where that may help, in the words of the screen where it happened. */
export function Failed({
  failure,
  title,
  body,
  canRetry,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  readonly title: string;
  readonly body: string;
  readonly canRetry: boolean;
  /** Absent where there is nothing to try again. */
  readonly onRetry?: (() => void) | undefined;
}) {
  const { say } = useWords();
  const wait = waitOf(failure);
  const detail = detailOf(failure);
  const reference = 'reference' in failure ? failure.reference : undefined;
  return (
    <Notice title={title} tone="problem">
      <p className="notice__text">{body}</p>
      {detail !== null && (
        <p className="notice__text notice__detail">
          <bdi>{detail}</bdi>
        </p>
      )}
      {reference !== undefined && (
        <p className="notice__text notice__reference">{say('failure.reference', { reference })}</p>
      )}
      {canRetry && onRetry !== undefined && wait !== null && <RetryAfter seconds={wait} onRetry={onRetry} />}
      {canRetry && onRetry !== undefined && wait === null && (
        <div className="notice__actions">
          <Button appearance="primary" onClick={retrying(onRetry)}>
            {say('failure.retry')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

/** Stands where the answer would be, where Jira is what was asked. */
export function FailureNotice({
  failure,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  /** Absent where there is nothing to try again. */
  readonly onRetry?: () => void;
}) {
  const { say } = useWords();
  const { title, body, canRetry } = WORDINGS[failure.code];
  return (
    <Failed failure={failure} title={say(title)} body={say(body)} canRetry={canRetry} onRetry={onRetry} />
  );
}
