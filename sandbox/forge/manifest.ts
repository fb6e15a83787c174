import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { readEntities } from '#sandbox/forge/manifest/entities';
import { ManifestError } from '#sandbox/forge/manifest/error';
import type { Manifest, ManifestModule } from '#sandbox/forge/manifest/manifest.types';
import { checkReferences } from '#sandbox/forge/manifest/references';
import { MANIFEST_SCHEMA, type ManifestSource, MODULES_SCHEMA } from '#sandbox/forge/manifest/schema';
import { readTranslations } from '#sandbox/forge/manifest/translations';

export { ManifestError } from '#sandbox/forge/manifest/error';
export type * from '#sandbox/forge/manifest/manifest.types';

function mustParse<Schema extends z.ZodType>(schema: Schema, value: unknown, place = ''): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [place, ...(issue?.path ?? []).map(String)].filter((part) => part !== '').join('.');
  throw new ManifestError(`${path === '' ? 'the file' : path}: ${issue?.message ?? 'is not valid'}.`);
}

function parseYaml(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new ManifestError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function byKey<Item extends { readonly key: string }>(
  items: readonly Item[],
  place: string,
): Map<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) {
    if (map.has(item.key)) throw new ManifestError(`${place}: the key "${item.key}" is declared twice.`);
    map.set(item.key, item);
  }
  return map;
}

function readScopes(source: ManifestSource) {
  const scopes = source.permissions?.scopes ?? [];
  if (Array.isArray(scopes)) return { scopes, impersonationScopes: [] };
  const impersonated = Object.entries(scopes).filter(
    ([, { allowImpersonation }]) => allowImpersonation === true,
  );
  return { scopes: Object.keys(scopes), impersonationScopes: impersonated.map(([scope]) => scope) };
}

const EGRESS = z.union([
  z.string(),
  z.looseObject({ address: z.string() }).transform(({ address }) => address),
]);
const FETCH = z.looseObject({ backend: z.array(EGRESS).optional() }).optional();

const nothingBeside = (path: string): string => {
  throw new Error(`There is no folder to read ${path} from.`);
};

function readModules(yaml: unknown): Record<string, readonly ManifestModule[]> {
  const declared = Object.entries(mustParse(MODULES_SCHEMA, yaml).modules);
  const modules = Object.fromEntries(declared.filter(([type]) => type !== 'function'));
  byKey(Object.values(modules).flat(), 'modules');
  return modules;
}

/**
 * Reads the part of a manifest that the local platform runs by. Atlassian's own lint checks the rest.
 * @param read Reads a file that the manifest names, by its path below the manifest's folder.
 * @throws ManifestError naming the place of what is missing, wrong or refers to nothing.
 */
export function parseManifest(text: string, read: (path: string) => string = nothingBeside): Manifest {
  const yaml = parseYaml(text);
  const source = mustParse(MANIFEST_SCHEMA, yaml);
  const modules = readModules(yaml);
  const functions = byKey(source.modules.function ?? [], 'modules.function');
  const resources = byKey(source.resources ?? [], 'resources');
  checkReferences(modules, { resource: new Set(resources.keys()), function: new Set(functions.keys()) });
  const external = source.permissions?.external ?? {};
  return {
    appId: source.app.id.slice(source.app.id.indexOf('/') + 1),
    modules,
    translations: readTranslations(source.translations, modules, read),
    functions,
    resources,
    ...readScopes(source),
    permissions: { external, content: source.permissions?.content ?? {} },
    backendEgress: mustParse(FETCH, external['fetch'], 'permissions.external.fetch')?.backend ?? [],
    entities: readEntities(source),
    consumers: (source.modules.consumer ?? []).map(({ key, queue, function: functionKey }) => ({
      key,
      queue,
      functionKey,
    })),
    scheduledTriggers: (source.modules.scheduledTrigger ?? []).map((trigger) => ({
      key: trigger.key,
      functionKey: trigger.function,
      interval: trigger.interval,
      isLicensedOnly: trigger.filter?.appIsLicensed === true,
    })),
    triggers: (source.modules.trigger ?? []).map((trigger) => ({
      key: trigger.key,
      functionKey: trigger.function,
      events: trigger.events,
      ignoresSelf: trigger.filter?.ignoreSelf === true,
      isLicensedOnly: trigger.filter?.appIsLicensed === true,
    })),
    isLicensingEnabled: source.app.licensing?.enabled === true,
    compatibility: source.app.compatibility ?? {},
  };
}

/**
 * Reads `manifest.yml` from disk.
 * @throws ManifestError when it is not there or not valid.
 */
export function readManifest(file: string): Manifest {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ManifestError(`cannot be read from ${file}.`, { cause: error });
  }
  return parseManifest(text, (path) => readFileSync(join(dirname(file), path), 'utf8'));
}
