import { z } from 'zod';

import { type MacroModule, readMacros } from '#sandbox/forge/macro-module';
import type { Manifest } from '#sandbox/forge/manifest';

/** Where the site shows a module: the types it knows, and the place each belongs to. */
const PLACES = {
  'jira:boardAction': 'board',
  'jira:backlogAction': 'backlog',
  'jira:sprintAction': 'sprint',
  'jira:projectPage': 'project',
  'jira:issueContext': 'issue',
  'confluence:spacePage': 'space',
  'confluence:globalPage': 'wiki',
  macro: 'macro',
} as const;

export type Place = (typeof PLACES)[keyof typeof PLACES];
type ModuleType = keyof typeof PLACES;

const SIZE = z.union([
  z.enum(['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable']),
  z.object({ width: z.string(), height: z.string().optional() }),
]);

const TEXT = z.union([z.string(), z.object({ i18n: z.string() }).transform((text) => text.i18n)]);

const MODULE = z.object({
  key: z.string(),
  title: TEXT,
  tooltip: TEXT.optional(),
  /** The words of the panel of an issue. */
  label: TEXT.optional(),
  resource: z.string(),
  viewportSize: SIZE.optional(),
  layout: z.string().optional(),
  unlicensedAccess: z.array(z.string()).optional(),
});

/** A module of the manifest that the site can show. */
export interface ShownModule extends z.infer<typeof MODULE> {
  readonly type: ModuleType;
  readonly place: Place;
  /** What only macros have. */
  readonly macro?: MacroModule;
}

/**
 * The modules of the manifest that the site has a place for, in the manifest's order.
 * @throws Error naming the module when one lacks what the site needs to show it; ManifestError for a macro.
 */
export function readModules(manifest: Pick<Manifest, 'modules' | 'appId'>): ShownModule[] {
  const macros = readMacros(manifest);
  return (Object.keys(PLACES) as ModuleType[]).flatMap((type) => {
    const parsed = z.array(MODULE).safeParse(manifest.modules[type] ?? []);
    if (!parsed.success) {
      throw new Error(`manifest.yml: ${type} cannot be shown. ${z.prettifyError(parsed.error)}`);
    }
    return parsed.data.map((module) => {
      const macro = type === 'macro' ? macros.find(({ key }) => key === module.key) : undefined;
      return { ...module, type, place: PLACES[type], ...(macro && { macro }) };
    });
  });
}
