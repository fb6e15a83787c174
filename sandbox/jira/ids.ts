/** Ids that every local Jira has from the start, as Jira Cloud numbers them where it has a habit. */
export const FIELD = {
  storyPointEstimate: 'customfield_10016',
  rank: 'customfield_10019',
  sprint: 'customfield_10020',
  flagged: 'customfield_10021',
  storyPoints: 'customfield_10028',
} as const;

/** The one option of the Flagged field. */
export const IMPEDIMENT = { id: '10019', value: 'Impediment' } as const;

export const PRIORITY = { highest: '1', high: '2', medium: '3', low: '4', lowest: '5' } as const;

export const RESOLUTION = {
  done: '10000',
  wontDo: '10001',
  duplicate: '10002',
  cannotReproduce: '10003',
} as const;

export const LINK_TYPE = {
  blocks: '10000',
  cloners: '10001',
  duplicate: '10002',
  relates: '10003',
} as const;

/** Issue types that company-managed projects share. */
export const ISSUE_TYPE = {
  epic: '10000',
  story: '10001',
  task: '10002',
  bug: '10003',
  subtask: '10004',
} as const;

/** Statuses that company-managed projects share. */
export const STATUS = { toDo: '10000', inProgress: '10001', inReview: '10002', done: '10003' } as const;

export const PROJECT_ROLE = { administrators: '10002', members: '10003', viewers: '10004' } as const;

export const PERMISSION_SCHEME = { default: '0' } as const;

/** `leads` is for administrators and the project lead, `reporterOnly` for the reporter and administrators. */
export const SECURITY_LEVEL = { leads: '10000', reporterOnly: '10001' } as const;

export const GROUP = { siteAdmins: 'site-admins', users: 'jira-users' } as const;

/** The account that change logs name when the app acts for itself. */
export const APP_ACCOUNT = 'app';
