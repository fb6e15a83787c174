import type { ListFreezes } from '#src/ports/flag-record';
import type { ReadActiveSprints } from '#src/ports/kept-health';
import {
  freezeSprint,
  type FreezeOutcome,
  type FreezeSprintPorts,
} from '#src/usecases/flag-record/freeze-sprint';

export interface FreezeMissedPorts extends FreezeSprintPorts {
  readonly listFreezes: ListFreezes;
  readonly readActiveSprints: ReadActiveSprints;
}

/**
 * Freezes the active sprints of a board that no event told of. While the last frozen sprint is not planned to be over, none has started
 * since, and Jira is not asked at all; a board with sprints side by side has to wait until then.
 * @returns what became of each of them.
 * @throws ReadFailure as `freezeSprint` does.
 */
export async function freezeMissed(
  ports: FreezeMissedPorts,
  boardId: number,
): Promise<readonly FreezeOutcome[]> {
  const [last] = await ports.listFreezes(boardId, 1);
  if (last?.endDate != null && Date.parse(last.endDate) > ports.now().getTime()) return [];
  const outcomes: FreezeOutcome[] = [];
  for (const sprintId of await ports.readActiveSprints(boardId)) {
    outcomes.push(await freezeSprint(ports, boardId, sprintId));
  }
  return outcomes;
}
