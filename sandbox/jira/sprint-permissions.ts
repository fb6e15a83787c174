import type { Project } from '#sandbox/jira/model';
import type { Viewer } from '#sandbox/jira/permissions';

/** `edit` is of the name and the goal alone; `manage` covers everything. */
export type SprintAct = 'manage' | 'start-or-complete' | 'edit';

const ALONE: Readonly<Record<SprintAct, string | null>> = {
  manage: null,
  'start-or-complete': 'START_STOP_SPRINTS_PERMISSION',
  edit: 'EDIT_SPRINT_NAME_AND_GOAL_PERMISSION',
};

/** Whether the viewer may do this to the sprints of a board in the project: by its own permission, or by managing sprints. */
export function mayActOnSprint(viewer: Viewer, project: Project, act: SprintAct): boolean {
  const alone = ALONE[act];
  return viewer.can('MANAGE_SPRINTS_PERMISSION', project) || (alone !== null && viewer.can(alone, project));
}
