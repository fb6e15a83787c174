import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import { editFields } from '#src/adapters/jira/edit-issue';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { orRefused } from '#src/adapters/jira/refused';
import type { WriteEstimate } from '#src/ports/issue-edits';
import { WriteFailure } from '#src/ports/write-failure';

/**
 * Sets the field that the board estimates by, even where it is on no screen of the issue. Jira takes the number as text. How a
 * field is emptied its documentation does not say: by an empty text or, where Jira refuses that, as any field of the issue.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-issue/#api-rest-agile-1-0-issue-issueidorkey-estimation-put
 */
export function writeEstimate(access: JiraAccess): WriteEstimate {
  const { requestJira, ask } = access;
  return async (board, issueId, estimate) => {
    if (board.estimation === null) {
      throw new WriteFailure('refused', 'estimate: the board counts issues.', {
        reason: 'issues-are-counted',
      });
    }
    const body = JSON.stringify({ value: estimate === null ? '' : String(estimate) });
    const { fieldId } = board.estimation;
    const writing = ask(
      'estimate',
      z.unknown(),
      () =>
        requestJira(route`/rest/agile/1.0/issue/${issueId}/estimation?boardId=${board.id}`, {
          method: 'PUT',
          headers: JSON_BODY,
          body,
        }),
      { isWrite: true },
    ).catch(async (error: unknown) => {
      const isEmptyRefused = estimate === null && error instanceof JiraRefusal && error.status === 400;
      if (!isEmptyRefused) throw error;
      await editFields(access, 'estimate', issueId, { [fieldId]: null });
    });
    await orRefused(writing);
  };
}
