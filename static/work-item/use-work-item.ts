import { useCallback, useEffect, useReducer, useRef } from 'react';

import type { WorkItem } from '#src/contract/work-item/calls';

import type { Health } from '../backlog-health/health';
import { mergeWords } from '../backlog-health/words-of-health';
import { usePlatform } from '../ui/bridge-context';
import { attempt, type Result, type ScreenFailure } from '../ui/failure';
import { useOnline } from '../ui/use-answer';

/** What the panel knows of its issue. */
export interface ItemView {
  readonly item: WorkItem | null;
  readonly isAsking: boolean;
  /** Why the latest reading did not come; null while asking and after a success. */
  readonly failure: ScreenFailure | null;
}

type Event =
  | { readonly type: 'asked' }
  | { readonly type: 'answered'; readonly result: Result<WorkItem> }
  | { readonly type: 'taken-in'; readonly health: Health };

/**
 * The answer to a change is the board's whole health; the panel keeps its own issue's part of it. Where there was nothing to
 * compare the issue with, there is now.
 */
function taken(item: WorkItem, health: Health): WorkItem {
  if (item.health === null) return item;
  const own = item.health.issues[0]?.id;
  return {
    ...item,
    comparedWith: health.asOf,
    notLooked: item.notLooked.filter(({ why }) => why !== 'whole-backlog'),
    health: {
      ...health,
      issues: health.issues.filter(({ id }) => id === own),
      words: mergeWords(item.health.words, health.words),
    },
  };
}

function next(view: ItemView, event: Event): ItemView {
  switch (event.type) {
    case 'asked':
      return { ...view, isAsking: true, failure: null };
    case 'answered':
      return event.result.ok
        ? { item: event.result.data, isAsking: false, failure: null }
        : { ...view, isAsking: false, failure: event.result.failure };
    case 'taken-in':
      return view.item === null ? view : { ...view, item: taken(view.item, event.health) };
  }
}

/**
 * The readiness of one issue: read when the panel appears, when another board is chosen, and when the issue was changed on its
 * page. What is shown stays until a newer answer is there.
 */
export function useWorkItem(issueId: string, projectId: string) {
  const { bridge } = usePlatform();
  const [view, dispatch] = useReducer(next, { item: null, isAsking: true, failure: null });
  const boardId = useRef<number | null>(null);
  /** Grows with each reading and each change made here: an answer that was asked for before is out of date. */
  const round = useRef(0);

  const read = useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    dispatch({ type: 'asked' });
    const payload = { issueId, projectId, boardId: boardId.current };
    const result = await attempt(() => bridge.call('get-work-item', payload));
    if (mine !== round.current) return;
    if (result.ok && result.data.board !== null) boardId.current = result.data.board.id;
    dispatch({ type: 'answered', result });
  }, [bridge, issueId, projectId]);

  useEffect(() => {
    void read();
    const stop = bridge.followIssue?.(() => void read());
    return () => {
      round.current += 1;
      stop?.();
    };
  }, [bridge, read]);

  const refresh = useCallback(() => void read(), [read]);
  const choose = useCallback(
    (id: number) => {
      boardId.current = id;
      void read();
    },
    [read],
  );
  const takeIn = useCallback((health: Health) => {
    dispatch({ type: 'taken-in', health });
  }, []);
  useOnline(view.failure?.code === 'offline', refresh);
  return { view, refresh, choose, takeIn };
}
