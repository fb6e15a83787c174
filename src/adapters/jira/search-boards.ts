import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import type { ReadSiteAddress, SearchBoards } from '#src/ports/find-boards';

const BOARDS = z.object({
  // A private board comes without name and type: it is none that could be meant.
  values: z.array(
    z.object({
      id: z.number().int(),
      name: z.string().optional(),
      type: z.enum(['scrum', 'kanban', 'simple']).optional(),
      location: z.object({ projectKey: z.string().optional() }).nullish(),
    }),
  ),
});

const PAGE = 50;

/**
 * One call, at a point for itself and one for each board found.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get
 */
export function searchBoards({ requestJira, ask }: JiraAccess): SearchBoards {
  return async (text) => {
    const query = new URLSearchParams({ name: text, maxResults: String(PAGE) });
    const { values } = await ask('boards by name', BOARDS, () =>
      requestJira(route`/rest/agile/1.0/board?${query}`),
    );
    return values.flatMap(({ id, name, type, location }) =>
      name === undefined || type === undefined
        ? []
        : [{ id, name, type, projectKey: location?.projectKey ?? null }],
    );
  };
}

const SERVER = z.object({ baseUrl: z.url({ protocol: /^https?$/ }) });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-server-info/#api-rest-api-3-serverinfo-get */
export function readSiteAddress({ requestJira, ask }: JiraAccess): ReadSiteAddress {
  return async () => {
    const { baseUrl } = await ask('site address', SERVER, () => requestJira(route`/rest/api/3/serverInfo`));
    return baseUrl.replace(/\/+$/, '');
  };
}
