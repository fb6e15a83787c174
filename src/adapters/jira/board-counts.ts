import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import type { CountOpenItems, CountSprintItems } from '#src/ports/board-counts';

const COUNT = z.object({ count: z.number().int().nonnegative() });

const OPEN = `statusCategory != Done AND ${WITHOUT_SUB_TASKS}`;
const IN_SPRINT = `sprint in openSprints() AND ${WITHOUT_SUB_TASKS}`;

/**
 * Counts issues of a board at one point, however many there are. Jira counts from its index, to within what changed in the last
 * moments, and answers 404 to somebody who may not see the board.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-approximate-count-get
 */
function countIn({ requestJira, ask }: JiraAccess, name: string, jql: string) {
  return async (boardId: number): Promise<number> => {
    const query = new URLSearchParams({ jql });
    const { count } = await ask(name, COUNT, () =>
      requestJira(route`/rest/software/1.0/board/${boardId}/issue/approximate-count?${query}`),
    );
    return count;
  };
}

export function countOpenItems(access: JiraAccess): CountOpenItems {
  return countIn(access, 'open issues', OPEN);
}

export function countSprintItems(access: JiraAccess): CountSprintItems {
  const count = countIn(access, 'issues in sprints', IN_SPRINT);
  return async (boardId) => {
    const items = await count(boardId);
    return items === 0 ? null : items;
  };
}
