import { createHash } from 'node:crypto';

import { badRequest } from '#sandbox/forge/kvs/errors';

/** Where a page ended: the last row's position, which the next page starts after. */
export type Position = readonly [range: string | number | boolean | null, key: string];

const hashOf = (query: unknown) =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);

/** A cursor that only the same query can use. */
export function writeCursor(position: Position, query: unknown): string {
  return Buffer.from(JSON.stringify([hashOf(query), ...position])).toString('base64url');
}

/** @throws KvsError when it is not a cursor, or one of a query with other parameters. */
export function readCursor(cursor: string | undefined, query: unknown): Position | null {
  if (cursor === undefined) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw badRequest('The cursor is not valid.');
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw badRequest('The cursor is not valid.');
  const [hash, range, key] = parts as [unknown, Position[0], string];
  if (hash !== hashOf(query)) throw badRequest('The cursor belongs to a query with other parameters.');
  return [range, key];
}

const compareScalars = (a: Position[0], b: Position[0]) => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);

/** Orders by range value, then by key. */
export const comparePositions = (a: Position, b: Position) =>
  compareScalars(a[0], b[0]) || compareScalars(a[1], b[1]);
