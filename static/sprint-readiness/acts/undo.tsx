import { UndoBar, type Undoable } from '../../ui/undo-bar';
import { useWords } from '../../ui/words';
import { refusalInWords } from '../parts/sprint-words';

import { useActs, type Change } from './acts';
import { changeInWords, stayedInWords } from './change-words';

/** The last changes of this screen, each with a way to take it back; nothing until there is one. */
export function Undo() {
  const words = useWords();
  const { changes, isDismissed, dismiss, turnOver, announce } = useActs();
  const turn = async (change: Change): Promise<string | null> => {
    const failure = await turnOver(change);
    if (failure === null) return null;
    const problem = words.say(change.isUndone ? 'mend.not-redone' : 'mend.not-undone', {
      reason: refusalInWords(words, failure),
    });
    announce(problem);
    return problem;
  };
  const [newest, ...older] = changes.map((change): Undoable => {
    const { id, what, isUndone, stayed } = change;
    const text = stayed.length > 0 ? stayedInWords(words, stayed) : changeInWords(words, what, isUndone);
    return { id, isUndone, text, turn: async () => await turn(change) };
  });
  if (newest === undefined || isDismissed) return null;
  return <UndoBar changes={[newest, ...older]} onDismiss={dismiss} />;
}
