import { ANONYMOUS_PRINCIPAL } from '#sandbox/forge/identity';
import type { BridgeContext, ForgeHost, MacroExport, ModuleContext } from '#sandbox/forge/host.types';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import { crossing, type InvocationLimits } from '#sandbox/forge/invocation/limits';
import type { Runner } from '#sandbox/forge/invocation/run';
import { readMacros } from '#sandbox/forge/macro-module';
import type { Manifest } from '#sandbox/forge/manifest';
import { isDocument } from '#sandbox/rest/adf-schema';

/**
 * What an `adfExport` function is called with. For PDF and the page history it is as Atlassian's documentation has it. Word's is
 * documented nowhere: two public apps report that the place and the configuration lie right in `context`, and that there is
 * no `extension`.
 */
function payloadOf({ exportType, config, body }: MacroExport, context: BridgeContext): object {
  if (exportType === 'word') {
    const { extension, ...rest } = context;
    const { content, space } = extension as { content?: { id?: unknown }; space?: unknown };
    return { exportType, context: { ...rest, content, contentId: content?.id, space, config } };
  }
  return {
    exportType,
    context,
    extensionPayload: { config, ...(body !== undefined && { macro: { body } }) },
  };
}

/** Makes the host's `exportMacro`: one invocation for each macro of a page. */
export function createMacroExport(options: {
  readonly manifest: Manifest;
  readonly runner: Runner;
  readonly limits: InvocationLimits;
  readonly contextOf: (at: ModuleContext, accountId: string | undefined) => BridgeContext;
}): ForgeHost['exportMacro'] {
  const { manifest, runner, limits } = options;
  return async (at, macro, accountId) => {
    const context = options.contextOf(at, accountId);
    const functionKey = readMacros(manifest).find(({ key }) => key === at.moduleKey)?.adfExport?.function;
    if (functionKey === undefined) return null;
    const answer = crossing(
      await runner.run({
        functionKey,
        moduleKey: at.moduleKey,
        moduleType: at.moduleType,
        accountId,
        ...(accountId === undefined && { principalId: ANONYMOUS_PRINCIPAL }),
        event: crossing(payloadOf(macro, context), 'payload', limits.payloadBytes),
        timeoutMs: limits.timeoutMs,
        depth: 0,
      }),
      'response',
      limits.responseBytes,
    );
    if (isDocument(answer)) return answer;
    throw new InvocationFailed('EXPORT_INVALID', 'The adfExport function did not return a valid document.');
  };
}
