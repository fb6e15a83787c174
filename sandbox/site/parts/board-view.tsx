import { type ReactNode, useCallback, useReducer } from 'react';

import { type BoardFrame, readBoardFrame } from '../board-frame';
import { useLoaded } from '../use-loaded';
import { Shown } from './states';

interface BoardViewProps {
  readonly boardId: number;
  /** Draws what was read; `refresh` reads it again. */
  readonly children: (frame: BoardFrame, refresh: () => void) => ReactNode;
}

/** Reads what every view of a board needs before its issues, and says so while it does or cannot. */
export function BoardView({ boardId, children }: BoardViewProps) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const loaded = useLoaded(
    useCallback(async () => await readBoardFrame(boardId), [boardId]),
    version,
  );
  return (
    <Shown loaded={loaded} what="board">
      {(frame) => children(frame, refresh)}
    </Shown>
  );
}
