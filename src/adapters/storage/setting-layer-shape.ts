import { z } from 'zod';

import { layerOfChoices } from '#src/domain/settings/board-settings';
import { fitting } from '#src/domain/settings/declared';
import type { Layer } from '#src/domain/settings/layer';
import type { StoredLayer } from '#src/ports/setting-layers';

/** Raise it when the shape changes, and read the older ones here too: nobody else remembers what a team has set. */
const SHAPE = 2;

const LAYER = z
  .record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]))
  .transform(fitting);

const CHOICE = z.object({
  enabled: z.boolean().optional(),
  severity: z.enum(['critical', 'warn', 'info']).optional(),
  options: z.record(z.string(), z.union([z.number(), z.array(z.string())])).optional(),
});

/** A board's settings before sites and projects had any: what differed from how the checks come, which is what a layer holds. */
const FORMER = z
  .object({
    checks: z.record(z.string(), CHOICE),
    session: z.object({ minutes: z.number().optional(), minutesPerItem: z.number().optional() }).optional(),
  })
  .transform(({ checks, session = {} }): Layer => {
    const { minutes, minutesPerItem } = session;
    const times = {
      ...(minutes !== undefined && { minutes }),
      ...(minutesPerItem !== undefined && { minutesPerItem }),
    };
    return fitting(layerOfChoices(checks, times));
  });

const changesOf = <Before extends z.ZodType<Layer>>(before: Before) =>
  z.array(z.object({ version: z.number().int(), by: z.string(), at: z.string(), before }));

const STORED = z.discriminatedUnion('shape', [
  z.object({
    shape: z.literal(1),
    version: z.number().int().positive(),
    settings: FORMER,
    changes: changesOf(FORMER),
  }),
  z.object({
    shape: z.literal(SHAPE),
    version: z.number().int().positive(),
    settings: LAYER,
    changes: changesOf(LAYER),
  }),
]);

/** What is stored of a layer, by the attributes of both entities. */
export function storedLayer({ version, layer, changes }: StoredLayer) {
  return { shape: SHAPE, version, settings: layer, changes };
}

/** @throws ZodError when it is nothing that this or an older version of the app wrote. */
export function parseLayer(value: unknown): StoredLayer {
  const { version, settings, changes } = STORED.parse(value);
  return { version, layer: settings, changes };
}

const NUMBERED = z.object({ version: z.number().int().positive() });

/** The version of a value that is unreadable otherwise, so that it can be replaced, but not by chance; 0 without one. */
export function versionOf(value: unknown): number {
  return NUMBERED.safeParse(value).data?.version ?? 0;
}

const PROJECTS = z.object({
  version: z.number().int().positive(),
  settings: z.object({ ids: z.array(z.string()) }),
});

/** The projects in which something was set, with the version of that list; none when it cannot be read. */
export function parseProjects(value: unknown): { readonly version: number; readonly ids: readonly string[] } {
  const { data } = PROJECTS.safeParse(value);
  return data === undefined
    ? { version: versionOf(value), ids: [] }
    : { version: data.version, ids: data.settings.ids };
}

const LINK = z.object({ settings: z.object({ projectId: z.string().nullable() }) });

/** The project of a board as it was kept; undefined when it was not. */
export function parseLink(value: unknown): string | null | undefined {
  return LINK.safeParse(value).data?.settings.projectId;
}
