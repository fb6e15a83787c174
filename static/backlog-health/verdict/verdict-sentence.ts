import type { MessageId } from '../../ui/locale';
import type { Values, Words } from '../../ui/words';
import type { Health } from '../health';

import { verdictOf } from './verdict';

/** The sentence of a verdict. Where it has a figure that decides it, the message sets that off with a `mark` tag. */
export function verdictSentence(
  { sprints }: Words,
  health: Health,
): { readonly id: MessageId; readonly values: Values } {
  const verdict = verdictOf(health);
  switch (verdict.kind) {
    case 'nothing-ready':
      return {
        id: verdict.isWholeBacklog ? 'verdict.nothing-ready' : 'verdict.nothing-ready-so-far',
        values: {},
      };
    case 'short':
    case 'whole-backlog-ready':
      return {
        id: verdict.kind === 'short' ? 'verdict.short' : 'verdict.whole-backlog-ready',
        values: { sprints: sprints(verdict.sprints), count: Math.floor(verdict.sprints * 10) / 10 },
      };
    case 'ahead':
      return {
        id: verdict.isLowerBound ? 'verdict.ahead-at-least' : 'verdict.ahead',
        values: { sprints: sprints(verdict.sprints) },
      };
    case 'overstocked':
      return { id: 'verdict.overstocked', values: {} };
    case 'too-little-history':
      return {
        id: 'verdict.too-little-history',
        values: { have: verdict.have, required: verdict.required },
      };
    case 'nothing-delivered':
      return { id: 'verdict.nothing-delivered', values: { sprints: verdict.sprints } };
    case 'no-sprints':
      return { id: 'verdict.no-sprints', values: { ready: verdict.ready } };
  }
}

/** The verdict as plain text, for what is read aloud. */
export function spokenVerdict(words: Words, health: Health): string {
  const { id, values } = verdictSentence(words, health);
  return words.say(id, { ...values, mark: (parts) => parts.join('') });
}
