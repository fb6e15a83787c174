import { withScope, type SprintScope } from '#src/domain/trend/board-day';
import { dayOf } from '#src/domain/trend/day';
import type { OpenedSprint } from '#src/usecases/sprint/opened-sprint';
import { changeDay, type DayPorts } from '#src/usecases/trend/change-day';

export interface RecordScopePorts extends DayPorts {
  readonly report: (error: unknown) => void;
}

/** Keeps what was read of a running sprint as its scope of the day; nothing of other sprints. It never fails. */
export async function recordScope(ports: RecordScopePorts, opened: OpenedSprint): Promise<void> {
  const scope = scopeOf(opened);
  if (scope === null) return;
  const today = dayOf(opened.asOf);
  await changeDay(ports, opened.board.id, today, (day) => withScope(day, scope)).catch(ports.report);
}

/**
 * Keeps what a sprint was started with as its scope of the day, as the app sees it; whatever a viewer read of the same sprint stays.
 * It never fails.
 */
export async function recordStart(
  ports: RecordScopePorts,
  boardId: number,
  startedAt: Date,
  { sprintId, unit, committed, issuesSeen }: Omit<SprintScope, 'added' | 'removed'>,
): Promise<void> {
  const scope = { sprintId, unit, committed, added: 0, removed: 0, issuesSeen };
  await changeDay(ports, boardId, dayOf(startedAt), (day) =>
    day.scope?.sprintId === sprintId ? null : withScope(day, scope),
  ).catch(ports.report);
}

function scopeOf({ sprint, sprints, view, unit }: OpenedSprint): SprintScope | null {
  if (sprint === null || view?.state !== 'active') return null;
  // Of several running sprints none is the board's.
  if (sprints.filter(({ state }) => state === 'active').length > 1) return null;
  const { committed, added, removed } = view.followUp;
  return {
    sprintId: sprint.id,
    unit,
    committed: committed.amount,
    added: added.now.amount,
    removed: removed.now.amount,
    issuesSeen: committed.items + added.now.items,
  };
}
