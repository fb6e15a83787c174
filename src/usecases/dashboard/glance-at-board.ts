import type { BoardBacklog } from '#src/usecases/board-backlog';
import type { BoardSetup } from '#src/ports/boards';
import { basisOf } from '#src/usecases/answer-basis';
import { judgeLately, type JudgeLatelyPorts } from '#src/usecases/jql/judge-lately';
import { fromKept } from '#src/usecases/open-backlog';

export type GlancePorts = JudgeLatelyPorts;

/** What is known of a board at a glance. */
export interface Glance {
  readonly board: BoardSetup;
  /** null where nothing is kept for the viewer, or only what was judged by other rules. */
  readonly backlog: BoardBacklog | null;
  /** When Jira said last that this is how it stands: the reading, or a probe after it. */
  readonly checkedAt: Date;
  /** Whether it need not be looked at again now. */
  readonly isFresh: boolean;
}

/** A dashboard is looked at many times a day by many; what is younger is not asked for again. */
const FRESH_MS = 3_600_000;

/**
 * A board's health for a dashboard, at the price of a look: without `isRefreshing` the board's set-up alone is read, as the
 * viewer, and beside it their last answer for this board; with it, Jira is asked what changed since, and the backlog is read only
 * where something did.
 * @throws ReadFailure when the viewer may not see the board, or Jira does not answer as it should.
 */
export async function glanceAtBoard(
  ports: GlancePorts,
  boardId: number,
  { isRefreshing }: { readonly isRefreshing: boolean },
): Promise<Glance> {
  if (isRefreshing) {
    const backlog = await judgeLately(ports, boardId);
    return { board: backlog.board, backlog, checkedAt: ports.now(), isFresh: true };
  }
  const [board, settings, kept] = await Promise.all([
    ports.readBoard(boardId),
    ports.loadSettings(boardId),
    ports.loadHealth(boardId),
  ]);
  if (kept === null || kept.basis !== basisOf(board, settings.settings.checks)) {
    return { board, backlog: null, checkedAt: ports.now(), isFresh: false };
  }
  const backlog = fromKept(board, kept);
  const isFresh = ports.now().getTime() - backlog.asOf.getTime() < FRESH_MS;
  return { board, backlog, checkedAt: backlog.asOf, isFresh };
}
