import { useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';

import { findBoards, readBoard, type FoundBoard, type FoundBoards } from './boards';

const WAIT_FOR_TYPING = 300;

/** Boards to choose from. */
export interface Boards {
  /** null until the first answer. */
  readonly found: FoundBoards | null;
  /** Whether Jira did not answer. */
  readonly isFailed: boolean;
  /** The board that is chosen now; null where none is, or the viewer may not see it. */
  readonly chosen: FoundBoard | null;
}

/** Looks for boards by a part of their name, and for the one that is chosen now. */
export function useBoards(name: string, chosenId: number | null): Boards {
  const { bridge } = usePlatform();
  const [found, setFound] = useState<FoundBoards | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [chosen, setChosen] = useState<FoundBoard | null>(null);

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        findBoards(bridge, name).then(
          (answer) => {
            if (!isWanted) return;
            setFound(answer);
            setIsFailed(false);
          },
          () => {
            if (isWanted) setIsFailed(true);
          },
        );
      },
      name === '' ? 0 : WAIT_FOR_TYPING,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [bridge, name]);

  useEffect(() => {
    if (chosenId === null) return undefined;
    let isWanted = true;
    readBoard(bridge, chosenId).then(
      (board) => {
        if (isWanted) setChosen(board);
      },
      // Its number is shown in place of its name.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [bridge, chosenId]);

  return { found, isFailed, chosen: chosen?.id === chosenId ? chosen : null };
}
