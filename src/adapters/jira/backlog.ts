import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import { isAnyOf, isNoneOf, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import type { FindInSprints, FindOnBoard, ReadBacklogPage, ReadSprintIssues } from '#src/ports/backlog';

/** Jira gives as many as it can, up to this. */
const PAGE = 1000;

/**
 * Jira itself leaves done issues and those of active and future sprints out of a backlog, and orders by rank.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-backlog-get
 */
export function readBacklogPage({ requestJira, ask }: JiraAccess): ReadBacklogPage {
  return async (board, from, size) => {
    const query = listQuery({
      fields: issueFields(board),
      jql: WITHOUT_SUB_TASKS,
      maxResults: size,
      nextPageToken: from,
    });
    const page = await ask('backlog', issuePage(issueSchema(board)), () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/backlog?${query}`),
    );
    return { issues: page.issues, next: page.nextPageToken ?? null };
  };
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get */
export function readSprintIssues({ requestJira, ask }: JiraAccess): ReadSprintIssues {
  return async (board, sprintIds, from, size) => {
    if (sprintIds.length === 0) return { issues: [], next: null };
    const jql = [isAnyOf('sprint', sprintIds), isNoneOf('status', board.doneStatusIds), WITHOUT_SUB_TASKS];
    const query = listQuery({
      fields: issueFields(board),
      jql: jql.filter(Boolean).join(' AND '),
      maxResults: size,
      nextPageToken: from,
    });
    const page = await ask('sprint issues', issuePage(issueSchema(board)), () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
    );
    return { issues: page.issues, next: page.nextPageToken ?? null };
  };
}

const ID_PAGE = issuePage(z.object({ id: z.string() }));

/** Ids of the board's issues that a query finds. */
async function findIds({ requestJira, ask }: JiraAccess, boardId: number, call: string, jql: string) {
  const found = await allPages(async (nextPageToken) => {
    const query = listQuery({ fields: ['id'], jql, maxResults: PAGE, nextPageToken });
    return await ask(call, ID_PAGE, () =>
      requestJira(route`/rest/software/1.0/board/${boardId}/issue?${query}`),
    );
  });
  return new Set(found.map(({ id }) => id));
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get */
export function findInSprints(access: JiraAccess): FindInSprints {
  return async (board, issueIds, sprintIds) => {
    if (issueIds.length === 0 || sprintIds.length === 0) return new Set();
    const jql = `${isAnyOf('id', issueIds)} AND ${isAnyOf('sprint', sprintIds)}`;
    return await findIds(access, board.id, 'blockers in sprints', jql);
  };
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get */
export function findOnBoard(access: JiraAccess): FindOnBoard {
  return async (board, issueIds) =>
    issueIds.length === 0
      ? new Set()
      : await findIds(access, board.id, 'blockers on the board', isAnyOf('id', issueIds));
}
