import type { Bridge } from '../ui/bridge';
import { UnexpectedShape } from '../ui/failure';
import { fieldsOf, textOf } from '../ui/json';

type ReadJira = Bridge['jira'];

/**
 * The display name of an account.
 *
 * @returns null when Jira names none.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
 */
export async function readName(jira: ReadJira, accountId: string): Promise<string | null> {
  const search = new URLSearchParams({ accountId, maxResults: '1' });
  const { values } = fieldsOf(await jira(`/rest/api/3/user/bulk?${search}`));
  return Array.isArray(values) ? textOf(fieldsOf(values[0])['displayName']) : null;
}

/**
 * The names of the site's fields, by id.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export async function readFieldNames(jira: ReadJira): Promise<Readonly<Record<string, string>>> {
  const fields = await jira('/rest/api/3/field');
  if (!Array.isArray(fields)) throw new UnexpectedShape('/rest/api/3/field answered no list.');
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { id, name } = fieldsOf(field);
      return typeof id === 'string' && typeof name === 'string' ? [[id, name] as const] : [];
    }),
  );
}
