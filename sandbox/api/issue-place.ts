import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { ShownModule } from '#sandbox/api/modules';
import type { ModuleContext } from '#sandbox/forge/host.types';

/** What a place on an issue, or beside one, says of it. */
export const ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    issuetype: z.object({ id: z.string(), name: z.string() }),
    project: z.object({ id: z.string(), key: z.string() }),
  }),
});

/** What Jira answers to the user; null when there is no such thing for them. */
type Read = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape> | null>;

/**
 * The Forge context of a module on an issue's page.
 * @throws Refusal 404 when there is no such issue for the user.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#extension-context
 */
export async function issueContextOf(
  read: Read,
  module: ShownModule,
  { issueKey, siteUrl }: { readonly issueKey: string | undefined; readonly siteUrl: string },
): Promise<ModuleContext> {
  const issue =
    issueKey === undefined
      ? null
      : await read(`/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`, ISSUE);
  if (issue === null) throw new Refusal(404, `${module.type} is shown on an issue: name one.`);
  const { issuetype, project } = issue.fields;
  return {
    moduleKey: module.key,
    moduleType: module.type,
    extension: {
      type: module.type,
      issue: { id: issue.id, key: issue.key, type: issuetype.name, typeId: issuetype.id },
      project: { id: project.id, key: project.key, type: 'software' },
      location: `${siteUrl}/browse/${issue.key}`,
    },
  };
}
