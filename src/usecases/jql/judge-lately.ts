import type { BoardBacklog } from '#src/usecases/board-backlog';
import { openBacklog, type OpenBacklogPorts } from '#src/usecases/open-backlog';
import { probeBacklog, type ProbeBacklogPorts } from '#src/usecases/probe-backlog';

export interface JudgeLatelyPorts extends OpenBacklogPorts, Omit<ProbeBacklogPorts, 'beside'> {}

/** Some checks turn with time alone, which no change tells of. */
const DAY_MS = 86_400_000;

/**
 * A board's backlog as it is now, judged as the panel judges it: the app's own last answer where it is of today and nothing
 * changed since, for a fraction of the points, or else a new one, which is kept in its place.
 * @throws ReadFailure when the app may not see the board, or Jira does not answer as it should.
 */
export async function judgeLately(ports: JudgeLatelyPorts, boardId: number): Promise<BoardBacklog> {
  const kept = await ports.loadHealth(boardId);
  const isOfToday = kept !== null && ports.now().getTime() - Date.parse(kept.asOf) < DAY_MS;
  const mayBeKept = isOfToday && !(await probeBacklog(ports, boardId)).isChanged;
  return (await openBacklog(ports, boardId, { mayBeKept })).backlog;
}
