import { useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { fieldsOf, idOf, textOf } from '../../ui/json';

/** A Confluence space that the viewer sees. */
export interface Space {
  readonly id: string;
  readonly name: string;
}

const MOST = 250;

/** The spaces by name; null until they are known, and none where there is no Confluence. */
export function useSpaces(): readonly Space[] | null {
  const { bridge } = usePlatform();
  const [spaces, setSpaces] = useState<readonly Space[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (found: readonly Space[]) => {
      if (isWanted) setSpaces(found);
    };
    bridge.confluence(`/wiki/api/v2/spaces?limit=${MOST}&status=current&sort=name`).then(
      (answer) => {
        const { results } = fieldsOf(answer);
        const list = Array.isArray(results) ? (results as unknown[]) : [];
        show(
          list.flatMap((value) => {
            const fields = fieldsOf(value);
            const [id, name] = [idOf(fields['id']), textOf(fields['name'])];
            return id === null || name === null ? [] : [{ id, name }];
          }),
        );
      },
      () => {
        show([]);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [bridge]);
  return spaces;
}
