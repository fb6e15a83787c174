import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { recordBasisOf } from '#src/domain/capacity/sprint-record-basis';
import type { BoardSetup, ReadBoard } from '#src/ports/boards';
import type {
  LoadSprintRecords,
  MissingRecord,
  ReadClosedRecords,
  ReadSprintRecords,
  SaveSprintRecords,
} from '#src/ports/sprint-records';
import type { ClosedSprint, ReadClosedSprints } from '#src/ports/sprints';
import { createOptionalParts } from '#src/usecases/optional-parts';
import { recallSprintRecords } from '#src/usecases/recall-sprint-records';

export interface SprintRecordPorts {
  readonly readBoard: ReadBoard;
  readonly readClosedSprints: ReadClosedSprints;
  readonly readClosedRecords: ReadClosedRecords;
  readonly loadSprintRecords: LoadSprintRecords;
  readonly saveSprintRecords: SaveSprintRecords;
  readonly now: () => Date;
}

/** REST calls of one reading. */
const MOST_CALLS = 12;
/** Of those, for the board and its closed sprints. */
const CALLS_BEFORE = 3;

/** Jira's search index follows a change within seconds, at bad times within minutes: what is kept for good has to wait for it. */
const SETTLED_AFTER_MS = 10 * 60_000;

/** Whether what is read of a closed sprint may be kept for good. */
export function isSettled({ completeDate }: Pick<SprintRecord, 'completeDate'>, now: Date): boolean {
  return now.getTime() - Date.parse(completeDate) >= SETTLED_AFTER_MS;
}

/** Reads the records that are not kept, and keeps them. @returns those that were read, and why the others were not. */
async function readAnew(
  { readClosedRecords, saveSprintRecords, now }: SprintRecordPorts,
  board: BoardSetup,
  sprints: readonly ClosedSprint[],
): Promise<{ readonly fresh: readonly SprintRecord[]; readonly why: Omit<MissingRecord, 'sprintId'> }> {
  const parts = createOptionalParts();
  const reading = readClosedRecords(board, sprints, MOST_CALLS - CALLS_BEFORE);
  const fresh = await parts.or('history', reading, []);
  const [failure] = parts.missing();
  const basis = recordBasisOf(board);
  const settled = fresh.filter((record) => isSettled(record, now()));
  if (settled.length > 0) {
    await saveSprintRecords(
      board.id,
      settled.map((record) => ({ basis, record })),
    );
  }
  return {
    fresh,
    why: { why: failure?.why ?? 'too-many-calls', retryAfterSeconds: failure?.retryAfterSeconds ?? null },
  };
}

/**
 * Reads the records of a board's last ten closed sprints: kept ones as they are, others from Jira, once. The board and its sprints are
 * read as the viewer each time, so nobody is shown what is kept of a board that they may not see any more.
 */
export function readSprintRecords(ports: SprintRecordPorts): ReadSprintRecords {
  return async (boardId) => {
    const [board, sprints] = await Promise.all([
      ports.readBoard(boardId),
      ports.readClosedSprints(boardId, SPRINTS_CONSIDERED),
    ]);
    const kept = await recallSprintRecords(ports.loadSprintRecords, board, sprints);
    const known = new Map(kept.map((record) => [record.sprintId, record]));
    const unknown = sprints.filter(({ id }) => !known.has(id));
    if (unknown.length === 0) return { board, sprints, records: kept, missing: [] };
    const { fresh, why } = await readAnew(ports, board, unknown);
    for (const record of fresh) known.set(record.sprintId, record);
    return {
      board,
      sprints,
      records: sprints.flatMap(({ id }) => known.get(id) ?? []),
      missing: sprints.filter(({ id }) => !known.has(id)).map(({ id }) => ({ sprintId: id, ...why })),
    };
  };
}
