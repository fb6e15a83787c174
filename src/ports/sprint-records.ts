import type { SprintIssue, SprintRecord } from '#src/domain/capacity/sprint-record';
import type { BoardSetup } from '#src/ports/boards';
import type { ReadFailureKind } from '#src/ports/read-failure';
import type { ClosedSprint } from '#src/ports/sprints';

/** What of a sprint is not there, and why. */
export interface MissingRecord {
  readonly sprintId: number;
  /** `too-many-calls`: newer sprints came first, and this one is read when the history is asked for again. */
  readonly why: ReadFailureKind | 'too-many-calls';
  /** Whole seconds that Jira asks to wait; null when it did not say. */
  readonly retryAfterSeconds: number | null;
}

/** What a board's last closed sprints planned and delivered. */
export interface SprintRecords {
  readonly board: BoardSetup;
  /** The last closed sprints of the board, oldest first, with and without a record; empty on a board without sprints. */
  readonly sprints: readonly ClosedSprint[];
  /** Oldest first. */
  readonly records: readonly SprintRecord[];
  /** One entry for each sprint of `sprints` without a record. */
  readonly missing: readonly MissingRecord[];
}

/**
 * The records of the last ten sprints that the board closed, as the viewer sees them: those that are kept, and those that Jira is
 * asked for, which are kept then. A reading that Jira refuses for now leaves its sprints in `missing`.
 * @throws ReadFailure `no-access` or `not-found` when the viewer may not see the board; whatever the board itself could not be read
 * for.
 */
export type ReadSprintRecords = (boardId: number) => Promise<SprintRecords>;

/**
 * Reads records from Jira's change logs, as the viewer, in at most `calls` REST calls for teams of a usual size: of the newest
 * sprints always, of others where calls are left. Sprints of other boards count here by the issues that are on this board.
 * @param sprints oldest first.
 * @returns in the order of `sprints`; a sprint without a record was left for another time.
 */
export type ReadClosedRecords = (
  board: BoardSetup,
  sprints: readonly ClosedSprint[],
  calls: number,
) => Promise<readonly SprintRecord[]>;

/** One issue of a sprint as it stands; instants are ISO 8601 in UTC. */
export interface IssueInSprint extends Omit<SprintIssue, 'becameDone' | 'startedWork'> {
  readonly key: string;
  readonly becameDone: string | null;
  readonly startedWork: string | null;
}

/** A sprint that was started; an active one has no `completeDate`. ISO 8601 instants in UTC. */
export interface StartedSprint {
  readonly id: number;
  readonly startDate: string;
  readonly completeDate: string | null;
}

/**
 * Reads one sprint from its issues' change logs in at most 5 REST calls for teams of a usual size, as the viewer: an active one up
 * to `now`, a closed one up to its end. Nothing is kept.
 */
export type ReadSprintNow = (
  board: BoardSetup,
  sprint: StartedSprint,
  now: Date,
) => Promise<{ readonly record: SprintRecord; readonly issues: readonly IssueInSprint[] }>;

/** A record with what its figures depend on besides the issues. */
export interface KeptRecord {
  /** The estimation field, the done statuses and those of the first column: another of them makes another record. */
  readonly basis: string;
  readonly record: SprintRecord;
}

/** What is kept for the viewer about these sprints of a board, in any order; those without a readable entry are missing. */
export type LoadSprintRecords = (
  boardId: number,
  sprintIds: readonly number[],
) => Promise<readonly KeptRecord[]>;

/** Keeps records for the viewer, in place of older ones of the same sprints, for good. */
export type SaveSprintRecords = (boardId: number, records: readonly KeptRecord[]) => Promise<void>;

/** A closed sprint with its issues, as ids, numbers and dates; what they are called is read from Jira as the viewer. */
export interface KeptSprint extends KeptRecord {
  readonly issues: readonly IssueInSprint[];
}

/** What is kept for the viewer about one closed sprint and its issues; null without a readable entry. */
export type LoadClosedSprint = (boardId: number, sprintId: number) => Promise<KeptSprint | null>;

/** Keeps a closed sprint with its issues for the viewer, and its record among the others, for good. */
export type SaveClosedSprint = (boardId: number, sprint: KeptSprint) => Promise<void>;
