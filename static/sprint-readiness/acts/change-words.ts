import type { Words } from '../../ui/words';
import { refusalInWords } from '../parts/sprint-words';

import type { What } from './acts';
import type { MovesSent } from './send-moves';

function whatInWords({ say }: Words, what: What): string {
  switch (what.kind) {
    case 'goal':
      return say(what.to === '' ? 'sprint.change.goal-removed' : 'sprint.change.goal');
    case 'moved':
      return say('sprint.change.moved', { count: what.moves.length, key: what.moves[0]?.issue.key ?? '' });
    case 'notes':
      return say(what.about === 'serves' ? 'sprint.serves.saved' : 'sprint.availability.saved');
  }
}

/** A change in a sentence, or that it was taken back. */
export function changeInWords(words: Words, what: What, isUndone: boolean): string {
  const change = whatInWords(words, what);
  return isUndone ? words.say('mend.undone', { change }) : change;
}

/** Which issues were not moved, and why. */
export function stayedInWords({ say, list }: Words, left: MovesSent['left']): string {
  const keysOf = (isRefused: boolean) =>
    left.filter(({ why }) => (why === 'refused') === isRefused).map(({ key }) => key);
  const [refused, gone] = [keysOf(true), keysOf(false)];
  const lines = [
    ...(refused.length > 0 ? [say('sprint.left.refused', { keys: list(refused) })] : []),
    ...(gone.length > 0 ? [say('sprint.left.elsewhere', { keys: list(gone) })] : []),
  ];
  return lines.join(' ');
}

/** The same of moves that were sent; null where all of them were made. */
export function notMovedInWords(words: Words, { left, failure }: MovesSent): string | null {
  if (failure !== null) return words.say('sprint.not-moved', { reason: refusalInWords(words, failure) });
  return left.length > 0 ? stayedInWords(words, left) : null;
}
