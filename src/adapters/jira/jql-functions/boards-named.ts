import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import type { BoardSummary } from '#src/ports/boards';
import type { FindBoardsNamed } from '#src/ports/jql';

const PAGE_OF_BOARDS = z.object({
  isLast: z.boolean(),
  // A private board comes without name and type: it is none that could be meant.
  values: z.array(
    z.object({
      id: z.number().int(),
      name: z.string().optional(),
      type: z.enum(['scrum', 'kanban', 'simple']).optional(),
    }),
  ),
});

const PAGE = 50;

/** Jira answers every board that has the text in its name, at a point each: a name that hundreds share in part is read no further. */
const PAGES_AT_MOST = 5;

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get */
export function findBoardsNamed({ requestJira, ask }: JiraAccess): FindBoardsNamed {
  return async (name) => {
    const found: BoardSummary[] = [];
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const query = new URLSearchParams({ name, startAt: String(page * PAGE), maxResults: String(PAGE) });
      const { isLast, values } = await ask('boards by name', PAGE_OF_BOARDS, () =>
        requestJira(route`/rest/agile/1.0/board?${query}`),
      );
      for (const board of values) {
        if (board.name === undefined || board.type === undefined) continue;
        if (board.name.trim().toLowerCase() !== name.toLowerCase()) continue;
        found.push({ id: board.id, name: board.name, type: board.type });
      }
      if (isLast || values.length === 0) break;
    }
    return found;
  };
}
