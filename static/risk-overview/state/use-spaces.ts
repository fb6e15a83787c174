import { useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { fieldsOf, idOf, textOf } from '../../ui/json';

/** Confluence gives so many at once. */
const AT_ONCE = 250;

/**
 * The names of spaces by id, asked of Confluence by the browser; those that are not known by now are missing.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get
 */
export function useSpaceNames(spaceIds: readonly string[]): ReadonlyMap<string, string> {
  const { bridge } = usePlatform();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = [...new Set(spaceIds)].sort().slice(0, AT_ONCE).join(',');
  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const query = new URLSearchParams({ ids: wanted, limit: String(AT_ONCE) });
    bridge.confluence(`/wiki/api/v2/spaces?${query.toString()}`).then(
      (answer) => {
        const { results } = fieldsOf(answer);
        const spaces = Array.isArray(results) ? results : [];
        if (!isWanted) return;
        setNames(
          new Map(
            spaces.flatMap((value: unknown) => {
              const { id, name } = fieldsOf(value);
              const [known, called] = [idOf(id), textOf(name)];
              return known === null || called === null ? [] : [[known, called] as const];
            }),
          ),
        );
      },
      // The table does without them.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [bridge, wanted]);
  return names;
}
