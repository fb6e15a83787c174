import { useCallback, useEffect, useState } from 'react';

import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';

/** An entry of the history of a risk, or of the register itself. */
export type HistoryEntry = RiskEvent | RegisterEvent;

/** History as far as it was read, newest first. */
export function useHistory(riskId: string | null): {
  readonly events: readonly HistoryEntry[];
  readonly isAsking: boolean;
  readonly failure: ScreenFailure | null;
  /** Whether there is more. */
  readonly hasOlder: boolean;
  readonly older: () => void;
  /** The page that failed once more. */
  readonly again: () => void;
  /** From the newest on. */
  readonly anew: () => void;
} {
  const { bridge } = usePlatform();
  const [events, setEvents] = useState<readonly HistoryEntry[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(true);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);

  const read = useCallback(
    async (from: string | null) => {
      setIsAsking(true);
      setFailure(null);
      const result = await attempt(() => bridge.call('list-history', { riskId, cursor: from }));
      setIsAsking(false);
      if (!result.ok) {
        setFailure(result.failure);
        return;
      }
      const { events: ofRisks, registerEvents = [] } = result.data;
      // The contract leaves the values in a change open; the backend makes both kinds from the domain's events.
      const some = [...ofRisks, ...registerEvents] as unknown as HistoryEntry[];
      // The two come apart, each newest first; of one risk they have the order of their versions already.
      if (registerEvents.length > 0) some.sort((a, b) => Date.parse(b.act.at) - Date.parse(a.act.at));
      setEvents((last) => (from === null ? some : [...last, ...some]));
      setCursor(result.data.cursor);
    },
    [bridge, riskId],
  );
  useEffect(() => {
    void read(null);
  }, [read]);
  return {
    events,
    isAsking,
    failure,
    hasOlder: cursor !== null,
    older: () => void read(cursor),
    again: () => void read(events.length === 0 ? null : cursor),
    anew: () => void read(null),
  };
}
