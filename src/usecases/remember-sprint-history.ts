import type { BoardSetup } from '#src/ports/boards';
import type { KeptOutcome, LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';
import type { ClosedSprint, ReadSprintHistory } from '#src/ports/sprints';

/** Everything that decides a closed sprint's figures besides its issues. */
function basisOf(board: BoardSetup): string {
  return `${board.estimation?.fieldId ?? 'items'}/${board.doneStatusIds.join(',')}`;
}

/**
 * Reads only those sprints whose figures are not kept yet, and keeps them: a closed sprint's figures stay as they are. An
 * entry counts while the sprint's dates, the estimation field and the done column are the same.
 */
export function rememberSprintHistory(
  read: ReadSprintHistory,
  { load, save }: { readonly load: LoadSprintOutcomes; readonly save: SaveSprintOutcomes },
): ReadSprintHistory {
  return async (board, sprints) => {
    if (sprints.length === 0) return [];
    const basis = basisOf(board);
    const isKeptAs = (outcome: KeptOutcome | undefined, { startDate, completeDate }: ClosedSprint) =>
      outcome?.basis === basis && outcome.startDate === startDate && outcome.completeDate === completeDate;
    const sprintIds = sprints.map(({ id }) => id);
    const outcomes = new Map((await load(board.id, sprintIds)).map((outcome) => [outcome.sprintId, outcome]));
    const missing = sprints.filter((sprint) => !isKeptAs(outcomes.get(sprint.id), sprint));
    if (missing.length > 0) {
      const fresh = (await read(board, missing)).map((outcome) => ({ ...outcome, basis }));
      await save(board.id, fresh);
      for (const outcome of fresh) outcomes.set(outcome.sprintId, outcome);
    }
    return sprints.flatMap(({ id }) => outcomes.get(id) ?? []);
  };
}
