/** The part of an Atlassian Document Format node that readiness reads. @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly AdfNode[] | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
}

/** Jira's three status categories, by their stable keys. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/**
 * Where a blocker stands, seen from this board.
 * - `ahead`: in an active sprint, so work on it comes first.
 * - `in-order`: among the issues read in rank order, at that index (0 is the top).
 * - `elsewhere`: on this board's backlog below what was read, or on no list of this board.
 * - `unknown`: not among the issues read, and whether it is under way could not be looked up.
 */
export type BlockerPlace =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'in-order'; readonly index: number }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' };

/** An issue that blocks another, as far as the viewer may see it. */
export interface Blocker {
  readonly key: string;
  readonly summary: string;
  readonly statusCategory: StatusCategory;
  readonly place: BlockerPlace;
}

/** The epic or other issue above one, as far as the viewer may see it. */
export interface Parent {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** null when empty; undefined when it was not read or is not shown. */
  readonly description: AdfNode | null | undefined;
}

/** One unstarted issue of a board, with the facts that readiness needs and no others. */
export interface BacklogIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** `level` is Jira's hierarchy level: -1 sub-task, 0 story, task or bug, 1 epic and above. */
  readonly issueType: { readonly name: string; readonly level: number };
  /** Value of the estimation field of this board's configuration; null is empty, 0 is a value. */
  readonly estimate: number | null;
  /** null when the description is empty; undefined when Jira shows the viewer no such field. */
  readonly description: AdfNode | null | undefined;
  /** Whether a field for acceptance criteria has something in it. */
  readonly hasCriteriaField: boolean;
  /** The future sprint it is planned in; null when it is in the backlog. */
  readonly sprint: { readonly id: number; readonly name: string } | null;
  readonly blockers: readonly Blocker[];
  /** null when it has none, or none that is shown. */
  readonly priorityId: string | null;
  /** The account it is assigned to; null when it is nobody's. */
  readonly assigneeId: string | null;
  readonly parent: Parent | null;
  /** ISO 8601 instant of the last change of any field or comment. */
  readonly updated: string;
  /** Ids of the fields that the team requires and that are empty here. */
  readonly emptyFieldIds: readonly string[];
}
