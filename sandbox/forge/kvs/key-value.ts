import type { EntityDefinition } from '#sandbox/forge/manifest';
import { checkEntityValue, entityNamed } from '#sandbox/forge/kvs/entities';
import { keyNotFound, KvsError } from '#sandbox/forge/kvs/errors';
import { checkKey, checkValue, expiryOf } from '#sandbox/forge/kvs/limits';
import type { MetadataFields, SetOptions } from '#sandbox/forge/kvs/requests';
import { type Change, PLAIN, type Row, type Rows } from '#sandbox/forge/kvs/rows';

/** What the operations work on. */
export interface Storage {
  readonly rows: Rows;
  readonly entities: readonly EntityDefinition[];
  /** Site time, in milliseconds. */
  readonly now: () => number;
  /** How far queries are behind, in milliseconds. */
  readonly queryLagMs: () => number;
}

export interface Place {
  readonly key: string;
  readonly entityName?: string | undefined;
}

const ENTITY = 'entity:';

/** The namespace of a place, its key and entity checked. @throws KvsError */
export function namespaceOf(place: Place, storage: Storage): string {
  const isEntity = place.entityName !== undefined;
  const namespace = isEntity ? ENTITY + entityNamed(storage.entities, place.entityName).name : PLAIN;
  checkKey(place.key, isEntity);
  return namespace;
}

export const entityNamespace = (name: string) => ENTITY + name;

/** A row as the API answers it, with the metadata that was asked for. */
export function answerOf(row: Row, fields: MetadataFields = []) {
  return {
    key: row.key,
    value: row.value,
    ...(fields.includes('CREATED_AT') && { createdAt: row.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: row.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') &&
      row.expireAt !== null && { expireTime: new Date(row.expireAt).toISOString() }),
  };
}

/** @throws KvsError `KEY_NOT_FOUND` */
export function get(namespace: string, key: string, fields: MetadataFields | undefined, { rows }: Storage) {
  const row = rows.get(namespace, key);
  if (!row) throw keyNotFound();
  return answerOf(row, fields);
}

/** The change that a set makes, its value and TTL checked. @throws KvsError */
export function changeTo(
  namespace: string,
  place: Place,
  value: unknown,
  ttl: NonNullable<SetOptions>['ttl'],
  { rows, entities, now }: Storage,
): Change & { readonly row: Row } {
  checkValue(value);
  if (place.entityName !== undefined) checkEntityValue(entityNamed(entities, place.entityName), value);
  const at = now();
  const createdAt = rows.get(namespace, place.key)?.createdAt ?? at;
  const row = { namespace, key: place.key, value, createdAt, updatedAt: at, expireAt: expiryOf(ttl, at) };
  return { namespace, key: place.key, row };
}

/**
 * Writes a value.
 * @returns the written or the overwritten row when `returnValue` asks for it; undefined otherwise, or when nothing was there.
 * @throws KvsError `KEY_CONFLICT` when the key policy forbids to overwrite.
 */
export function set(namespace: string, place: Place, value: unknown, options: SetOptions, storage: Storage) {
  const previous = storage.rows.get(namespace, place.key);
  const change = changeTo(namespace, place, value, options?.ttl, storage);
  if (previous && options?.keyPolicy === 'FAIL_IF_EXISTS') {
    throw new KvsError(409, 'KEY_CONFLICT', 'Provided key already exists and cannot be overwritten');
  }
  storage.rows.apply([change]);
  const wanted = options?.returnValue === 'LATEST' ? change.row : previous;
  return options?.returnValue && wanted ? answerOf(wanted, options.returnMetadataFields) : undefined;
}

/** @throws KvsError `KEY_NOT_FOUND` */
export function remove(namespace: string, key: string, { rows }: Storage): void {
  if (!rows.get(namespace, key)) throw keyNotFound();
  rows.apply([{ namespace, key, row: null }]);
}
