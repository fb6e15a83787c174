import type { Mend } from '#src/contract/mend-issue';

import { usePlatform } from '../../ui/bridge-context';
import { attempt } from '../../ui/failure';
import { UndoBar, type Undoable } from '../../ui/undo-bar';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { spokenVerdict } from '../verdict/verdict-sentence';

import { useMendLog, type Change } from './mend-log';
import { changeInWords, failureInWords } from './mend-words';
import { usePriorities } from './priorities';

/** The changes of this screen, each with what takes it back or makes it again; nothing while there are none. */
export function MendUndoBar() {
  const { bridge } = usePlatform();
  const { boardId, takeIn } = useDesk();
  const { changes, turnOver, dismiss, announce } = useMendLog();
  const { nameOf } = usePriorities();
  const words = useWords();
  const { say } = words;
  const textOf = (change: Change, isUndone: boolean) => {
    const did = changeInWords(words, change, nameOf);
    return isUndone ? say('mend.undone', { change: did }) : did;
  };
  const send = async (change: Change, mend: Mend): Promise<string | null> => {
    const { id, issueId, isUndone } = change;
    announce('');
    const result = await attempt(() => bridge.call('mend-issue', { boardId, issueId, mend }));
    if (!result.ok) {
      const problem = say(isUndone ? 'mend.not-redone' : 'mend.not-undone', {
        reason: failureInWords(words, result.failure, mend, nameOf),
      });
      announce(problem);
      return problem;
    }
    const { health, undo } = result.data;
    takeIn(health);
    turnOver(id, undo);
    announce(`${textOf(change, !isUndone)} ${spokenVerdict(words, health)}`);
    return null;
  };
  const [newest, ...older] = changes.map((change): Undoable => {
    const { id, turn, isUndone } = change;
    return {
      id,
      isUndone,
      text: textOf(change, isUndone),
      turn: turn === null ? null : async () => await send(change, turn),
    };
  });
  return newest === undefined ? null : <UndoBar changes={[newest, ...older]} onDismiss={dismiss} />;
}
