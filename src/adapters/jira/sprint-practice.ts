import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import {
  countPractice,
  practiceFields,
  practiceSchema,
  PRACTICE_SAMPLE,
} from '#src/adapters/jira/story-practice';
import type { ReadPractice } from '#src/ports/sprints';

/**
 * Reads the texts of the issues that these sprints finished last: a sample, and nothing else of them.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get
 */
export function readPractice({ requestJira, ask }: JiraAccess): ReadPractice {
  return async (board, sprints) => {
    if (sprints.length === 0 || board.doneStatusIds.length === 0) return countPractice([]);
    const finished = [
      isAnyOf(
        'sprint',
        sprints.map(({ id }) => id),
      ),
      isAnyOf('status', board.doneStatusIds),
      WITHOUT_SUB_TASKS,
    ].join(' AND ');
    const query = listQuery({
      fields: practiceFields(board),
      jql: `${finished} ORDER BY statusCategoryChangedDate DESC`,
      maxResults: PRACTICE_SAMPLE,
      nextPageToken: null,
    });
    const schema = issuePage(z.object({ fields: practiceSchema(board) }).transform(({ fields }) => fields));
    const page = await ask('newest finished issues', schema, () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
    );
    return countPractice(page.issues);
  };
}
