import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { DESCRIPTION } from '#src/adapters/jira/description';
import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { ReadDescriptions, ReadIssue } from '#src/ports/backlog';

/**
 * Reads one issue from Jira's database, so that it shows what was written a moment ago. The software API's issue and not
 * the platform's: it has `sprint` and every other field in the shape of the board's lists, where the platform's has a custom
 * field for the sprint that would have to be found first, at a call more.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-issue/#api-rest-agile-1-0-issue-issueidorkey-get
 */
export function readIssue({ requestJira, ask }: JiraAccess): ReadIssue {
  return async (board, issueId) => {
    const query = new URLSearchParams({ fields: issueFields(board).join(',') });
    return await ask('issue', issueSchema(board), () =>
      requestJira(route`/rest/agile/1.0/issue/${issueId}?${query}`),
    );
  };
}

/** Jira fetches no more at once. */
const BULK = 100;

const DESCRIPTIONS = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ description: DESCRIPTION }) })),
});

/**
 * Costs a point a call and one an issue. Jira leaves out issues that the viewer may not see.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export function readDescriptions({ requestJira, ask }: JiraAccess): ReadDescriptions {
  const read = async (issueIdsOrKeys: readonly string[]) =>
    await ask('descriptions', DESCRIPTIONS, () =>
      requestJira(route`/rest/api/3/issue/bulkfetch`, {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ issueIdsOrKeys, fields: ['description'] }),
      }),
    );
  return async (issueIds) => {
    const found = new Map<string, AdfNode | null | undefined>();
    for (let from = 0; from < issueIds.length; from += BULK) {
      const { issues } = await read(issueIds.slice(from, from + BULK));
      for (const { id, fields } of issues) found.set(id, fields.description);
    }
    return found;
  };
}
