import type { ScreenFailure } from '../ui/failure';

import type { Health } from './health';
import { mergeWords } from './words-of-health';

import type { BacklogWords } from '#src/contract/get-backlog-health';

/** How far the check of an answer that was kept has come. */
export type CheckState = 'none' | 'running' | 'unchanged' | 'failed';

/** What the screen knows about a board's health, for as long as it is open. */
export interface HealthView {
  readonly health: Health | null;
  /** The answer as it was last read, without the changes made here since: those are read aloud by themselves. */
  readonly asRead: Health | null;
  /** When this browser got `health`, in milliseconds since 1970; 0 without it. */
  readonly receivedAt: number;
  /** Whether a whole answer is on its way. */
  readonly isAsking: boolean;
  readonly check: CheckState;
  /** When the last check said that nothing changed, in milliseconds since 1970; 0 when none did. */
  readonly checkedAt: number;
  /** Whether summaries and names are still being read. */
  readonly areWordsComing: boolean;
  /** Why the latest whole answer did not come; null while asking and after a success. */
  readonly failure: ScreenFailure | null;
  /** Why changes could not be asked for. */
  readonly probeFailure: ScreenFailure | null;
  /** Why summaries and the order could not be read. */
  readonly wordsFailure: ScreenFailure | null;
}

export type HealthEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'asked' }
  | { readonly type: 'answered'; readonly health: Health; readonly at: number }
  | { readonly type: 'failed'; readonly failure: ScreenFailure }
  | { readonly type: 'checking' }
  | { readonly type: 'worded'; readonly words: BacklogWords }
  | { readonly type: 'named'; readonly words: BacklogWords }
  | { readonly type: 'words-failed'; readonly failure: ScreenFailure }
  | { readonly type: 'probe-failed'; readonly failure: ScreenFailure }
  | { readonly type: 'checked'; readonly isUnchanged: boolean; readonly at: number }
  | { readonly type: 'taken-in'; readonly health: Health; readonly at: number };

export const OPENED: HealthView = {
  health: null,
  asRead: null,
  receivedAt: 0,
  isAsking: true,
  check: 'none',
  checkedAt: 0,
  areWordsComing: false,
  failure: null,
  probeFailure: null,
  wordsFailure: null,
};

/** The answer with every word that is known by now. Words that came with it are the newer ones. */
function withKnownWords(health: Health, last: Health | null): Health {
  return last === null ? health : { ...health, words: mergeWords(last.words, health.words) };
}

/** Words that were read beside the answer: what the answer itself said of a change made here is newer. */
function withWords(view: HealthView, words: BacklogWords): HealthView {
  const { health } = view;
  return health === null ? view : { ...view, health: { ...health, words: mergeWords(words, health.words) } };
}

export function nextView(view: HealthView, event: HealthEvent): HealthView {
  switch (event.type) {
    case 'opened':
      return OPENED;
    case 'asked':
      return { ...view, isAsking: true, failure: null };
    case 'answered':
      return {
        ...OPENED,
        health: withKnownWords(event.health, view.health),
        asRead: event.health,
        receivedAt: event.at,
        isAsking: false,
      };
    case 'failed':
      return {
        ...view,
        isAsking: false,
        failure: event.failure,
        check: view.check === 'running' ? 'failed' : view.check,
        areWordsComing: false,
      };
    case 'checking':
      return { ...view, check: 'running', areWordsComing: true, probeFailure: null, wordsFailure: null };
    case 'worded':
      return { ...withWords(view, event.words), areWordsComing: false };
    case 'named':
      return withWords(view, event.words);
    case 'words-failed':
      return { ...view, areWordsComing: false, wordsFailure: event.failure };
    case 'probe-failed':
      return { ...view, probeFailure: event.failure };
    case 'checked':
      return {
        ...view,
        check: event.isUnchanged ? 'unchanged' : 'failed',
        checkedAt: event.isUnchanged ? event.at : view.checkedAt,
      };
    case 'taken-in':
      return { ...view, health: withKnownWords(event.health, view.health), receivedAt: event.at };
  }
}
