import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { ReadFailure } from '#src/ports/read-failure';

/** Jira Software's own field, one a site, for company- and team-managed projects alike. */
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';

const FIELDS = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.object({ custom: z.string().optional() }).optional(),
  }),
);

/** A field as change logs name it. */
export interface NamedField {
  readonly id: string;
  /** As the viewer reads it. */
  readonly name: string;
}

/**
 * Finds the site's Sprint field, which change logs name by an id that differs from site to site.
 * @throws ReadFailure `unexpected-answer` when the site has none.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export async function readSprintField({ requestJira, ask }: JiraAccess): Promise<NamedField> {
  const fields = await ask('fields', FIELDS, () => requestJira(route`/rest/api/3/field`));
  const sprint = fields.find(({ schema }) => schema?.custom === SPRINT_TYPE);
  if (!sprint) throw new ReadFailure('unexpected-answer', 'fields: none of them is the Sprint field.');
  return { id: sprint.id, name: sprint.name };
}
