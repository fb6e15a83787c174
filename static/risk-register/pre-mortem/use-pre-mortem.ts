import { useCallback, useEffect, useRef, useState } from 'react';

import type { RequestOf } from '#src/contract/index';
import type { Reason, ReasonProblem } from '#src/domain/risk/pre-mortem';
import { isSameJson } from '#src/domain/risk/same';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';

import { startPoll, type Poll } from './poll';

type Entry = RequestOf<'write-pre-mortem'>['entry'];

/** What became of something that was added. */
export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'invalid'; readonly problem: ReasonProblem }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure };

/** The reasons of everybody, kept up to date without a reload. */
export function usePreMortem(): {
  /** null until the first answer. */
  readonly reasons: readonly Reason[] | null;
  readonly failure: ScreenFailure | null;
  readonly write: (entry: Entry) => Promise<Written>;
} {
  const { bridge } = usePlatform();
  const [reasons, setReasons] = useState<readonly Reason[] | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const known = useRef<readonly Reason[] | null>(null);
  const poll = useRef<Poll | null>(null);
  // An answer that was asked for before something was written knows less than what was answered to the writing.
  const writes = useRef(0);

  const take = useCallback((next: readonly Reason[]): boolean => {
    const isNew = !isSameJson(known.current, next);
    known.current = next;
    if (isNew) setReasons(next);
    return isNew;
  }, []);

  useEffect(() => {
    const started = startPoll(async () => {
      const before = writes.current;
      const result = await attempt(() => bridge.call('read-pre-mortem', {}));
      setFailure(result.ok ? null : result.failure);
      return result.ok && before === writes.current && take(result.data.reasons);
    });
    poll.current = started;
    return () => {
      started.stop();
    };
  }, [bridge, take]);

  const write = useCallback(
    async (entry: Entry): Promise<Written> => {
      const result = await attempt(() => bridge.call('write-pre-mortem', { entry }));
      writes.current += 1;
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      if (result.data.result === 'invalid') {
        // The contract names the kind alone; it is the domain's answer.
        return { kind: 'invalid', problem: result.data.problem as unknown as ReasonProblem };
      }
      take(result.data.reasons);
      poll.current?.quicken();
      return { kind: 'written' };
    },
    [bridge, take],
  );
  return { reasons, failure, write };
}
