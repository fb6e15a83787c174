import { route } from '@forge/api';

import type { JiraAccess } from '#src/adapters/jira/access';
import { BOARD, PERMISSIONS } from '#src/adapters/jira/administration';
import { JiraRefusal } from '#src/adapters/jira/ask';
import type { ReadSprintRights, SprintRights } from '#src/ports/sprint-changes';

const NONE: SprintRights = { canManageSprints: false, canMoveIssues: false, canEditIssues: false };

/** Jira asks for both when an issue is moved into a sprint or out of it. */
const MOVING = ['SCHEDULE_ISSUES', 'EDIT_ISSUES'];
/** Either lets a goal be changed. */
const MANAGING = ['MANAGE_SPRINTS_PERMISSION', 'EDIT_SPRINT_NAME_AND_GOAL_PERMISSION'];
const ASKED = [...MOVING, ...MANAGING].join(',');

/**
 * The viewer's rights in the project where the board is located; of a board that is located with a person, whether they are held
 * anywhere: Jira decides about each issue and each sprint when it is changed.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-get
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export function readSprintRights({ requestJira, ask }: JiraAccess): ReadSprintRights {
  const held = async (projectId: number | undefined): Promise<SprintRights> => {
    const { permissions } = await ask('permissions', PERMISSIONS, () =>
      projectId === undefined
        ? requestJira(route`/rest/api/3/mypermissions?permissions=${ASKED}`)
        : requestJira(route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${ASKED}`),
    );
    const has = (key: string) => permissions[key]?.havePermission === true;
    return {
      canManageSprints: MANAGING.some(has),
      canMoveIssues: MOVING.every(has),
      canEditIssues: has('EDIT_ISSUES'),
    };
  };
  return async (boardId) => {
    const { location } = await ask('board', BOARD, () =>
      requestJira(route`/rest/agile/1.0/board/${boardId}`),
    );
    return await held(location?.projectId).catch((error: unknown) => {
      // A project that the viewer may not even see.
      if (error instanceof JiraRefusal && error.status === 404) return NONE;
      throw error;
    });
  };
}
