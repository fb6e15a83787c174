import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { recordBasisOf } from '#src/domain/capacity/sprint-record-basis';
import type { BoardSetup } from '#src/ports/boards';
import type { LoadSprintRecords } from '#src/ports/sprint-records';
import type { ClosedSprint } from '#src/ports/sprints';

/**
 * The records of these sprints that are kept for the viewer and still hold, in the order of `sprints`; Jira is not asked. A sprint that was
 * re-opened and completed anew has another end, so its record of before holds no more.
 */
export async function recallSprintRecords(
  load: LoadSprintRecords,
  board: BoardSetup,
  sprints: readonly ClosedSprint[],
): Promise<readonly SprintRecord[]> {
  if (sprints.length === 0) return [];
  const basis = recordBasisOf(board);
  const kept = await load(
    board.id,
    sprints.map(({ id }) => id),
  );
  const held = new Map(
    kept.filter((entry) => entry.basis === basis).map(({ record }) => [record.sprintId, record]),
  );
  return sprints.flatMap(({ id, startDate, completeDate }) => {
    const record = held.get(id);
    return record?.startDate === startDate && record.completeDate === completeDate ? [record] : [];
  });
}
