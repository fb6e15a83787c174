import type { Operation } from '#sandbox/jira/rest/scopes';

/** What is said to whoever wants to change something. */
export const READ_ONLY = 'Evenkeel only reads this site; nothing was changed.';

/** The calls that only ask, although they are posted: what they ask for is too long for an address. */
const ASKING: ReadonlySet<Operation> = new Set<Operation>([
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/search/approximate-count',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/changelog/bulkfetch',
  'POST /rest/api/3/permissions/check',
]);

/** Whether a call leaves the site as it is. */
export const isRead = (operation: Operation): boolean =>
  operation.startsWith('GET ') || ASKING.has(operation);
