import { useCallback, useRef, useState } from 'react';

import type { Mend } from '#src/contract/mend-issue';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { HealthIssue } from '../health';
import { spokenVerdict } from '../verdict/verdict-sentence';

import { changeInWords, failureInWords } from './mend-words';
import { useMendLog } from './mend-log';
import { usePriorities } from './priorities';
import { useIsSlow } from '../../ui/use-is-slow';

/** The state of one field's changes. */
export interface Mending {
  readonly isBusy: boolean;
  /** Busy for so long that it has to be shown. */
  readonly isSlow: boolean;
  /** Why the last attempt changed nothing; null after a success and while one is under way. */
  readonly failure: ScreenFailure | null;
  /** Makes the change; false when it failed, or when another is still under way. */
  readonly send: (mend: Mend) => Promise<boolean>;
  /** Drops the failure. */
  readonly forget: () => void;
}

/** Changes one issue: the answer of the board, the list of changes and what is read aloud follow by themselves. */
export function useMend(issue: HealthIssue): Mending {
  const { bridge } = usePlatform();
  const { boardId, takeIn } = useDesk();
  const { record, announce } = useMendLog();
  const { nameOf } = usePriorities();
  const words = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  // State is as old as the last drawing; two quick presses of Enter come before the next one.
  const isUnderWay = useRef(false);
  const isSlow = useIsSlow(isBusy);

  const send = async (mend: Mend): Promise<boolean> => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setIsBusy(true);
    setFailure(null);
    announce('');
    const result = await attempt(() => bridge.call('mend-issue', { boardId, issueId: issue.id, mend }));
    isUnderWay.current = false;
    setIsBusy(false);
    if (!result.ok) {
      setFailure(result.failure);
      announce(failureInWords(words, result.failure, mend, nameOf));
      return false;
    }
    const { health, undo } = result.data;
    takeIn(health);
    const done = { issueId: issue.id, issueKey: issue.key, mend, turn: undo };
    if (undo !== null) record(done);
    announce(`${changeInWords(words, done, nameOf)} ${spokenVerdict(words, health)}`);
    return true;
  };

  const forget = useCallback(() => {
    setFailure(null);
  }, []);
  return { isBusy, isSlow, failure, send, forget };
}
