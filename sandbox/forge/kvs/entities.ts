import type { AttributeType, EntityDefinition, EntityIndex } from '#sandbox/forge/manifest';
import { KvsError, unprocessable } from '#sandbox/forge/kvs/errors';
import { KVS_LIMITS, sizeOf } from '#sandbox/forge/kvs/limits';

const NAME = /^(?![_.-])(?!.*\.{2})[a-z0-9:\-_.]*(?<![.])$/;

/** The index that each entity has without declaring it. */
export const BY_KEY: EntityIndex = { name: 'by-key', partition: [], range: null };

/** Finds a declared entity. @throws KvsError for a name that cannot be one, or that the manifest does not declare. */
export function entityNamed(entities: readonly EntityDefinition[], name: string): EntityDefinition {
  if (name.length < 3) {
    throw new KvsError(400, 'ENTITY_TYPE_TOO_SHORT', 'The provided key needs to be more than 3 characters.');
  }
  if (name.length > 60) {
    throw new KvsError(
      400,
      'ENTITY_TYPE_TOO_LARGE',
      'The provided key has exceeded the maximum 60 characters.',
    );
  }
  if (!NAME.test(name)) {
    throw new KvsError(400, 'INVALID_ENTITY_TYPE', `"${name}" cannot be the name of an entity.`);
  }
  const entity = entities.find((candidate) => candidate.name === name);
  if (!entity) throw new KvsError(404, 'SCHEMA_NOT_FOUND', 'The schema provided does not exist');
  return entity;
}

/** Finds an index of an entity. @throws KvsError `INVALID_ENTITY_INDEX` when the manifest does not declare it. */
export function indexNamed(entity: EntityDefinition, name: string): EntityIndex {
  const index = name === BY_KEY.name ? BY_KEY : entity.indexes.find((candidate) => candidate.name === name);
  if (index) return index;
  const declared = [BY_KEY, ...entity.indexes].map((candidate) => candidate.name).join(', ');
  throw new KvsError(
    400,
    'INVALID_ENTITY_INDEX',
    `The custom entity index provided is invalid: "${name}" is not declared for ${entity.name} (it has ${declared}).`,
  );
}

const isFloat = (value: number) => value === 0 || (Math.abs(value) >= 1e-130 && Math.abs(value) < 1e126);

const HOLDS: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value) + 0.5) < 2 ** 31,
  float: (value) => typeof value === 'number' && isFloat(value),
  boolean: (value) => typeof value === 'boolean',
  any: (value) => value !== null,
};

/** Whether a value fits an attribute's type. */
export const fits = (type: AttributeType, value: unknown) => HOLDS[type](value);

function checkAttribute(entity: EntityDefinition, name: string, value: unknown): void {
  const type = entity.attributes[name];
  if (type === undefined) {
    throw new KvsError(
      400,
      'INVALID_ENTITY_VALUE',
      `The manifest declares no attribute "${name}" for ${entity.name}.`,
    );
  }
  if (!fits(type, value)) {
    throw new KvsError(
      400,
      'INCORRECT_PROPERTY_TYPE',
      `Data type for property "${name}" is defined as "${type}"`,
    );
  }
  if (type === 'string' && typeof value === 'string' && value.trim() === '') {
    throw new KvsError(
      400,
      'INVALID_ENTITY_VALUE',
      `"${name}" must contain at least one non-whitespace character.`,
    );
  }
}

/**
 * Holds a value against its entity: only declared attributes, each of its type, index values within their bytes.
 * @throws KvsError
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
 */
export function checkEntityValue(entity: EntityDefinition, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsError(400, 'INVALID_ENTITY_VALUE', 'The value of an entity must be an object.');
  }
  const attributes = value as Readonly<Record<string, unknown>>;
  for (const [name, item] of Object.entries(attributes)) checkAttribute(entity, name, item);
  const bytes = (names: readonly string[]) => names.reduce((sum, name) => sum + sizeOf(attributes[name]), 0);
  for (const { name, partition, range } of entity.indexes) {
    if (
      bytes(partition) > KVS_LIMITS.partitionBytes ||
      bytes(range === null ? [] : [range]) > KVS_LIMITS.rangeBytes
    ) {
      throw unprocessable(`the values for index "${name}" are over 900 bytes of range or 1700 of partition.`);
    }
  }
}
