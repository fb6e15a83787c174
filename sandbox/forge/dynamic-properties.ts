import { z } from 'zod';

import type { BridgeContext, ForgeHost, ModuleContext, PanelStatus } from '#sandbox/forge/host.types';
import { crossing, type InvocationLimits } from '#sandbox/forge/invocation/limits';
import type { Runner } from '#sandbox/forge/invocation/run';
import type { Manifest } from '#sandbox/forge/manifest';
import { moduleAt } from '#sandbox/forge/resolver-call';

const DECLARED = z.object({ function: z.string() });

/** What Jira takes of the answer. The sandbox shows lozenges alone: a badge or an icon counts as no status. */
const ANSWER = z.object({
  status: z.object({
    type: z.literal('lozenge'),
    value: z.object({
      label: z.string().min(1).max(255),
      type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']).default('default'),
    }),
  }),
});

/**
 * Makes the host's `panelStatus`: one invocation of the module's `dynamicProperties` function, as whoever looks at the issue. Its
 * payload is the site and the place, as Atlassian's documentation has it.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#dynamic-properties
 */
export function createPanelStatus(options: {
  readonly manifest: Manifest;
  readonly runner: Runner;
  readonly limits: InvocationLimits;
  readonly contextOf: (at: ModuleContext, accountId: string | undefined) => BridgeContext;
}): ForgeHost['panelStatus'] {
  const { manifest, runner, limits } = options;
  return async (at, accountId): Promise<PanelStatus | null> => {
    const module = moduleAt(manifest, at);
    const functionKey = DECLARED.safeParse(module['dynamicProperties']).data?.function;
    if (functionKey === undefined) return null;
    const { cloudId, extension } = options.contextOf(at, accountId);
    const answer = crossing(
      await runner.run({
        functionKey,
        moduleKey: at.moduleKey,
        moduleType: at.moduleType,
        accountId,
        event: crossing({ cloudId, extension }, 'payload', limits.payloadBytes),
        timeoutMs: limits.timeoutMs,
        depth: 0,
      }),
      'response',
      limits.responseBytes,
    );
    return ANSWER.safeParse(answer).data?.status.value ?? null;
  };
}
