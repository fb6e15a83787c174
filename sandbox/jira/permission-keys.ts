/** A permission as Jira lists it. */
export interface PermissionKey {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
}

const row = (
  type: PermissionKey['type'],
  key: string,
  id: string,
  name: string,
  description: string,
): PermissionKey => ({ key, id, name, type, description });

/** The permissions that the local Jira knows; asking for another one is an error, as in Jira. */
export const PERMISSION_KEYS: readonly PermissionKey[] = [
  row('GLOBAL', 'ADMINISTER', '0', 'Administer Jira', 'Create and administer projects, issue types, fields.'),
  row('GLOBAL', 'USER_PICKER', '27', 'Browse users and groups', 'View and select users or groups.'),
  row(
    'GLOBAL',
    'CREATE_SHARED_OBJECTS',
    '22',
    'Share dashboards and filters',
    'Share dashboards and filters.',
  ),
  row('GLOBAL', 'BULK_CHANGE', '33', 'Make bulk changes', 'Modify collections of issues at once.'),
  row('PROJECT', 'ADMINISTER_PROJECTS', '23', 'Administer Projects', 'Administer a project in Jira.'),
  row('PROJECT', 'BROWSE_PROJECTS', '10', 'Browse Projects', 'Browse projects and the issues within them.'),
  row('PROJECT', 'VIEW_DEV_TOOLS', '29', 'View Development Tools', 'View development tools.'),
  row('PROJECT', 'VIEW_READONLY_WORKFLOW', '45', 'View Read-Only Workflow', 'View a read-only workflow.'),
  row('PROJECT', 'VIEW_AGGREGATED_DATA', '-1', 'View Aggregated Data', 'View aggregated data of a project.'),
  row('PROJECT', 'CREATE_ISSUES', '11', 'Create Issues', 'Create issues.'),
  row('PROJECT', 'EDIT_ISSUES', '12', 'Edit Issues', 'Edit issues.'),
  row('PROJECT', 'ASSIGN_ISSUES', '13', 'Assign Issues', 'Assign issues to other people.'),
  row('PROJECT', 'RESOLVE_ISSUES', '14', 'Resolve Issues', 'Resolve and reopen issues.'),
  row('PROJECT', 'ADD_COMMENTS', '15', 'Add Comments', 'Comment on issues.'),
  row('PROJECT', 'DELETE_ISSUES', '16', 'Delete Issues', 'Delete issues.'),
  row('PROJECT', 'ASSIGNABLE_USER', '17', 'Assignable User', 'May be assigned to issues.'),
  row('PROJECT', 'CLOSE_ISSUES', '18', 'Close Issues', 'Close issues.'),
  row('PROJECT', 'LINK_ISSUES', '21', 'Link Issues', 'Link issues.'),
  row('PROJECT', 'MOVE_ISSUES', '25', 'Move Issues', 'Move issues between projects.'),
  row('PROJECT', 'SET_ISSUE_SECURITY', '26', 'Set Issue Security', 'Set the level of security on an issue.'),
  row('PROJECT', 'SCHEDULE_ISSUES', '28', 'Schedule Issues', 'View or edit due dates, and rank issues.'),
  row('PROJECT', 'MODIFY_REPORTER', '30', 'Modify Reporter', 'Modify the reporter of an issue.'),
  row('PROJECT', 'EDIT_ALL_COMMENTS', '34', 'Edit All Comments', 'Edit all comments.'),
  row('PROJECT', 'EDIT_OWN_COMMENTS', '35', 'Edit Own Comments', 'Edit own comments.'),
  row('PROJECT', 'DELETE_ALL_COMMENTS', '36', 'Delete All Comments', 'Delete all comments.'),
  row('PROJECT', 'DELETE_OWN_COMMENTS', '37', 'Delete Own Comments', 'Delete own comments.'),
  row('PROJECT', 'TRANSITION_ISSUES', '46', 'Transition Issues', 'Transition issues.'),
  row('PROJECT', 'MANAGE_SPRINTS_PERMISSION', '-1', 'Manage Sprints', 'Manage sprints.'),
  row(
    'PROJECT',
    'START_STOP_SPRINTS_PERMISSION',
    '-1',
    'Start/Complete Sprints',
    'Start and complete sprints.',
  ),
  row(
    'PROJECT',
    'EDIT_SPRINT_NAME_AND_GOAL_PERMISSION',
    '-1',
    'Edit Sprints',
    'Edit the name and goal of a sprint.',
  ),
];

const BY_KEY = new Map(PERMISSION_KEYS.map((permission) => [permission.key, permission]));

/** The permission with this key; undefined when Jira does not have it. */
export function permissionKey(key: string): PermissionKey | undefined {
  return BY_KEY.get(key);
}
