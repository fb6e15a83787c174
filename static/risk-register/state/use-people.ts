import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';

import { readPeople, type Account, type Person } from './people';

/** Names of the accounts that are in view, as far as they are known by now. */
export interface People {
  /** By accountId. */
  readonly names: ReadonlyMap<string, string>;
  /** Accounts that Confluence says are not active any more: they keep their names, and are not offered. */
  readonly former: ReadonlySet<string>;
  /** Whether names are still being read. */
  readonly areComing: boolean;
  /** Takes in names that a search found. */
  readonly learn: (people: readonly Person[]) => void;
}

/** Reads the names of accounts as they come into view; each is asked for once. */
export function usePeople(accountIds: readonly string[]): People {
  const { bridge } = usePlatform();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [former, setFormer] = useState<ReadonlySet<string>>(new Set());
  const [underWay, setUnderWay] = useState(0);
  const asked = useRef(new Set<string>());

  const learn = useCallback((people: readonly Person[]) => {
    if (people.length === 0) return;
    setNames(
      (last) => new Map([...last, ...people.map(({ accountId, name }) => [accountId, name] as const)]),
    );
  }, []);

  const learnAccounts = useCallback(
    (accounts: readonly Account[]) => {
      learn(accounts);
      const gone = accounts.filter(({ isActive }) => !isActive);
      if (gone.length > 0) setFormer((last) => new Set([...last, ...gone.map(({ accountId }) => accountId)]));
    },
    [learn],
  );

  const wanted = [...new Set(accountIds)].sort().join(' ');
  useEffect(() => {
    const missing = wanted.split(' ').filter((id) => id !== '' && !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    setUnderWay((count) => count + 1);
    readPeople(bridge, missing)
      .then(learnAccounts, () => {
        // Without names the register still works; they are asked for again when the register is read anew.
        for (const id of missing) asked.current.delete(id);
      })
      .finally(() => {
        setUnderWay((count) => count - 1);
      });
  }, [bridge, wanted, learnAccounts]);

  return useMemo(() => ({ names, former, areComing: underWay > 0, learn }), [names, former, underWay, learn]);
}
