import { z } from 'zod';

import { localIdOf } from '#sandbox/forge/identity';
import { crossing, type InvocationLimits } from '#sandbox/forge/invocation/limits';
import type { Runner } from '#sandbox/forge/invocation/run';
import type { Manifest } from '#sandbox/forge/manifest';
import { ManifestError } from '#sandbox/forge/manifest/error';
import type { DeclaredFunction, InvokeFunction } from '#sandbox/jira/jql/app-functions.types';

const TYPE = 'jira:jqlFunction';

const MODULE = z.object({
  key: z.string(),
  name: z.string().min(1),
  function: z.string(),
  arguments: z.array(z.object({ name: z.string(), required: z.boolean() })).default([]),
  types: z.array(z.string()).min(1),
  operators: z.array(z.string()).min(1),
});

/** The JQL functions of the manifest. @throws ManifestError for one that lacks what Jira needs. */
export function readJqlFunctions(manifest: Pick<Manifest, 'modules'>): readonly DeclaredFunction[] {
  const parsed = z.array(MODULE).safeParse(manifest.modules[TYPE] ?? []);
  if (!parsed.success) throw new ManifestError(`${TYPE}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.map(({ key, function: functionKey, ...rest }) => ({
    ...rest,
    moduleKey: key,
    functionKey,
  }));
}

/** How Jira names the function of an app. */
export const functionAri = (manifest: Pick<Manifest, 'appId'>) => (moduleKey: string) =>
  localIdOf(manifest.appId, moduleKey);

/** Makes what calls a function for Jira: with the clause, and as nobody, since its answer serves everybody. */
export function createFunctionCaller(options: {
  readonly runner: Runner;
  readonly limits: InvocationLimits;
}): InvokeFunction {
  const { runner, limits } = options;
  return async (declared, { field, operator, functionName, arguments: words }) => {
    const clause = { field, type: declared.types, operator, functionName, arguments: words };
    const answer = await runner.run({
      functionKey: declared.functionKey,
      moduleKey: declared.moduleKey,
      moduleType: TYPE,
      accountId: undefined,
      event: crossing({ clause }, 'payload', limits.payloadBytes),
      timeoutMs: limits.timeoutMs,
      depth: 0,
    });
    return crossing(answer, 'response', limits.responseBytes);
  };
}
