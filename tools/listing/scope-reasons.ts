/** What each scope is for, in the words of an admin who is asked for it. A scope without a reason fails the tests. */
export const SCOPE_REASONS: Readonly<Record<string, string>> = {
  'read:jira-work':
    'Reads the issues of a board, their change logs, fields, priorities and parents: as the person who looks, and for schedules and search functions, where nobody is there, as the app itself.',
  'write:jira-work':
    'Sets an estimate, a priority or a description on an issue that somebody mends in the panel, as that person.',
  'read:jira-user': 'Shows the name behind an account where a setting or a risk says who changed it.',
  'read:board-scope:jira-software': 'Finds boards and reads their backlogs.',
  'read:board-scope.admin:jira-software':
    "Reads a board's columns and estimation field, which say what done and estimated mean.",
  'read:sprint:jira-software': "Reads a board's sprints, their dates and goals.",
  'read:issue-details:jira': 'Reads the issues of a board or sprint in rank order.',
  'read:project:jira': 'Finds the boards of a project for the project page.',
  'read:issue:jira-software': 'Reads an issue with the fields of its board.',
  'write:issue:jira-software':
    'Sets the estimate in the field that the board uses, and puts an issue back to its rank.',
  'write:sprint:jira-software':
    "Changes a sprint's goal and moves issues into it, as the person who asks for it.",
  'write:board-scope:jira-software':
    'Moves issues from a sprint back to the backlog, as the person who asks for it.',
  'read:page:confluence': 'Finds the page of a risk register and whether the person may read or edit it.',
  'read:space:confluence': 'Names the spaces on the pages over many registers.',
  'read:content.permission:confluence':
    'Asks Confluence whether somebody may see or edit the page of a register.',
  'read:user:confluence': "Shows the names of risks' owners.",
  'read:content-details:confluence': 'Finds people by name when somebody chooses the owner of a risk.',
  'write:comment:confluence':
    'Writes the weekly reminder as a comment on the page, only where an editor has switched it on.',
  'read:app-data:jira':
    "Sees which of the app's search functions are in use, so that only those are kept up to date.",
  'write:app-data:jira': "Brings what Jira keeps for the app's search functions up to date.",
  'storage:app': "Keeps registers, settings and figures in Forge's own storage. Nothing leaves Atlassian.",
  'report:personal-data':
    'Tells Atlassian once a week which account ids are stored, so that closed accounts are taken out of everything.',
};
