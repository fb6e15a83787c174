import { useEffect, useState } from 'react';

import type { ResponseOf } from '#src/contract/index';
import type { AdfNode } from '#src/domain/backlog/issue';
import { restore } from '#src/domain/risk/replay';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import { usePlatform } from '../../ui/bridge-context';
import type { Bridge } from '../../ui/bridge';
import { attempt, type Result, type ScreenFailure } from '../../ui/failure';
import { riskEventsOf } from './wire';

/** Stands for a plan that did not fit into the answer: there is one, and it is read when the risk is opened. */
export const LEFT_OUT: AdfNode = { type: 'doc', content: [{ type: 'leftOut' }] };

export const isLeftOut = ({ plan }: Pick<Risk, 'plan'>): boolean => plan?.content?.[0]?.type === 'leftOut';

/** The risk with its plan, rebuilt from its history; null when the history does not reach it. */
async function readWhole({ call }: Pick<Bridge, 'call'>, risk: Risk): Promise<Risk | ScreenFailure | null> {
  const events: RiskEvent[] = [];
  let cursor: string | null = null;
  do {
    const from: string | null = cursor;
    const result: Result<ResponseOf<'list-history'>> = await attempt(() =>
      call('list-history', { riskId: risk.id, cursor: from }),
    );
    if (!result.ok) return result.failure;
    events.push(...riskEventsOf(result.data.events));
    ({ cursor } = result.data);
  } while (cursor !== null);
  return restore(events, risk.version);
}

/** A risk with its plan. `risk` is null while it is read, and when that fails. */
export function useWhole(risk: Risk | null): {
  readonly risk: Risk | null;
  readonly failure: ScreenFailure | null;
} {
  const { bridge } = usePlatform();
  const [read, setRead] = useState<Risk | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const isMissing = risk !== null && isLeftOut(risk);
  const version = risk?.version;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    void readWhole(bridge, risk).then((answer) => {
      if (!isWanted) return;
      if (answer === null) setFailure({ code: 'no-answer' });
      else if ('code' in answer) setFailure(answer);
      else setRead(answer);
    });
    return () => {
      isWanted = false;
    };
    // The same version of a risk is the same risk.
  }, [bridge, isMissing, version]);
  return { risk: isMissing ? read : risk, failure };
}
