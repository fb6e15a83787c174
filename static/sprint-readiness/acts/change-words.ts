import type { Words } from '../../ui/words';

import type { What } from './acts';

/** A change in a sentence, or that it was taken back. */
export function changeInWords({ say }: Words, what: What, isUndone: boolean): string {
  const change =
    what.kind === 'goal'
      ? say(what.to === '' ? 'sprint.change.goal-removed' : 'sprint.change.goal')
      : say('sprint.change.moved', {
          count: what.moves.length,
          key: what.moves[0]?.issue.key ?? '',
        });
  return isUndone ? say('mend.undone', { change }) : change;
}
