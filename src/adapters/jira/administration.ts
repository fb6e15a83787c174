import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import type { MayAdministerBoard } from '#src/ports/board-settings';

/** Where a board is located; no project when it is with a person. */
export const BOARD = z.object({ location: z.object({ projectId: z.number().int().optional() }).optional() });

export const PERMISSIONS = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/**
 * A board belongs to the project where it is located, whatever other projects its filter brings in. One that is located with
 * a person is left to the site's administrators.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-get
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 * @throws ReadFailure when the viewer may not see the board.
 */
export function mayAdministerBoard({ requestJira, ask }: JiraAccess): MayAdministerBoard {
  const isHeld = async (projectId: number | undefined) => {
    if (projectId === undefined) {
      const { permissions } = await ask('permissions', PERMISSIONS, () =>
        requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
      );
      return permissions['ADMINISTER']?.havePermission === true;
    }
    const { permissions } = await ask('permissions', PERMISSIONS, () =>
      requestJira(route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=ADMINISTER_PROJECTS`),
    );
    return permissions['ADMINISTER_PROJECTS']?.havePermission === true;
  };
  return async (boardId) => {
    const { location } = await ask('board', BOARD, () =>
      requestJira(route`/rest/agile/1.0/board/${boardId}`),
    );
    return await isHeld(location?.projectId).catch((error: unknown) => {
      // A project that the viewer may not even see.
      if (error instanceof JiraRefusal && error.status === 404) return false;
      throw error;
    });
  };
}
