import { useEffect, useState } from 'react';

import type { MessageId } from './locale';
import { useWords } from './words';

/** What is said after so many milliseconds of waiting. */
export interface Stage {
  readonly after: number;
  readonly message: MessageId;
}

/** The words for a wait that began when the component appeared. @param stages The same between renders; the first is `after` 0. */
export function useStagedWords(stages: readonly [Stage, ...Stage[]], isWaiting: boolean): string {
  const { say } = useWords();
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timers = stages.map(({ after }, index) =>
      setTimeout(() => {
        setStage(index);
      }, after),
    );
    return () => {
      timers.forEach(clearTimeout);
      setStage(0);
    };
  }, [stages, isWaiting]);
  return say((stages[stage] ?? stages[0]).message);
}
