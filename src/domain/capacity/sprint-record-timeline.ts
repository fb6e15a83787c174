/** One entry of an issue's change log, of one field. Instants are milliseconds since 1970. */
export type FieldChange = { readonly at: number } & (
  | { readonly field: 'sprint'; readonly from: readonly number[]; readonly to: readonly number[] }
  | { readonly field: 'status'; readonly from: string; readonly to: string }
  | { readonly field: 'estimate'; readonly from: number | null; readonly to: number | null }
);

/** An issue as it is now, and how three of its fields came to be so. */
export interface IssueTimeline {
  readonly issueId: string;
  readonly isSubtask: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** The sprints that its Sprint field names, closed ones too. */
  readonly sprintIds: readonly number[];
  readonly statusId: string;
  /** Null when empty. */
  readonly estimate: number | null;
  /** Oldest first; those of one instant in the order in which they were made. */
  readonly changes: readonly FieldChange[];
}

/** The three fields at one moment. */
export interface IssueState {
  readonly sprintIds: ReadonlySet<number>;
  readonly statusId: string;
  readonly estimate: number | null;
}

/** All changes of one instant: they count as one, so that what was undone at once never happened. */
export interface Moment {
  readonly at: number;
  readonly changes: readonly FieldChange[];
}

/** Change logs begin with the first change: what a field was created with is what that change replaced. */
export function firstState({ changes, sprintIds, statusId, estimate }: IssueTimeline): IssueState {
  let first: IssueState = { sprintIds: new Set(sprintIds), statusId, estimate };
  const seen = new Set<FieldChange['field']>();
  for (const change of changes) {
    if (seen.has(change.field)) continue;
    seen.add(change.field);
    first = withField(first, change, 'from');
    if (seen.size === 3) break;
  }
  return first;
}

function withField(state: IssueState, change: FieldChange, side: 'from' | 'to'): IssueState {
  switch (change.field) {
    case 'sprint':
      return { ...state, sprintIds: new Set(change[side]) };
    case 'status':
      return { ...state, statusId: change[side] };
    case 'estimate':
      return { ...state, estimate: change[side] };
  }
}

/** The state after all changes of a moment. */
export function stateAfter(state: IssueState, { changes }: Moment): IssueState {
  return changes.reduce((before, change) => withField(before, change, 'to'), state);
}

/**
 * The moments of an issue, oldest first; the first of them is its creation. Imported issues may have changes from before the
 * date of their creation: such an issue is as old as its first change.
 */
export function momentsOf({ created, changes }: IssueTimeline): readonly Moment[] {
  const born = Math.min(created, changes[0]?.at ?? created);
  const moments: { at: number; changes: FieldChange[] }[] = [{ at: born, changes: [] }];
  for (const change of changes) {
    const last = moments.at(-1);
    if (last?.at === change.at) last.changes.push(change);
    else moments.push({ at: change.at, changes: [change] });
  }
  return moments;
}
