import { readCursor, writeCursor } from '#sandbox/forge/kvs/cursor';
import { KvsError } from '#sandbox/forge/kvs/errors';
import { answerOf, type Storage } from '#sandbox/forge/kvs/key-value';
import { KVS_LIMITS } from '#sandbox/forge/kvs/limits';
import type { Condition, QUERY } from '#sandbox/forge/kvs/requests';
import { PLAIN } from '#sandbox/forge/kvs/rows';
import type { z } from 'zod';

function prefixOf(where: readonly Condition[]): string {
  const [condition, ...more] = where;
  if (!condition) return '';
  if (more.length > 0) {
    throw new KvsError(
      400,
      'QUERY_WHERE_INVALID',
      'KVS queries should contain only a single "where" clause.',
    );
  }
  if (condition.property !== 'key') {
    throw new KvsError(400, 'QUERY_WHERE_FIELD_INVALID', 'The specified field is not supported for filters.');
  }
  if (condition.condition !== 'BEGINS_WITH') {
    throw new KvsError(
      400,
      'INVALID_FILTER_CONDITION',
      'The specified condition is not supported for filters.',
    );
  }
  const [prefix, ...others] = condition.values;
  if (typeof prefix !== 'string' || others.length > 0) {
    throw new KvsError(
      400,
      'INVALID_FILTER_VALUES',
      'The specified number of values are not supported by the given condition.',
    );
  }
  return prefix;
}

/**
 * A page of plain key-value pairs in key order, as of the query lag ago.
 * @throws KvsError
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-query/
 */
export function query(request: z.infer<typeof QUERY>, { rows, queryLagMs }: Storage) {
  const { limit = KVS_LIMITS.defaultPageSize, after, where = [], options } = request;
  if (limit < 1 || limit > KVS_LIMITS.pageSize) {
    throw new KvsError(400, 'LIST_QUERY_LIMIT_EXCEEDED', 'Limit for list query should be below 100.');
  }
  const prefix = prefixOf(where);
  const start = readCursor(after, where)?.[1];
  const found = rows
    .asOf(PLAIN, queryLagMs())
    .filter(({ key }) => key.startsWith(prefix) && (start === undefined || key > start))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map((row) => answerOf(row, options?.metadataFields)),
    ...(last && found.length > limit && { cursor: writeCursor([null, last.key], where) }),
  };
}
