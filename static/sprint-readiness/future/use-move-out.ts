import { useState } from 'react';

import { useWords } from '../../ui/words';
import { useActs } from '../acts/acts';
import type { MovesSent } from '../acts/send-moves';
import { useDesk } from '../desk';
import { refusalInWords } from '../parts/sprint-words';
import { placesOf } from '../state/moves';
import type { Plan } from '../state/opened';

/** Moving issues of a plan to the backlog. */
export interface Moving {
  readonly isBusy: boolean;
  /** Why the viewer can move none; null where they can. */
  readonly locked: string | null;
  /** What was not moved, and why; null where all was. */
  readonly problem: string | null;
  readonly move: (keys: readonly string[]) => void;
}

/** Moves issues of a plan out of its sprint, and says what was not moved. */
export function useMoveOut(plan: Plan): Moving {
  const words = useWords();
  const { say, list } = words;
  const { opened } = useDesk();
  const { isBusy, moveOut, announce } = useActs();
  const [problem, setProblem] = useState<string | null>(null);

  const problemOf = ({ left, failure }: MovesSent): string | null => {
    if (failure !== null) return say('sprint.not-moved', { reason: refusalInWords(words, failure) });
    const keysOf = (isRefused: boolean) =>
      left.filter(({ why }) => (why === 'refused') === isRefused).map(({ key }) => key);
    const [refused, gone] = [keysOf(true), keysOf(false)];
    const lines = [
      ...(refused.length > 0 ? [say('sprint.left.refused', { keys: list(refused) })] : []),
      ...(gone.length > 0 ? [say('sprint.left.elsewhere', { keys: list(gone) })] : []),
    ];
    return lines.length > 0 ? lines.join(' ') : null;
  };

  return {
    isBusy,
    locked: !opened.isLicensed
      ? say('sprint.locked.unlicensed')
      : opened.canMoveIssues
        ? null
        : say('sprint.locked.move'),
    problem,
    move: (keys) => {
      setProblem(null);
      void moveOut(placesOf(plan.issues, keys)).then((sent) => {
        const told = problemOf(sent);
        setProblem(told);
        if (told !== null) announce(told);
      });
    },
  };
}
