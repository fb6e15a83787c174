import { useCallback, useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { useAnswer, type ScreenFailure } from '../../ui/use-answer';

import { rememberRecord } from './last-record';
import { withCheck, type FlagRecord, type ScoredCheck } from './record';

interface ShownRecord {
  readonly record: FlagRecord | null;
  readonly isAsking: boolean;
  readonly failure: ScreenFailure | null;
  readonly askAgain: () => void;
  /** Shows a check as it was just switched. */
  readonly setOn: (check: ScoredCheck['check'], isOn: boolean) => void;
  /** Whether a check was switched here since the view was opened. */
  readonly wasSwitched: (check: ScoredCheck['check']) => boolean;
}

/** Reads a board's record, call after call until no sprint of it is unread; what is known by then is shown meanwhile. */
export function useFlagRecord(boardId: number): ShownRecord {
  const { bridge } = usePlatform();
  const ask = useCallback(async () => await bridge.call('get-flag-record', { boardId }), [bridge, boardId]);
  const { asked, askAgain } = useAnswer(ask);
  const { data, isAsking, failure } = asked;
  const [switched, setSwitched] = useState<ReadonlyMap<ScoredCheck['check'], boolean>>(new Map());

  const isMoreToRead = data !== null && data.sprints.unread > 0 && !isAsking && failure === null;
  useEffect(() => {
    if (isMoreToRead) askAgain();
  }, [isMoreToRead, askAgain]);

  useEffect(() => {
    if (data !== null) rememberRecord(data);
  }, [data]);

  const setOn = useCallback((check: ScoredCheck['check'], isOn: boolean) => {
    setSwitched((last) => new Map([...last, [check, isOn]]));
  }, []);

  const record = data && [...switched].reduce((last, [check, isOn]) => withCheck(last, check, isOn), data);
  return { record, isAsking, failure, askAgain, setOn, wasSwitched: (check) => switched.has(check) };
}
