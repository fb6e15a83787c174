import { useState } from 'react';

import { useWords } from '../../ui/words';
import { useActs } from '../acts/acts';
import { notMovedInWords } from '../acts/change-words';
import { useDesk } from '../desk';
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
  const { say } = words;
  const { opened } = useDesk();
  const { isBusy, moveOut, announce } = useActs();
  const [problem, setProblem] = useState<string | null>(null);

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
        const told = notMovedInWords(words, sent);
        setProblem(told);
        if (told !== null) announce(told);
      });
    },
  };
}
