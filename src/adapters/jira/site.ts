import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import type { ReadFields, ReadPriorities } from '#src/ports/site';

const FIELDS = z.array(z.object({ id: z.string(), name: z.string(), custom: z.boolean() }));

/**
 * Every field that the viewer has a use for: Jira leaves out custom fields of projects that the viewer may not browse.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export function readFields({ requestJira, ask }: JiraAccess): ReadFields {
  return async () => {
    const fields = await ask('fields', FIELDS, () => requestJira(route`/rest/api/3/field`));
    return fields.map(({ id, name, custom }) => ({ id, name, isCustom: custom }));
  };
}

const PRIORITIES = z.array(z.object({ id: z.string(), name: z.string(), isDefault: z.boolean().nullish() }));

/**
 * Jira lists priorities highest first. A site may have no default; then none is marked. Atlassian has deprecated this list
 * in favour of `/priority/search`, which asks OAuth apps for the scope of an administrator, so that no user's app could use it.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/#api-rest-api-3-priority-get
 */
export function readPriorities({ requestJira, ask }: JiraAccess): ReadPriorities {
  return async () => {
    const priorities = await ask('priorities', PRIORITIES, () => requestJira(route`/rest/api/3/priority`));
    return priorities.map(({ id, name, isDefault }) => ({ id, name, isDefault: isDefault ?? false }));
  };
}
