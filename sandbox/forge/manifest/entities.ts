import { ManifestError } from '#sandbox/forge/manifest/error';
import type { EntityDefinition, EntityIndex } from '#sandbox/forge/manifest/manifest.types';
import type { ManifestSource } from '#sandbox/forge/manifest/schema';

type Declared = NonNullable<NonNullable<ManifestSource['app']['storage']>['entities']>[number];

function toIndex(index: NonNullable<Declared['indexes']>[number]): EntityIndex {
  if (typeof index === 'string') return { name: index, partition: [], range: index };
  return { name: index.name, partition: index.partition ?? [], range: index.range[0] ?? null };
}

function toEntity(entity: Declared, place: string): EntityDefinition {
  const attributes = Object.fromEntries(
    Object.entries(entity.attributes).map(([name, { type }]) => [name, type]),
  );
  const indexes = (entity.indexes ?? []).map(toIndex);
  for (const index of indexes) {
    for (const attribute of [...index.partition, ...(index.range === null ? [] : [index.range])]) {
      const type = attributes[attribute];
      if (type === undefined) {
        throw new ManifestError(
          `${place}: index "${index.name}" names "${attribute}", which is no attribute.`,
        );
      }
      if (type === 'any') {
        throw new ManifestError(
          `${place}: index "${index.name}" cannot use "${attribute}": its type is any.`,
        );
      }
    }
  }
  if (new Set(['by-key', ...indexes.map(({ name }) => name)]).size !== indexes.length + 1) {
    throw new ManifestError(`${place}: each index needs a name of its own, and by-key is Forge's.`);
  }
  return { name: entity.name, attributes, indexes };
}

/**
 * The custom entities of a manifest, their indexes in one form.
 * @throws ManifestError for an index on an unknown or untyped attribute, or a name used twice.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
 */
export function readEntities(source: ManifestSource): EntityDefinition[] {
  const entities = (source.app.storage?.entities ?? []).map((entity, at) =>
    toEntity(entity, `app.storage.entities[${at}] (${entity.name})`),
  );
  const names = entities.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new ManifestError(`app.storage.entities: "${twice}" is declared twice.`);
  return entities;
}
