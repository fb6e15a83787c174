import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import type { MissingPart } from '#src/ports/missing';

/** A change that the viewer made here after an answer, and by which its issue was judged again. */
export interface OwnChange {
  readonly issueId: string;
  /** ISO 8601 instant of the issue's last change as Jira gave it after this one. */
  readonly updated: string;
}

/** An answer without words, as it is kept for one viewer and board. */
export interface KeptHealth {
  /** ISO 8601 instant at which Jira was read. */
  readonly asOf: string;
  /** What the answer depends on besides the issues: the board's set-up and the checks' settings. */
  readonly basis: string;
  readonly hasSprints: boolean;
  /** Active sprints at that time, in ascending order. */
  readonly activeSprintIds: readonly number[];
  /** Changes that are in the answer already; one an issue at most. */
  readonly ownChanges: readonly OwnChange[];
  readonly missing: readonly MissingPart[];
  readonly assessment: BacklogAssessment;
}

/** null when nothing readable is kept for the viewer and this board. */
export type LoadHealth = (boardId: number) => Promise<KeptHealth | null>;

/** Keeps an answer in place of the viewer's last one; it goes away by itself. What cannot be written is left out. */
export type SaveHealth = (boardId: number, health: KeptHealth) => Promise<void>;

/** Lets go of the viewer's last answer, so that the board is read anew when it is opened next. */
export type ForgetHealth = (boardId: number) => Promise<void>;

/** What a probe compares with. */
export interface ProbeFrom {
  readonly issueIds: readonly string[];
  readonly activeSprintIds: readonly number[];
  readonly ownChanges: readonly OwnChange[];
  readonly since: Date;
  readonly now: Date;
}

/**
 * Whether an issue that counts was changed, added, removed or started since then: at the price of a call or two.
 * It may say yes when nothing that matters changed.
 */
export type ProbeIssues = (boardId: number, from: ProbeFrom) => Promise<boolean>;

/** Ids of the board's active sprints, in ascending order; none on a board without sprints. */
export type ReadActiveSprints = (boardId: number) => Promise<readonly number[]>;
