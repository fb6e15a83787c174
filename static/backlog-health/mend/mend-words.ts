import type { Mend } from '#src/contract/mend-issue';
import type { Failure } from '#src/contract/outcome';

import type { ScreenFailure } from '../../ui/failure';
import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';

import { writeDecimal } from './decimal';

type RefusalReason = NonNullable<Failure['reason']>;
type NameOf = (priorityId: string) => string;

/** What was done to which issue, as one sentence. */
export function changeInWords(
  { say, locale }: Words,
  { issueKey, mend }: { readonly issueKey: string; readonly mend: Mend },
  nameOf: NameOf,
): string {
  switch (mend.kind) {
    case 'estimate':
      return mend.to === null
        ? say('mend.did.estimate-removed', { key: issueKey })
        : say('mend.did.estimate', { key: issueKey, value: writeDecimal(mend.to, locale) });
    case 'priority':
      return mend.to === null
        ? say('mend.did.priority-removed', { key: issueKey })
        : say('mend.did.priority', { key: issueKey, value: nameOf(mend.to) });
    case 'insert-criteria':
      return say('mend.did.criteria', { key: issueKey });
    case 'remove-criteria':
      return say('mend.did.criteria-removed', { key: issueKey });
    case 'link-blocker':
      return say('mend.did.link', { key: issueKey, blocker: mend.blockerKey });
    case 'unlink-blocker':
      return say('mend.did.unlink', { key: issueKey, blocker: mend.blockerKey });
  }
}

const FAILURES = {
  'bad-request': 'mend.failure.bad-request',
  'no-access': 'mend.failure.no-access',
  'not-found': 'mend.failure.not-found',
  'rate-limited': 'mend.failure.rate-limited',
  unlicensed: 'mend.failure.unlicensed',
  'timed-out': 'mend.failure.timed-out',
  'jira-unavailable': 'mend.failure.jira-unavailable',
  // Mending an issue never asks Confluence: what cannot happen is worded as what is wrong with the app.
  'confluence-unavailable': 'mend.failure.internal',
  'unexpected-answer': 'mend.failure.timed-out',
  conflict: 'mend.failure.conflict',
  refused: 'mend.failure.refused',
  internal: 'mend.failure.internal',
  offline: 'mend.failure.offline',
  'no-answer': 'mend.failure.timed-out',
  'broken-screen': 'mend.failure.internal',
} as const satisfies Record<ScreenFailure['code'], MessageId>;

const REASONS = {
  'blocks-itself': 'mend.blocks-itself',
  'blocker-not-found': 'mend.failure.blocker-not-found',
  'issues-are-counted': 'mend.failure.issues-are-counted',
  'no-blocking-link-type': 'mend.failure.no-blocking-link-type',
} as const satisfies Record<RefusalReason, MessageId>;

/** A conflict that names the value there is now: a number for estimates, an id for priorities, null for none. */
export type Conflict = Extract<ScreenFailure, { readonly message: string }> & {
  readonly current: number | string | null;
};

export function isConflictOverValue(failure: ScreenFailure): failure is Conflict {
  return failure.code === 'conflict' && 'current' in failure && failure.current !== undefined;
}

/** The value of a field as it is named to people; an empty one has a name too. */
export function valueInWords(
  { say, locale }: Words,
  kind: Mend['kind'],
  value: number | string | null,
  nameOf: NameOf,
): string {
  if (value === null) return say('mend.nothing');
  if (typeof value === 'number') return writeDecimal(value, locale);
  return kind === 'priority' ? nameOf(value) : value;
}

/** Why nothing was changed. */
export function failureInWords(words: Words, failure: ScreenFailure, mend: Mend, nameOf: NameOf): string {
  const { say } = words;
  if (isConflictOverValue(failure)) {
    return say('mend.failure.conflict-value', {
      current: valueInWords(words, mend.kind, failure.current, nameOf),
    });
  }
  if ('reason' in failure && failure.reason !== undefined) {
    return say(REASONS[failure.reason], { blocker: 'blockerKey' in mend ? mend.blockerKey : '' });
  }
  if ('detail' in failure && failure.detail !== undefined) {
    return say('mend.failure.refused-because', { detail: failure.detail });
  }
  if ('reference' in failure && failure.reference !== undefined) {
    return say('mend.failure.internal-reference', { reference: failure.reference });
  }
  if ('retryAfterSeconds' in failure && failure.retryAfterSeconds !== undefined) {
    return `${say(FAILURES[failure.code])} ${say('failure.wait', { seconds: failure.retryAfterSeconds })}`;
  }
  return say(FAILURES[failure.code]);
}
