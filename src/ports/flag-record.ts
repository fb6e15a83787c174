import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';
import type { IssueHistories } from '#src/domain/flag-record/fates-of-sprint';
import type { Tally } from '#src/domain/flag-record/tally';
import type { BoardSetup } from '#src/ports/boards';

/** Whether a sprint's readiness is frozen for this board. */
export type IsFrozen = (boardId: number, sprintId: number) => Promise<boolean>;

/**
 * Keeps a sprint's readiness for good.
 * @param endDate when the sprint is planned to end (ISO 8601); null where nobody said.
 * @returns false, and changes nothing, when that sprint is frozen for the board already.
 */
export type KeepFreeze = (frozen: FrozenReadiness, endDate: string | null) => Promise<boolean>;

/** A frozen readiness as it is kept. */
export interface KeptFreeze extends FrozenReadiness {
  /** As it was planned at the start; ISO 8601. */
  readonly endDate: string | null;
}

/** What is frozen for a board, the last `most`, newest first. A freeze of some seconds ago may be missing. */
export type ListFreezes = (boardId: number, most: number) => Promise<readonly KeptFreeze[]>;

/** What became of a closed sprint's frozen issues as one viewer sees them, with all that it depends on. */
export interface KeptTally {
  readonly sprintId: number;
  /** How the board counts: see `recordBasisOf`. */
  readonly basis: string;
  /** ISO 8601; a sprint that was re-opened and completed anew has another end. */
  readonly startDate: string;
  readonly completeDate: string;
  /** When the readiness was frozen that it tells of. */
  readonly frozenAt: number;
  readonly tally: Tally;
}

/** What is kept for the viewer about these sprints of a board, in any order; those without a readable entry are missing. */
export type LoadTallies = (boardId: number, sprintIds: readonly number[]) => Promise<readonly KeptTally[]>;

/** Keeps tallies for the viewer, in place of older ones of the same sprints, for good. */
export type SaveTallies = (boardId: number, tallies: readonly KeptTally[]) => Promise<void>;

/**
 * Reads what became of these issues, as the viewer; those that the viewer may not see, or that are gone, are missing. Of changed texts it
 * is told that they changed, and when.
 */
export type ReadHistories = (board: BoardSetup, issueIds: readonly string[]) => Promise<IssueHistories>;
