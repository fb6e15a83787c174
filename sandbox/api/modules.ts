import { z } from 'zod';

import { ENVIRONMENT_ID } from '#sandbox/forge/identity';
import { type MacroModule, readMacros } from '#sandbox/forge/macro-module';
import type { Manifest } from '#sandbox/forge/manifest';

/** Where the site shows a module: the types it knows, and the place each belongs to. */
const PLACES = {
  'jira:boardAction': 'board',
  'jira:backlogAction': 'backlog',
  'jira:sprintAction': 'sprint',
  'jira:projectPage': 'project',
  'jira:issueContext': 'issue',
  'jira:adminPage': 'admin',
  'jira:projectSettingsPage': 'projectSettings',
  'dashboards:widget': 'dashboard',
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
  /** What a widget is for, in the list of widgets. */
  description: TEXT.optional(),
  /** The view in which a widget is set up. */
  edit: z.object({ resource: z.string() }).optional(),
  /** Pages of the admin area that Manage apps leads to, by a button of its own each. */
  useAsConfig: z.boolean().optional(),
  useAsGetStarted: z.boolean().optional(),
});

/** A module of the manifest that the site can show. */
export interface ShownModule extends z.infer<typeof MODULE> {
  readonly type: ModuleType;
  readonly place: Place;
  /** What only macros have. */
  readonly macro?: MacroModule;
  /** The end of the page's address, where that names the app instead of the module: `apps/{appId}/{environmentId}`. */
  readonly tail?: string;
}

/** Pages of settings have the app in their address, not the module. */
function tailOf(
  { place, useAsConfig, useAsGetStarted }: Pick<ShownModule, 'place' | 'useAsConfig' | 'useAsGetStarted'>,
  appId: string,
) {
  if (place !== 'admin' && place !== 'projectSettings') return undefined;
  const page = useAsConfig === true ? 'configure/' : useAsGetStarted === true ? 'get-started/' : '';
  return `apps/${page}${appId.slice(appId.lastIndexOf('/') + 1)}/${ENVIRONMENT_ID}`;
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
      const place = PLACES[type];
      const tail = tailOf({ ...module, place }, manifest.appId);
      return { ...module, type, place, ...(macro && { macro }), ...(tail !== undefined && { tail }) };
    });
  });
}

/** The modules that the site can show, in the words of a language: `de_DE` or `de-DE`. */
export function modulesByLanguage(
  manifest: Pick<Manifest, 'modules' | 'appId' | 'translations'>,
): (locale: string) => readonly ShownModule[] {
  const read = new Map<string, readonly ShownModule[]>();
  return (locale) => {
    const known = read.get(locale);
    if (known !== undefined) return known;
    const { appId, modules, translations } = manifest;
    const shown = readModules({ appId, modules: translations.in(modules, locale) });
    read.set(locale, shown);
    return shown;
  };
}
