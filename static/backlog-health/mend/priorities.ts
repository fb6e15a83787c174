import { useEffect, useMemo, useState } from 'react';

import type { Bridge } from '../../ui/bridge';
import { usePlatform } from '../../ui/bridge-context';
import { useDesk } from '../desk';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Asked once a screen: the site's priorities change once in years. */
const asked = new WeakMap<Bridge, Promise<readonly Named[]>>();

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'name' in value &&
  typeof value.name === 'string';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-get */
async function readPriorities(bridge: Bridge): Promise<readonly Named[]> {
  const answer = await bridge.jira('/rest/api/3/priority');
  const named = Array.isArray(answer) ? answer.filter(isNamed) : [];
  return named.map(({ id, name }) => ({ id, name }));
}

function prioritiesOf(bridge: Bridge): Promise<readonly Named[]> {
  const known = asked.get(bridge);
  if (known !== undefined) return known;
  const reading = readPriorities(bridge);
  asked.set(bridge, reading);
  reading.catch(() => asked.delete(bridge));
  return reading;
}

/** The site's priorities in Jira's order; until they are read, or when they cannot be, those that the answer names. */
export function usePriorities(): {
  readonly priorities: readonly Named[];
  readonly nameOf: (id: string) => string;
} {
  const { bridge } = usePlatform();
  const { words } = useDesk().health;
  const [read, setRead] = useState<readonly Named[]>([]);
  useEffect(() => {
    let isWanted = true;
    prioritiesOf(bridge)
      .then((priorities) => {
        if (isWanted) setRead(priorities);
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [bridge]);
  return useMemo(() => {
    const priorities =
      read.length > 0 ? read : Object.entries(words.priorities).map(([id, name]) => ({ id, name }));
    const nameOf = (id: string) =>
      priorities.find((priority) => priority.id === id)?.name ?? words.priorities[id] ?? id;
    return { priorities, nameOf };
  }, [read, words.priorities]);
}
