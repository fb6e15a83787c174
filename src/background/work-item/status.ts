import { z } from 'zod';

import type { WorkItemApp } from '#src/app/work-item';
import { nameOf } from '#src/app/register';
import { wordsFor } from '#src/background/words';
import type { OpenedWorkItem } from '#src/usecases/work-item/open-work-item';

const ID = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/));

/**
 * What Jira calls the function with.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#dynamic-properties
 */
const PAYLOAD = z.object({
  extension: z.object({ issue: z.object({ id: ID }), project: z.object({ id: ID }) }),
});

/** The second argument of every function of the platform. The account is the platform's word. */
const RUN = z.object({ principal: z.object({ accountId: z.string() }) });

/** The lozenge beside the panel's label; without `status` Jira shows none. */
export interface WorkItemStatus {
  readonly status?: {
    readonly type: 'lozenge';
    readonly value: { readonly label: string; readonly type: 'success' | 'moved' };
  };
}

/** Ready is said as such; otherwise how many flags are worth a look: remarks are not counted. */
function statusOf(item: OpenedWorkItem): WorkItemStatus {
  if (item.state !== 'judged') return {};
  const { say } = wordsFor('en');
  const [issue] = item.opened.backlog.assessment.issues;
  if (issue === undefined) return {};
  const flags = issue.findings.filter(({ severity }) => severity !== 'info').length;
  const value = issue.isReady
    ? ({ label: say('work-item.ready'), type: 'success' } as const)
    : ({ label: say('work-item.flags', { flags }), type: 'moved' } as const);
  return { status: { type: 'lozenge', value } };
}

/**
 * Makes the `dynamicProperties` function of the work item's panel: whether the issue is ready, for whoever looks at it. What
 * cannot be told shows no lozenge, since Jira has no place for a reason there; opening the panel says why.
 */
export function createWorkItemStatus(app: WorkItemApp) {
  return async (payload: unknown, run: unknown): Promise<WorkItemStatus> => {
    const at = PAYLOAD.safeParse(payload).data?.extension;
    const accountId = RUN.safeParse(run).data?.principal.accountId;
    if (at === undefined || accountId === undefined) return {};
    try {
      // Reading needs no licence.
      const viewer = { accountId, isLicensed: false };
      return statusOf(await app.glance(viewer, { issueId: at.issue.id, projectId: at.project.id }));
    } catch (error) {
      app.log({ event: 'work-item-status-failed', error: nameOf(error) });
      return {};
    }
  };
}
