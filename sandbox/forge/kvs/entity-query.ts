import type { EntityDefinition, EntityIndex } from '#sandbox/forge/manifest';
import { filterTest, rangeTest } from '#sandbox/forge/kvs/conditions';
import { comparePositions, type Position, readCursor, writeCursor } from '#sandbox/forge/kvs/cursor';
import { entityNamed, fits, indexNamed } from '#sandbox/forge/kvs/entities';
import { KvsError, unprocessable } from '#sandbox/forge/kvs/errors';
import { answerOf, entityNamespace, type Storage } from '#sandbox/forge/kvs/key-value';
import { KVS_LIMITS } from '#sandbox/forge/kvs/limits';
import type { EntityQuery } from '#sandbox/forge/kvs/requests';
import type { Row } from '#sandbox/forge/kvs/rows';

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (row: Row) => row.value as Values;

/** A row's place in an index; null when it lacks the range attribute, and so is not in it. */
function positionIn(index: EntityIndex, row: Row): Position | null {
  if (index.range === null) return [row.key, row.key];
  const value = valuesOf(row)[index.range];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [value, row.key]
    : null;
}

function partitionTest(index: EntityIndex, given: readonly unknown[], entity: EntityDefinition) {
  if (given.length !== index.partition.length) {
    const wanted = index.partition.join(', ') || 'none';
    throw unprocessable(
      `index "${index.name}" takes ${index.partition.length} partition values (${wanted}), got ${given.length}.`,
    );
  }
  index.partition.forEach((attribute, at) => {
    const type = entity.attributes[attribute] ?? 'any';
    if (!fits(type, given[at])) throw unprocessable(`partition value ${at + 1} must be of type ${type}.`);
  });
  return (row: Row) => index.partition.every((attribute, at) => valuesOf(row)[attribute] === given[at]);
}

function rangeTestOf(index: EntityIndex, range: EntityQuery['range'], entity: EntityDefinition) {
  if (!range) return () => true;
  return rangeTest(range, index.range === null ? 'string' : (entity.attributes[index.range] ?? 'any'));
}

/**
 * A page of an entity's rows by one index, as of the query lag ago. Filters are applied to the page after it is cut, as
 * the platform does: a page may be empty and still have a next one.
 * @throws KvsError
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
 */
export function queryEntity(request: EntityQuery, { rows, entities, queryLagMs }: Storage) {
  const { limit = KVS_LIMITS.defaultPageSize, cursor, options, ...parameters } = request;
  const entity = entityNamed(entities, request.entityName);
  const index = indexNamed(entity, request.indexName);
  if (limit < 1 || limit > KVS_LIMITS.pageSize) {
    throw new KvsError(
      400,
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      'The page limit must be set between 1 and 100.',
    );
  }
  const isInPartition = partitionTest(index, request.partition ?? [], entity);
  const isInRange = rangeTestOf(index, request.range, entity);
  const passes = request.filters ? filterTest(request.filters, entity) : () => true;
  const direction = request.sort === 'DESC' ? -1 : 1;
  const start = readCursor(cursor, parameters);
  const found = rows
    .asOf(entityNamespace(entity.name), queryLagMs())
    .filter(isInPartition)
    .map((row) => ({ row, position: positionIn(index, row) }))
    .filter((entry): entry is { row: Row; position: Position } => entry.position !== null)
    .filter(({ position }) => isInRange(position[0]))
    .sort((a, b) => direction * comparePositions(a.position, b.position))
    .filter(({ position }) => start === null || direction * comparePositions(position, start) > 0);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page
      .filter(({ row }) => passes(valuesOf(row)))
      .map(({ row }) => answerOf(row, options?.metadataFields)),
    ...(last && found.length > limit && { cursor: writeCursor(last.position, parameters) }),
  };
}
