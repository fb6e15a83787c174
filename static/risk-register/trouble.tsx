import { Failed, type Wording } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { useWords, type Words } from '../ui/words';

const NO_ACCESS = {
  title: 'risk.failure.no-access',
  body: 'risk.failure.no-access-body',
  canRetry: false,
} as const;
const NO_ANSWER = {
  title: 'risk.failure.no-answer',
  body: 'risk.failure.no-answer-body',
  canRetry: true,
} as const;

/** What each way to fail means where a register is. */
const WORDINGS = {
  'bad-request': { title: 'failure.bad-request.title', body: 'failure.bad-request.body', canRetry: false },
  'no-access': NO_ACCESS,
  'not-found': NO_ACCESS,
  'rate-limited': { title: 'risk.failure.rate-limited', body: 'failure.rate-limited.body', canRetry: true },
  unlicensed: { title: 'failure.unlicensed.title', body: 'failure.unlicensed.body', canRetry: false },
  'timed-out': NO_ANSWER,
  'jira-unavailable': {
    title: 'failure.jira-unavailable.title',
    body: 'failure.jira-unavailable.body',
    canRetry: true,
  },
  'confluence-unavailable': NO_ANSWER,
  'unexpected-answer': {
    title: 'risk.failure.unexpected',
    body: 'failure.unexpected-answer.body',
    canRetry: true,
  },
  conflict: { title: 'failure.conflict.title', body: 'failure.conflict.body', canRetry: true },
  refused: { title: 'risk.failure.refused', body: 'failure.refused.body', canRetry: false },
  internal: { title: 'failure.internal.title', body: 'failure.internal.body', canRetry: true },
  'broken-screen': {
    title: 'failure.broken-screen.title',
    body: 'failure.broken-screen.body',
    canRetry: false,
  },
  offline: { title: 'failure.offline.title', body: 'failure.offline.body', canRetry: true },
  'no-answer': NO_ANSWER,
} satisfies Record<ScreenFailure['code'], Wording>;

/** A code that another version of the app may bring reads as no answer. */
function wordingOf({ code }: ScreenFailure): Wording {
  return (WORDINGS as Readonly<Record<string, Wording>>)[code] ?? NO_ANSWER;
}

/** What happened, in a few words. */
export function troubleTitle({ say }: Pick<Words, 'say'>, failure: ScreenFailure): string {
  return say(wordingOf(failure).title);
}

/** Stands where the register would be: what happened, what to do, and a way to try again where that may help. */
export function Trouble({
  failure,
  onRetry,
}: {
  readonly failure: ScreenFailure;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { say } = useWords();
  const { title, body, canRetry } = wordingOf(failure);
  return (
    <Failed failure={failure} title={say(title)} body={say(body)} canRetry={canRetry} onRetry={onRetry} />
  );
}
