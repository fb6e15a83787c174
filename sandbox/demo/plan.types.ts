import type { PersonKey } from '#sandbox/demo/people';
import type { PRIORITY } from '#sandbox/jira/ids';
import type { Adf } from '#sandbox/jira/model';

/**
 * An issue's way through one sprint, in days after the sprint's first (0 is its Wednesday, 13 its last Tuesday).
 * Without `done` and `left` it is still open at the end and is carried over.
 */
export interface Leg {
  readonly sprint: number;
  /** Added after the start on that day; absent: part of what was planned. */
  readonly joined?: number;
  /** Taken out to the backlog on that day. */
  readonly left?: number;
  readonly started?: number;
  readonly inReview?: number;
  readonly done?: number;
  /** Estimated anew on that day. */
  readonly reestimated?: { readonly day: number; readonly points: number };
}

export interface CommentPlan {
  readonly by: PersonKey;
  /** Days after the issue was created, or a day of a sprint. */
  readonly when: number | { readonly sprint: number; readonly day: number };
  /** Wiki markup. */
  readonly text: string;
}

/** One issue of the demo, before it has an id. */
export interface IssuePlan {
  /** Names it within the demo, for parents and links. */
  readonly ref: string;
  readonly type: 'story' | 'task' | 'bug';
  readonly summary: string;
  /** Wiki markup, or a document where wiki markup has no word for it. */
  readonly text?: string | Adf;
  readonly epic?: string;
  readonly points?: number;
  readonly priority?: keyof typeof PRIORITY;
  readonly labels?: readonly string[];
  readonly by?: PersonKey;
  readonly assignee?: PersonKey;
  readonly legs?: readonly Leg[];
  /** Days before the calendar's reference at which it was created; without it, the first sprint decides. */
  readonly age?: number;
  /** Done that many days after it was created, outside any sprint. */
  readonly doneAfter?: number;
  readonly isFlagged?: boolean;
  /** Hidden from all but the project's leads. */
  readonly isSecret?: boolean;
  readonly comments?: readonly CommentPlan[];
  readonly subtasks?: readonly { readonly summary: string; readonly isDone?: boolean }[];
}

export interface EpicPlan {
  readonly ref: string;
  readonly summary: string;
  readonly text?: string;
  /** Days before the calendar's reference at which it was created. */
  readonly age: number;
}

export interface SprintPlan {
  readonly number: number;
  readonly goal: string;
}
