import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import type { MayAdministerBoard } from '#src/ports/board-settings';
import type { MayAdministerProject, ReadProjectOfBoard } from '#src/ports/setting-layers';

/** Where a board is located; no project when it is with a person. */
export const BOARD = z.object({ location: z.object({ projectId: z.number().int().optional() }).optional() });

export const PERMISSIONS = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

async function holds(
  { requestJira, ask }: JiraAccess,
  permission: 'ADMINISTER' | 'ADMINISTER_PROJECTS',
  projectId?: string,
): Promise<boolean> {
  const { permissions } = await ask('permissions', PERMISSIONS, () =>
    requestJira(
      projectId === undefined
        ? route`/rest/api/3/mypermissions?permissions=${permission}`
        : route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${permission}`,
    ),
  );
  return permissions[permission]?.havePermission === true;
}

/** A project that the viewer may not even see is not one that they administer. */
export function mayAdministerProject(access: JiraAccess): MayAdministerProject {
  return async (projectId) =>
    await holds(access, 'ADMINISTER_PROJECTS', projectId).catch((error: unknown) => {
      if (error instanceof JiraRefusal && error.status === 404) return false;
      throw error;
    });
}

/**
 * The project that a board is located in.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-get
 * @throws ReadFailure when the viewer may not see the board.
 */
export function readProjectOfBoard({ requestJira, ask }: JiraAccess): ReadProjectOfBoard {
  return async (boardId) => {
    const { location } = await ask('board', BOARD, () =>
      requestJira(route`/rest/agile/1.0/board/${boardId}`),
    );
    return location?.projectId === undefined ? null : String(location.projectId);
  };
}

/**
 * A board belongs to the project where it is located, whatever other projects its filter brings in. One that is located with
 * a person is left to the site's administrators.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-get
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 * @throws ReadFailure when the viewer may not see the board.
 */
export function mayAdministerBoard(access: JiraAccess): MayAdministerBoard {
  const projectOf = readProjectOfBoard(access);
  const administers = mayAdministerProject(access);
  return async (boardId) => {
    const projectId = await projectOf(boardId);
    return projectId === null ? await holds(access, 'ADMINISTER') : await administers(projectId);
  };
}
