import type { JiraAccess } from '#src/adapters/jira/access';
import { readChangeLogs } from '#src/adapters/jira/change-logs';
import { readFacts } from '#src/adapters/jira/issues-of-sprints';
import { readSprintField } from '#src/adapters/jira/sprint-field';
import { readTextChanges } from '#src/adapters/jira/text-changes';
import type { ReadHistories } from '#src/ports/flag-record';

/**
 * Reads issues by id, with what became of them: four calls for a hundred issues. They are asked for by id and not by a sprint, so that
 * those that were taken out come without a search.
 */
export function readHistories(access: JiraAccess): ReadHistories {
  return async (board, issueIds) => {
    const { estimation } = board;
    const sprintField = await readSprintField(access);
    const estimate = estimation && { id: estimation.fieldId, name: estimation.displayName };
    const [facts, logs, textChanges] = await Promise.all([
      readFacts({ access, board, sprintField }, issueIds),
      readChangeLogs(access, issueIds, { sprint: sprintField, hasStatus: true, estimate }),
      readTextChanges(access, issueIds),
    ]);
    const timelines = facts.map((issue) => ({ ...issue, changes: logs.get(issue.issueId) ?? [] }));
    return { timelines, textChanges };
  };
}
