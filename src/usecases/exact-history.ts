import { outcomeOf, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import { isSameCount } from '#src/domain/capacity/sprint-record-basis';
import type { BoardToRead } from '#src/ports/backlog';
import { ReadFailure } from '#src/ports/read-failure';
import type { LoadSprintRecords } from '#src/ports/sprint-records';
import type { ClosedSprint, ReadPractice } from '#src/ports/sprints';

const NO_STORIES = { stories: 0, storiesWithCriteria: 0 };

/** What is kept of a team's past. */
export interface RecalledHistory {
  /** In the order of the sprints. */
  readonly outcomes: readonly SprintOutcome[];
  /** Whether any of them tells what the team's stories say: records from change logs alone do not. */
  readonly saysPractice: boolean;
}

/** Whose sprints, and what they are counted in. */
export interface CountedSprints {
  readonly board: BoardToRead;
  readonly unit: 'points' | 'items';
  readonly spans: readonly ClosedSprint[];
}

/**
 * Puts the figures of the viewer's kept records in place of approximate ones, and beside them: every sprint with a record that counts as
 * the board does today is known. What is kept of its stories stays.
 * @param kept The approximate figures that are kept and hold.
 */
export async function recallExact(
  load: LoadSprintRecords,
  { board, unit, spans }: CountedSprints,
  kept: readonly SprintOutcome[],
): Promise<RecalledHistory> {
  const found =
    spans.length === 0
      ? []
      : await load(
          board.id,
          spans.map(({ id }) => id),
        );
  const records = new Map(
    found
      .filter(({ basis }) => isSameCount(basis, board, unit))
      .map(({ record }) => [record.sprintId, record]),
  );
  const approximate = new Map(kept.map((outcome) => [outcome.sprintId, outcome]));
  const outcomes = spans.flatMap(({ id, startDate, completeDate }) => {
    const [record, outcome] = [records.get(id), approximate.get(id)];
    const holds = record?.startDate === startDate && record.completeDate === completeDate;
    return holds ? [outcomeOf(record, unit, outcome ?? NO_STORIES)] : (outcome ?? []);
  });
  return { outcomes, saysPractice: kept.length > 0 };
}

/**
 * Exact outcomes with what the stories that were finished last say, told by the newest sprint. Where Jira does not give it, they go without,
 * and it is asked for again another time.
 * @returns null in that case.
 */
export async function withPractice(
  readPractice: ReadPractice,
  { board, spans }: CountedSprints,
  outcomes: readonly SprintOutcome[],
): Promise<readonly SprintOutcome[] | null> {
  const practice = await readPractice(board, spans).catch((error: unknown) => {
    if (error instanceof ReadFailure) return null;
    throw error;
  });
  return (
    practice &&
    outcomes.map((outcome, index) => (index === outcomes.length - 1 ? { ...outcome, ...practice } : outcome))
  );
}
