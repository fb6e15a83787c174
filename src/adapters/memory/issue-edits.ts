import type { LinkedBlocker, ListedIssue } from '#src/ports/backlog';
import type { IssueEdits } from '#src/ports/issue-edits';
import { ReadFailure } from '#src/ports/read-failure';
import { WriteFailure } from '#src/ports/write-failure';

/** An issue in memory that edits change in place. */
export type EditableIssue = { -readonly [Field in keyof ListedIssue]: ListedIssue[Field] };

/** Edits issues in memory, for tests. `elsewhere` are issues of other boards, which can block. */
export function createMemoryEdits(
  issues: readonly EditableIssue[],
  elsewhere: readonly LinkedBlocker[] = [],
): IssueEdits {
  const at = async (issueId: string): Promise<EditableIssue> => {
    await Promise.resolve();
    const issue = issues.find(({ id }) => id === issueId);
    if (!issue) throw new ReadFailure('not-found', `There is no issue ${issueId}.`);
    return issue;
  };
  const blockerOf = (wanted: string): LinkedBlocker => {
    const found = issues.find(({ key }) => key === wanted);
    if (found) return { id: found.id, key: found.key, summary: found.summary, statusCategory: 'new' };
    const other = elsewhere.find(({ key }) => key === wanted);
    if (other) return other;
    throw new WriteFailure('refused', `There is no ${wanted}.`, { reason: 'blocker-not-found' });
  };
  return {
    writeEstimate: async (board, issueId, estimate) => {
      if (!board.estimation) {
        throw new WriteFailure('refused', 'The board counts issues.', { reason: 'issues-are-counted' });
      }
      (await at(issueId)).estimate = estimate;
    },
    writePriority: async (issueId, priorityId) => {
      (await at(issueId)).priorityId = priorityId;
    },
    readDocument: async (issueId) => (await at(issueId)).description ?? null,
    writeDocument: async (issueId, document) => {
      (await at(issueId)).description = document;
    },
    linkBlocker: async (issueId, blockerKey) => {
      const issue = await at(issueId);
      const blocker = blockerOf(blockerKey);
      if (!issue.blockers.some(({ id }) => id === blocker.id)) issue.blockers = [...issue.blockers, blocker];
    },
    unlinkBlocker: async (issueId, blockerKey) => {
      const issue = await at(issueId);
      const before = issue.blockers;
      issue.blockers = before.filter(({ key }) => key !== blockerKey);
      return issue.blockers.length < before.length;
    },
  };
}
