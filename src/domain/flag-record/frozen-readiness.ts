import type { CheckId } from '#src/domain/backlog/finding';

/** What the checks said of one issue when its sprint started: ids and numbers. */
export interface FrozenIssue {
  readonly issueId: string;
  /** In the board's unit; null when empty. */
  readonly estimate: number | null;
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
  readonly checksOn: readonly CheckId[];
  readonly issues: readonly FrozenIssue[];
}
