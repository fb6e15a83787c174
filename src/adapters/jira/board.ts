import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import type { ListBoards, ReadBoard } from '#src/ports/boards';

const BOARD_TYPE = z.enum(['scrum', 'kanban', 'simple']);

const CONFIGURATION = z.object({
  id: z.number().int(),
  name: z.string(),
  type: BOARD_TYPE,
  columnConfig: z.object({
    columns: z.array(z.object({ statuses: z.array(z.object({ id: z.string() })) })),
  }),
  // Of Scrum boards. One that estimates by a field which is not named is no board that counts issues.
  estimation: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('none') }),
      z.object({ type: z.literal('issueCount') }),
      z.object({
        type: z.literal('field'),
        field: z.object({ fieldId: z.string(), displayName: z.string() }),
      }),
    ])
    .optional(),
  filter: z.object({ id: z.union([z.string(), z.number()]).transform(String) }).nullish(),
  // A board without a rank field has none, or one without a number.
  ranking: z.object({ rankCustomFieldId: z.number().int().nullish() }).nullish(),
});

const BOARD_PAGE = z.object({
  isLast: z.boolean(),
  // A private board comes without name and type.
  values: z.array(
    z.object({ id: z.number().int(), name: z.string().optional(), type: BOARD_TYPE.optional() }),
  ),
});

/** Jira's own field of time; its seconds are no points, so such a board counts issues here. */
const TIME_FIELD = 'timeoriginalestimate';

const PAGE = 50;

/**
 * Reads a board's configuration. A board that estimates by time, by issue count or not at all has no `estimation`.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-configuration-get
 */
export function readBoard({ requestJira, ask }: JiraAccess): ReadBoard {
  return async (boardId) => {
    const configuration = await ask('board configuration', CONFIGURATION, () =>
      requestJira(route`/rest/agile/1.0/board/${boardId}/configuration`),
    );
    const { id, name, type, columnConfig, estimation, filter, ranking } = configuration;
    const field = estimation?.type === 'field' ? estimation.field : undefined;
    const mapped = columnConfig.columns.filter((column) => column.statuses.length > 0);
    return {
      id,
      name,
      type,
      estimation: field && field.fieldId !== TIME_FIELD ? field : null,
      doneStatusIds: mapped.at(-1)?.statuses.map((status) => status.id) ?? [],
      firstStatusIds: mapped[0]?.statuses.map((status) => status.id) ?? [],
      ...(filter ? { filterId: filter.id } : {}),
      isRanked: typeof ranking?.rankCustomFieldId === 'number',
    };
  };
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get */
export function listBoards({ requestJira, ask }: JiraAccess): ListBoards {
  const page = async (projectId: string, startAt: number) =>
    await ask('board list', BOARD_PAGE, () =>
      requestJira(
        route`/rest/agile/1.0/board?projectKeyOrId=${projectId}&startAt=${startAt}&maxResults=${PAGE}`,
      ),
    );
  return async (projectId) => {
    const read: z.infer<typeof BOARD_PAGE>['values'] = [];
    for (;;) {
      const { isLast, values } = await page(projectId, read.length);
      read.push(...values);
      if (isLast || values.length === 0) break;
    }
    return read.flatMap(({ id, name, type }) =>
      name === undefined || type === undefined ? [] : [{ id, name, type }],
    );
  };
}
