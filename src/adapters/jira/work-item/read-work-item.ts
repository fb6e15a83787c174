import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import type { StatusCategory } from '#src/domain/backlog/issue';
import type { ReadWorkItem } from '#src/ports/work-item/work-item';

/** Jira's category "undefined" is that of statuses nobody sorted: not done. */
const PLACE = z.object({
  fields: z.object({
    status: z.object({
      id: z.string(),
      statusCategory: z.object({
        key: z
          .enum(['new', 'indeterminate', 'done', 'undefined'])
          .transform((key): StatusCategory => (key === 'undefined' ? 'new' : key)),
      }),
    }),
    sprint: z.object({ state: z.string().optional() }).nullish(),
  }),
});

/**
 * Costs two points: a call and an issue. As `readIssue`, with the status and whether the sprint is under way.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-issue/#api-rest-agile-1-0-issue-issueidorkey-get
 */
export function readWorkItem({ requestJira, ask }: JiraAccess): ReadWorkItem {
  return async (board, issueId) => {
    const query = new URLSearchParams({ fields: [...issueFields(board), 'status'].join(',') });
    const schema = z.intersection(
      issueSchema(board),
      PLACE.transform(({ fields }) => ({ place: fields })),
    );
    const { place, ...issue } = await ask('work item', schema, () =>
      requestJira(route`/rest/agile/1.0/issue/${issueId}?${query}`),
    );
    return {
      issue,
      statusId: place.status.id,
      statusCategory: place.status.statusCategory.key,
      isInActiveSprint: place.sprint?.state === 'active',
    };
  };
}
