import { z } from 'zod';

import { CLOUD_ID } from '#sandbox/forge/identity';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import { crossing, type InvocationLimits } from '#sandbox/forge/invocation/limits';
import type { Runner } from '#sandbox/forge/invocation/run';
import type { Manifest } from '#sandbox/forge/manifest';
import { ManifestError } from '#sandbox/forge/manifest/error';

const INPUT = z.object({
  title: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  required: z.boolean(),
  description: z.string().optional(),
});

const ACTION = z.object({
  key: z.string(),
  name: z.string(),
  function: z.string(),
  actionVerb: z.enum(['GET', 'CREATE', 'UPDATE', 'DELETE', 'TRIGGER']),
  description: z.string(),
  inputs: z.record(z.string(), INPUT),
});

const AGENT = z.object({
  key: z.string(),
  name: z.string().max(30),
  description: z.string().optional(),
  prompt: z.string(),
  conversationStarters: z.array(z.string()).default([]),
  actions: z.array(z.string()).default([]),
});

export type RovoAction = z.infer<typeof ACTION>;

/** An agent with the actions that it may use. */
export interface RovoAgent extends Omit<z.infer<typeof AGENT>, 'actions'> {
  readonly actions: readonly RovoAction[];
}

const problem = (type: string, error: z.ZodError) => new ManifestError(`${type}: ${z.prettifyError(error)}`);

/** The agents of the manifest. @throws ManifestError for what Rovo could not run, or an action that is not declared. */
export function readAgents(manifest: Pick<Manifest, 'modules'>): readonly RovoAgent[] {
  const actions = z.array(ACTION).safeParse(manifest.modules['action'] ?? []);
  if (!actions.success) throw problem('action', actions.error);
  const agents = z.array(AGENT).safeParse(manifest.modules['rovo:agent'] ?? []);
  if (!agents.success) throw problem('rovo:agent', agents.error);
  return agents.data.map((agent) => ({
    ...agent,
    actions: agent.actions.map((key) => {
      const action = actions.data.find((one) => one.key === key);
      if (!action) throw new ManifestError(`rovo:agent "${agent.key}" names no declared action "${key}".`);
      return action;
    }),
  }));
}

/** What the chat is open beside, as the product tells it to the action. */
export interface BesideChat {
  readonly jira?: Readonly<Record<string, unknown>>;
  readonly confluence?: Readonly<Record<string, unknown>>;
}

/** Uses an action as whoever chats. Rejects with the platform's error. */
export type RunAction = (
  actionKey: string,
  inputs: Readonly<Record<string, unknown>>,
  beside: BesideChat,
  accountId: string,
) => Promise<unknown>;

/**
 * Makes what calls an action's function: with the inputs and the product's context in one payload. The inputs are handed over as
 * they come, since a language model writes them: the app has to bear what is not as declared.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/rovo-action/#writing-your-action
 */
export function createActionRunner(options: {
  readonly manifest: Manifest;
  readonly runner: Runner;
  readonly limits: InvocationLimits;
}): RunAction {
  const { manifest, runner, limits } = options;
  return async (actionKey, inputs, beside, accountId) => {
    const action = readAgents(manifest)
      .flatMap(({ actions }) => actions)
      .find(({ key }) => key === actionKey);
    if (!action) {
      throw new InvocationFailed(
        'MODULE_NOT_DECLARED',
        `No agent of manifest.yml has the action "${actionKey}".`,
      );
    }
    const context = { cloudId: CLOUD_ID, moduleKey: action.key, ...beside };
    const answer = await runner.run({
      functionKey: action.function,
      moduleKey: action.key,
      moduleType: 'action',
      accountId,
      event: crossing({ ...inputs, context }, 'payload', limits.payloadBytes),
      timeoutMs: limits.timeoutMs,
      depth: 0,
    });
    return crossing(answer, 'response', limits.responseBytes);
  };
}
