import type { MessageId } from '../../ui/locale';
import type { Values, Words } from '../../ui/words';
import type { Health } from '../health';

import { spanOf } from '../../ui/span';
import { verdictOf, type Verdict } from './verdict';

const NOTHING_READY = {
  backlog: 'verdict.nothing-ready',
  top: 'verdict.nothing-ready-so-far',
  read: 'verdict.nothing-ready-read',
} as const satisfies Record<Extract<Verdict, { kind: 'nothing-ready' }>['of'], MessageId>;

/** The sentence of a verdict. Where it has a figure that decides it, the message sets that off with a `mark` tag. */
export function verdictSentence(
  words: Words,
  health: Health,
): { readonly id: MessageId; readonly values: Values } {
  const verdict = verdictOf(health);
  const { period } = health.history;
  const inSpan = (sprints: number) => ({ period, span: spanOf(words, period, sprints) });
  switch (verdict.kind) {
    case 'nothing-ready':
      return { id: NOTHING_READY[verdict.of], values: {} };
    case 'short':
      return {
        id: verdict.isLowerBound ? 'verdict.short-at-least' : 'verdict.short',
        values: inSpan(verdict.sprints),
      };
    case 'whole-backlog-ready':
      return { id: 'verdict.whole-backlog-ready', values: inSpan(verdict.sprints) };
    case 'ahead':
      return {
        id: verdict.isLowerBound ? 'verdict.ahead-at-least' : 'verdict.ahead',
        values: inSpan(verdict.sprints),
      };
    case 'overstocked':
      return { id: 'verdict.overstocked', values: { period } };
    case 'too-little-history':
      return {
        id: 'verdict.too-little-history',
        values: { have: verdict.have, required: verdict.required, period },
      };
    case 'nothing-delivered':
      return { id: 'verdict.nothing-delivered', values: { count: verdict.count, period } };
    case 'history-missing':
      return { id: 'verdict.history-missing', values: { period } };
  }
}

/** The verdict as plain text, for what is read aloud. */
export function spokenVerdict(words: Words, health: Health): string {
  if (health.issues.length === 0) return words.say('empty.title');
  const { id, values } = verdictSentence(words, health);
  return words.say(id, { ...values, mark: (parts) => parts.join('') });
}
