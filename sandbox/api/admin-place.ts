import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { ShownModule } from '#sandbox/api/modules';
import type { ModuleContext } from '#sandbox/forge/host.types';

/** The admin area of the site, as the browser names it. */
export const ADMIN_PLACE = z.object({
  kind: z.literal('admin'),
  moduleKey: z.string(),
  modal: z.unknown().optional(),
});

const HELD = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/** What Jira answers to the user; null when there is no such thing for them. */
type Read = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape> | null>;

async function isHeld(read: Read, permission: string, where = ''): Promise<boolean> {
  const held = await read(`/rest/api/3/mypermissions?permissions=${permission}${where}`, HELD);
  return held?.permissions[permission]?.havePermission === true;
}

/**
 * The Forge context of a page of the admin area.
 * @throws Refusal 404 for everybody who does not administer Jira: they are not told what is there.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/#extension-data
 */
export async function adminContextOf(
  read: Read,
  module: ShownModule,
  { modal, siteUrl }: { readonly modal?: unknown; readonly siteUrl: string },
): Promise<ModuleContext> {
  if (!(await isHeld(read, 'ADMINISTER'))) throw new Refusal(404, 'Only Jira administrators get there.');
  return {
    moduleKey: module.key,
    moduleType: module.type,
    extension: {
      type: module.type,
      location: `${siteUrl}/jira/settings/${module.tail ?? ''}`,
      ...(modal !== undefined && { modal }),
    },
  };
}

/** Project settings are shown to those who administer the project. @throws Refusal 404 for everybody else. */
export async function refuseNonAdmins(read: Read, projectId: string): Promise<void> {
  if (await isHeld(read, 'ADMINISTER_PROJECTS', `&projectId=${encodeURIComponent(projectId)}`)) return;
  throw new Refusal(404, 'Only those who administer the project get to its settings.');
}
