import type { Bridge } from '../../ui/bridge';
import { attempt } from '../../ui/failure';

import type { Opened } from './opened';
import type { SprintEvent } from './sprint-view';

/** One screen's way of reading: which sprint it shows, and what of the team's past is still to be read. */
export interface SprintReading {
  /** Reads a sprint, in place of whatever is being read. */
  readonly open: (sprintId: number | null) => void;
  /** Reads past sprints on, after that failed. */
  readonly readPast: () => void;
  readonly stop: () => void;
}

/**
 * Reads sprints of a board for a screen. While closed sprints are unread, they are read in calls of their own beside what is shown
 * already, until the backend says that none is left; then the sprint is read once more, on figures that are exact.
 *
 * @param shape Fits a reading to what the viewer changed a moment ago.
 */
export function startReading(
  bridge: Bridge,
  boardId: number,
  dispatch: (event: SprintEvent) => void,
  shape: (opened: Opened) => Promise<Opened>,
): SprintReading {
  let isWanted = true;
  let round = 0;
  let shown: number | null = null;
  /** Nothing is read twice: what is unread after that cannot be read. */
  let past: 'unknown' | 'reading' | 'failed' | 'read' = 'unknown';

  const open = (sprintId: number | null) => {
    round += 1;
    const mine = round;
    const isLatest = () => isWanted && mine === round;
    dispatch({ type: 'asked', sprintId });
    void (async () => {
      const result = await attempt(() => bridge.call('get-sprint', { boardId, sprintId }));
      if (!isLatest()) return;
      if (!result.ok) {
        dispatch({ type: 'failed', failure: result.failure });
        return;
      }
      const opened = await shape(result.data);
      if (!isLatest()) return;
      shown = opened.sprint?.id ?? sprintId;
      dispatch({ type: 'answered', opened, at: result.at });
      if (past === 'unknown' && opened.past.unread > 0) void readPast(opened.past.unread);
    })();
  };

  const readPast = async (unread: number): Promise<void> => {
    past = 'reading';
    let left = unread;
    while (left > 0) {
      dispatch({ type: 'past', past: { state: 'reading', left, of: unread } });
      const result = await attempt(() => bridge.call('read-sprint-past', { boardId }));
      if (!isWanted) return;
      if (!result.ok) {
        past = 'failed';
        dispatch({ type: 'past', past: { state: 'failed', left, failure: result.failure } });
        return;
      }
      // A backend that reads nothing more must not be asked for ever.
      if (result.data.unread >= left) break;
      left = result.data.unread;
    }
    past = 'read';
    dispatch({ type: 'past', past: { state: 'idle' } });
    open(shown);
  };

  return {
    open,
    readPast: () => {
      if (past !== 'failed') return;
      past = 'unknown';
      open(shown);
    },
    stop: () => {
      isWanted = false;
    },
  };
}
