import type { CheckId } from '#src/domain/backlog/finding';

/** What the checks said of one issue when its sprint started: an id, and names of checks. */
export interface FrozenIssue {
  readonly issueId: string;
  readonly failing: readonly CheckId[];
  /** Checks that were on and gave no answer on this issue; it counts on neither side of them. */
  readonly unanswered: readonly CheckId[];
}

/** The readiness of a sprint's issues as it was at the sprint's start; nothing that happens later changes it. */
export interface FrozenReadiness {
  readonly sprintId: number;
  readonly boardId: number;
  /** Milliseconds since 1970: when the issues were read, which may be later than the sprint's start. */
  readonly at: number;
  /** The checks that were on, each with a digest of its options: with others it would have been another check. */
  readonly checksOn: ReadonlyMap<CheckId, string>;
  readonly issues: readonly FrozenIssue[];
}

/**
 * Checks that no frozen readiness answers: `abandoned` asks about issues that the next two sprints do not reach, and `default-priority`
 * how the whole backlog is prioritised, of which a sprint that starts is a part too small to tell.
 */
export const NOT_SCORED: ReadonlySet<CheckId> = new Set(['abandoned', 'default-priority']);
