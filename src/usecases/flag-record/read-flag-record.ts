import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import { recordBasisOf } from '#src/domain/capacity/sprint-record-basis';
import { fatesOfSprint } from '#src/domain/flag-record/fates-of-sprint';
import { EMPTY_TALLY, tallySprint } from '#src/domain/flag-record/tally';
import type { LoadBoardSettings, MayAdministerBoard } from '#src/ports/board-settings';
import type { BoardSetup, ReadBoard } from '#src/ports/boards';
import type { KeptTally, ListFreezes, LoadTallies, ReadHistories, SaveTallies } from '#src/ports/flag-record';
import type { ReadBoardSprints, ReadSprint } from '#src/ports/sprint-list';
import { scoreChecks, sumOf, type ScoredCheck } from '#src/usecases/flag-record/score-checks';
import { sprintsOfFreezes, type FrozenSprint } from '#src/usecases/flag-record/sprints-of-freezes';
import { isSettled } from '#src/usecases/read-sprint-records';

export interface ReadFlagRecordPorts {
  readonly readBoard: ReadBoard;
  readonly readBoardSprints: ReadBoardSprints;
  readonly readSprint: ReadSprint;
  readonly loadSettings: LoadBoardSettings;
  readonly mayAdministerBoard: MayAdministerBoard;
  readonly listFreezes: ListFreezes;
  readonly loadTallies: LoadTallies;
  readonly saveTallies: SaveTallies;
  readonly readHistories: ReadHistories;
  readonly now: () => Date;
}

/** How well a board's flags told which issues would give trouble. */
export interface FlagRecord {
  readonly board: BoardSetup;
  /** In the order in which checks are listed. */
  readonly checks: readonly ScoredCheck[];
  readonly sprints: {
    /** Closed sprints whose issues are counted. */
    readonly counted: number;
    /** Frozen, and still running. */
    readonly running: number;
    /** Frozen and closed, and still to be read. */
    readonly unread: number;
  };
  /** When the first of them was frozen; null while nothing is. */
  readonly since: Date | null;
  /** Whether the viewer administers the board's project; not looked up while there is nothing to change. */
  readonly canChange: boolean;
}

/** Frozen sprints that are looked back on: about a year. A check that earned its place long ago may not do so today. */
const SPRINTS_COUNTED = 26;

/** Issues that are read in one call: a page of Jira's, and three points each at most. */
const ISSUES_AT_ONCE = 100;

/** The newest of these sprints, as many as are read at once; one at least. */
function batchOf(unread: readonly FrozenSprint[]): readonly FrozenSprint[] {
  const batch: FrozenSprint[] = [];
  let issues = 0;
  for (const sprint of unread) {
    issues += sprint.freeze.issues.length;
    if (batch.length > 0 && issues > ISSUES_AT_ONCE) break;
    batch.push(sprint);
  }
  return batch;
}

/** Reads what became of the issues of some closed sprints, and keeps it. */
async function tallyAnew(
  { readHistories, saveTallies, now }: ReadFlagRecordPorts,
  board: BoardSetup,
  sprints: readonly FrozenSprint[],
): Promise<readonly KeptTally[]> {
  if (sprints.length === 0) return [];
  const ids = sprints.flatMap(({ freeze }) => freeze.issues.map(({ issueId }) => issueId));
  const histories = await readHistories(board, [...new Set(ids)]);
  const { doneStatusIds, firstStatusIds = [], estimation } = board;
  const counting = { doneStatusIds, firstStatusIds, countsIssues: estimation === null };
  const tallies = sprints.map(({ freeze, startDate, completeDate }): KeptTally => {
    const { sprintId, at } = freeze;
    const window = { sprintId, start: Date.parse(startDate), end: Date.parse(completeDate) };
    const fates = fatesOfSprint(freeze, histories, window, counting);
    const tally = tallySprint(freeze, fates);
    return { sprintId, basis: recordBasisOf(board), startDate, completeDate, frozenAt: at, tally };
  });
  const settled = tallies.filter((tally) => isSettled(tally, now()));
  if (settled.length > 0) await saveTallies(board.id, settled);
  return tallies;
}

/**
 * Says how well a board's flags did, as the viewer sees the issues of its sprints. What is not kept of closed sprints yet is read newest
 * first, as much as fits into one call; to be called until nothing is unread.
 * @throws ReadFailure when the viewer may not see the board, or Jira refuses for now: what was read before is kept.
 */
export async function readFlagRecord(ports: ReadFlagRecordPorts, boardId: number): Promise<FlagRecord> {
  // First of all, and as the viewer: who may not see the board gets nothing of its record.
  const board = await ports.readBoard(boardId);
  const [freezes, { settings }] = await Promise.all([
    ports.listFreezes(boardId, SPRINTS_COUNTED),
    ports.loadSettings(boardId),
  ]);
  const oldest = freezes.at(-1);
  if (oldest === undefined) {
    const sprints = { counted: 0, running: 0, unread: 0 };
    const checks = scoreChecks(EMPTY_TALLY, settings.checks);
    return { board, checks, sprints, since: null, canChange: false };
  }
  const basis = recordBasisOf(board);
  const [sprints, kept] = await Promise.all([
    ports.readBoardSprints(boardId, Math.min(freezes.length, SPRINTS_CONSIDERED)),
    ports.loadTallies(
      boardId,
      freezes.map(({ sprintId }) => sprintId),
    ),
  ]);
  const holding = kept.filter((tally) => tally.basis === basis);
  const { running, tallied, unread } = await sprintsOfFreezes(ports, { freezes, sprints, kept: holding });
  const batch = batchOf(unread);
  const fresh = await tallyAnew(ports, board, batch);
  const sum = sumOf(freezes, [...tallied, ...fresh], settings.checks);
  const checks = scoreChecks(sum, settings.checks);
  const mayBeTurnedOff = checks.some(({ verdict, isOn }) => verdict === 'consider-off' && isOn);
  return {
    board,
    checks,
    sprints: { counted: sum.sprints, running, unread: unread.length - batch.length },
    since: new Date(oldest.at),
    canChange: mayBeTurnedOff && (await ports.mayAdministerBoard(boardId)),
  };
}
