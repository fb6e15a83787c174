import { recordBasisOf } from '#src/domain/capacity/sprint-record-basis';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import type { BoardSetup } from '#src/ports/boards';
import type {
  IssueInSprint,
  LoadClosedSprint,
  ReadSprintNow,
  SaveClosedSprint,
} from '#src/ports/sprint-records';
import type { ClosedSprint } from '#src/ports/sprints';
import { isSettled } from '#src/usecases/read-sprint-records';

export interface ClosedSprintPorts {
  readonly readSprintNow: ReadSprintNow;
  readonly loadClosedSprint: LoadClosedSprint;
  readonly saveClosedSprint: SaveClosedSprint;
}

/**
 * A closed sprint with its issues: from its change logs once, and then as it was kept for the viewer, while its dates and what of the board
 * decides its figures are the same.
 */
export async function readClosedSprint(
  { readSprintNow, loadClosedSprint, saveClosedSprint }: ClosedSprintPorts,
  board: BoardSetup,
  sprint: ClosedSprint,
  now: Date,
): Promise<{ readonly record: SprintRecord; readonly issues: readonly IssueInSprint[] }> {
  const basis = recordBasisOf(board);
  const kept = await loadClosedSprint(board.id, sprint.id);
  const holds =
    kept?.basis === basis &&
    kept.record.startDate === sprint.startDate &&
    kept.record.completeDate === sprint.completeDate;
  if (holds) return kept;
  const read = await readSprintNow(board, sprint, now);
  if (isSettled(read.record, now)) await saveClosedSprint(board.id, { basis, ...read });
  return read;
}
