import { insertCriteria, removeCriteria, type CriteriaTemplate } from '#src/domain/backlog/criteria-block';
import type { ListedIssue } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';
import type { IssueEdits } from '#src/ports/issue-edits';
import { WriteFailure } from '#src/ports/write-failure';

/** One change of one issue. `from` is what the viewer saw. */
export type Mend =
  | { readonly kind: 'estimate'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'priority'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'insert-criteria' | 'remove-criteria'; readonly template: CriteriaTemplate }
  | { readonly kind: 'link-blocker' | 'unlink-blocker'; readonly blockerKey: string };

/** A change that was made: what takes it back, once the issue was read again. null when it was so already. */
export type Made = ((after: ListedIssue) => Mend) | null;

interface Target {
  readonly board: BoardSetup;
  /** As it was read just before. */
  readonly issue: ListedIssue;
}

type Change<Kind extends Mend['kind']> = (
  edits: IssueEdits,
  target: Target,
  mend: Extract<Mend, { readonly kind: Kind }>,
) => Promise<Made>;

/** @throws WriteFailure `conflict` with the value there is, when it is neither what the viewer saw nor what they want. */
function isToChange<Value extends number | string | null>(now: Value, from: Value, to: Value): boolean {
  if (now === to) return false;
  if (now === from) return true;
  throw new WriteFailure('conflict', 'mend: the value is another by now.', { current: now });
}

const setEstimate: Change<'estimate'> = async ({ writeEstimate }, { board, issue }, { from, to }) => {
  if (!isToChange(issue.estimate, from, to)) return null;
  await writeEstimate(board, issue.id, to);
  return () => ({ kind: 'estimate', from: to, to: from });
};

const setPriority: Change<'priority'> = async ({ writePriority }, { issue }, { from, to }) => {
  if (!isToChange(issue.priorityId, from, to)) return null;
  await writePriority(issue.id, to);
  return () => ({ kind: 'priority', from: to, to: from });
};

const addCriteria: Change<'insert-criteria'> = async (edits, { issue }, { template }) => {
  const document = insertCriteria(await edits.readDocument(issue.id), template);
  if (document === null) return null;
  await edits.writeDocument(issue.id, document);
  return () => ({ kind: 'remove-criteria', template });
};

const takeCriteria: Change<'remove-criteria'> = async (edits, { issue }, { template }) => {
  const document = removeCriteria(await edits.readDocument(issue.id), template);
  if (document === undefined) {
    throw new WriteFailure('conflict', 'mend: the criteria are not as they were put in.');
  }
  await edits.writeDocument(issue.id, document);
  return () => ({ kind: 'insert-criteria', template });
};

const link: Change<'link-blocker'> = async ({ linkBlocker }, { issue }, { blockerKey }) => {
  if (blockerKey === issue.key) {
    throw new WriteFailure('refused', 'mend: an issue cannot block itself.', { reason: 'blocks-itself' });
  }
  if (issue.blockers.some(({ key }) => key === blockerKey)) return null;
  await linkBlocker(issue.id, blockerKey);
  const before = new Set(issue.blockers.map(({ id }) => id));
  return ({ blockers }) => {
    // An issue that was moved answers to its old key too, but is listed under its new one.
    const added = blockers.find(({ id }) => !before.has(id));
    return { kind: 'unlink-blocker', blockerKey: added?.key ?? blockerKey };
  };
};

const unlink: Change<'unlink-blocker'> = async ({ unlinkBlocker }, { issue }, { blockerKey }) => {
  const isDone = await unlinkBlocker(issue.id, blockerKey);
  return isDone ? () => ({ kind: 'link-blocker', blockerKey }) : null;
};

const CHANGES: { readonly [Kind in Mend['kind']]: Change<Kind> } = {
  estimate: setEstimate,
  priority: setPriority,
  'insert-criteria': addCriteria,
  'remove-criteria': takeCriteria,
  'link-blocker': link,
  'unlink-blocker': unlink,
};

/**
 * Makes one change, as the viewer. Jira has no conditional writes: what the viewer saw is compared with what was read a moment
 * ago, and a change by somebody else within that moment is written over. For a description that moment is between reading
 * and writing it whole.
 * @throws WriteFailure when Jira refuses, or the issue is not as the viewer saw it; ReadFailure when Jira does not answer.
 */
export async function makeChange(edits: IssueEdits, target: Target, mend: Mend): Promise<Made> {
  // The table has the change of each kind; the compiler does not follow the kind through it.
  const change = CHANGES[mend.kind] as Change<Mend['kind']>;
  return await change(edits, target, mend);
}
