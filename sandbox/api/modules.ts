import { z } from 'zod';

/** Where the site shows a module: the types it knows, and the place each belongs to. */
const PLACES = {
  'jira:boardAction': 'board',
  'jira:backlogAction': 'backlog',
  'jira:projectPage': 'project',
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
  resource: z.string(),
  viewportSize: SIZE.optional(),
  layout: z.string().optional(),
});

/** A module of the manifest that the site can show. */
export interface ShownModule extends z.infer<typeof MODULE> {
  readonly type: ModuleType;
  readonly place: Place;
}

/**
 * The modules of the manifest that the site has a place for, in the manifest's order.
 * @param modules the manifest's `modules`, as parsed.
 * @throws Error naming the module when one lacks what the site needs to show it.
 */
export function readModules(modules: Readonly<Record<string, unknown>>): ShownModule[] {
  return (Object.keys(PLACES) as ModuleType[]).flatMap((type) => {
    const parsed = z.array(MODULE).safeParse(modules[type] ?? []);
    if (!parsed.success) {
      throw new Error(`manifest.yml: ${type} cannot be shown. ${z.prettifyError(parsed.error)}`);
    }
    return parsed.data.map((module) => ({ ...module, type, place: PLACES[type] }));
  });
}
