import { RestError } from '#sandbox/jira/rest/endpoint';
import { integerOf } from '#sandbox/jira/rest/request';

/** Where a page starts and how long it may be. */
export interface PageRequest {
  readonly startAt: number;
  readonly maxResults: number;
}

/** Reads startAt and maxResults; lengths beyond `most` are cut to it, as Jira does. */
export function pageRequest(query: URLSearchParams, standard: number, most = standard): PageRequest {
  return {
    startAt: integerOf(query, 'startAt', 0),
    maxResults: Math.min(most, integerOf(query, 'maxResults', standard)),
  };
}

/** Cuts a page out of a list, in the shape of Jira's page beans. */
export function pageOf<Item>(items: readonly Item[], { startAt, maxResults }: PageRequest) {
  const values = items.slice(startAt, startAt + maxResults);
  return {
    maxResults,
    startAt,
    total: items.length,
    isLast: startAt + values.length >= items.length,
    values,
  };
}

/** The next page of a token-paged list: opaque to callers, and only good for the query that it came from. */
export function writeToken(offset: number, query: string): string {
  return Buffer.from(JSON.stringify([offset, digest(query)])).toString('base64url');
}

/** Reads a token back. @throws RestError 400 when it is not one of ours or belongs to another query. */
export function readToken(token: string | null | undefined, query: string): number {
  if (token === null || token === undefined || token === '') return 0;
  const refused = new RestError(400, [
    'The provided next page token is invalid or expired. Start the search again.',
  ]);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(parts)) throw refused;
  const [offset, mark] = parts as unknown[];
  if (typeof offset !== 'number' || mark !== digest(query)) throw refused;
  return offset;
}

function digest(text: string): number {
  let hash = 5381;
  for (const character of text) hash = ((hash * 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
