import { ENVIRONMENT_ID, ENVIRONMENT_TYPE, CLOUD_ID, localIdOf } from '#sandbox/forge/identity';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import type { BridgeContext, ModuleContext } from '#sandbox/forge/host.types';
import type { License } from '#sandbox/forge/license';
import type { Manifest, ManifestModule } from '#sandbox/forge/manifest';

/** How a user has set up language and time; the platform tells the app's screens. */
export interface UserSettings {
  readonly locale: string;
  readonly timezone: string;
}

export const DEFAULT_SETTINGS: UserSettings = { locale: 'en-US', timezone: 'UTC' };

/** The declared module of a place. @throws InvocationFailed when the manifest has none of that key and type. */
export function moduleAt(manifest: Manifest, { moduleKey, moduleType }: ModuleContext): ManifestModule {
  const module = manifest.modules[moduleType]?.find(({ key }) => key === moduleKey);
  if (module) return module;
  throw new InvocationFailed(
    'MODULE_NOT_DECLARED',
    `manifest.yml declares no ${moduleType} with the key "${moduleKey}".`,
  );
}

/** The function behind a module's screen. @throws InvocationFailed when the module has no resolver. */
export function resolverOf(module: ManifestModule): string {
  const functionKey = module.resolver?.function;
  if (functionKey !== undefined) return functionKey;
  throw new InvocationFailed(
    'MODULE_NOT_DECLARED',
    `manifest.yml names no resolver function for the module "${module.key}".`,
  );
}

/** Only a module that says so runs for somebody who has not logged in. @throws InvocationFailed */
function requireOpen(module: ManifestModule, accountId: string | undefined): void {
  const { unlicensedAccess } = module;
  const isOpen = Array.isArray(unlicensedAccess) && unlicensedAccess.includes('anonymous');
  if (accountId !== undefined || isOpen) return;
  throw new InvocationFailed(
    'ACCESS_DENIED',
    `manifest.yml gives "${module.key}" no unlicensedAccess for anonymous users.`,
  );
}

/**
 * What `view.getContext()` and a resolver's `context` hold of a place.
 * @throws InvocationFailed for an undeclared module, and for an anonymous user of one that is not open to them.
 */
export function contextAt(
  at: ModuleContext,
  options: {
    readonly manifest: Manifest;
    readonly siteUrl: string;
    /** Undefined for somebody who has not logged in. */
    readonly accountId: string | undefined;
    readonly license: License | undefined;
    readonly settings: UserSettings;
  },
): BridgeContext {
  const module = moduleAt(options.manifest, at);
  requireOpen(module, options.accountId);
  return {
    accountId: options.accountId,
    cloudId: CLOUD_ID,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    extension: { ...at.extension, type: at.moduleType },
    ...(options.license && { license: options.license }),
    localId: at.localId ?? localIdOf(options.manifest.appId, module.key),
    moduleKey: module.key,
    siteUrl: options.siteUrl,
    ...options.settings,
  };
}
