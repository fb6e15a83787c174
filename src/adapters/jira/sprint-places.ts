import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf } from '#src/adapters/jira/jql';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { FindPlaces, IssuePlace } from '#src/ports/sprint-changes';

const NAMED = z.object({ issues: z.array(z.object({ id: z.string() })) });

const PLACED = z
  .object({
    id: z.string(),
    key: z.string(),
    fields: z.object({ sprint: z.object({ id: z.number().int() }).nullish() }).optional(),
  })
  .transform(({ id, key, fields }): IssuePlace => ({ id, key, sprintId: fields?.sprint?.id ?? null }));

const MOST = 50;

/**
 * First the ids of the keys, of which Jira leaves out those that the viewer may not see: a query with a key that it does not know
 * would be refused whole. Then the board's own list, whose index `reconcileIssues` makes wait for these issues.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get
 */
export function findPlaces({ requestJira, ask }: JiraAccess): FindPlaces {
  const idsOf = async (issueIdsOrKeys: readonly string[]) => {
    const body = JSON.stringify({ issueIdsOrKeys, fields: ['id'] });
    const { issues } = await ask('issues by key', NAMED, () =>
      requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', headers: JSON_BODY, body }),
    );
    return issues.map(({ id }) => id);
  };
  return async ({ id: boardId }, keys) => {
    const ids = keys.length === 0 ? [] : await idsOf(keys);
    if (ids.length === 0) return [];
    return await allPages(async (nextPageToken) => {
      const query = listQuery({
        fields: ['sprint'],
        jql: isAnyOf('id', ids),
        maxResults: MOST,
        nextPageToken,
      });
      query.set('reconcileIssues', ids.join(','));
      return await ask('where issues stand', issuePage(PLACED), () =>
        requestJira(route`/rest/software/1.0/board/${boardId}/issue?${query}`),
      );
    });
  };
}
