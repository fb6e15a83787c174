import { z } from 'zod';

import { ENVIRONMENT_ID } from '#sandbox/forge/identity';
import { type Manifest, ManifestError } from '#sandbox/forge/manifest';

const TEXT = z.union([z.string(), z.object({ i18n: z.string() }).transform(({ i18n }) => i18n)]);
const DIALOG_SIZE = z.union([
  z.enum(['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable']),
  z.object({ width: z.string(), height: z.string().optional() }),
]);

const MACRO = z.object({
  key: z.string(),
  title: TEXT,
  description: TEXT.optional(),
  resource: z.string(),
  viewportSize: z.enum(['small', 'medium', 'large', 'xlarge']).optional(),
  layout: z.enum(['block', 'inline', 'bodied']).default('block'),
  hidden: z.boolean().default(false),
  unlicensedAccess: z.array(z.enum(['unlicensed', 'anonymous'])).default([]),
  config: z
    .object({
      resource: z.string(),
      title: TEXT.optional(),
      viewportSize: DIALOG_SIZE.optional(),
      openOnInsert: z.boolean().default(true),
    })
    .optional(),
  adfExport: z.object({ function: z.string() }).optional(),
});

/** A macro of the manifest, with the key that its nodes carry. */
export interface MacroModule extends z.infer<typeof MACRO> {
  readonly extensionKey: string;
}

/** What only Atlassian's own renderer or the older configuration could show. */
const NOT_SIMULATED = ['static', 'autoConvert', 'endpoint'] as const;

/**
 * The macros of a manifest that are Custom UI with a configuration page of their own, or with none.
 * @throws ManifestError naming a macro that is not valid, or uses what the local platform does not simulate.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/
 */
export function readMacros({ modules, appId }: Pick<Manifest, 'modules' | 'appId'>): MacroModule[] {
  return (modules['macro'] ?? []).map((module) => {
    const place = `modules.macro (${module.key})`;
    const missing = NOT_SIMULATED.find((name) => module[name] !== undefined);
    if (missing !== undefined) throw new ManifestError(`${place}: "${missing}" is not simulated.`);
    if (module['render'] === 'native') throw new ManifestError(`${place}: UI Kit is not simulated.`);
    const parsed = MACRO.safeParse(module);
    if (!parsed.success) throw new ManifestError(`${place}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, extensionKey: `${appId}/${ENVIRONMENT_ID}/static/${module.key}` };
  });
}
