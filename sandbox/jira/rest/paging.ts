import type { Issue } from '#sandbox/jira/model';
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

type Compare = (a: Issue, b: Issue) => number;

/**
 * The token of the page after `last`. It holds that issue's place in the order as it was, not a count: what enters or leaves the
 * earlier pages meanwhile makes no later issue be skipped or come twice, and neither does a change of `last` itself.
 */
export function writeIssueToken(last: Issue, query: string): string {
  const numbers = Object.entries(last.customFields).filter(([, value]) => typeof value === 'number');
  // Only what lists are sorted by: the token has to fit into an address.
  const place: Issue = {
    ...last,
    description: null,
    labels: last.labels.slice(0, 1),
    customFields: Object.fromEntries(numbers),
  };
  return Buffer.from(JSON.stringify([place, digest(query)])).toString('base64url');
}

/** What comes after a token in a sorted list. @throws RestError 400 when the token is not one of ours or of another query. */
export function afterIssueToken(
  sorted: readonly Issue[],
  token: string | null | undefined,
  query: string,
  compare: Compare,
): readonly Issue[] {
  if (token === null || token === undefined || token === '') return sorted;
  const last = contentOf(token, query);
  if (typeof last !== 'object' || last === null || !('rank' in last)) throw refusedToken();
  return sorted.filter((issue) => compare(issue, last as Issue) > 0);
}

/** The next page of a token-paged list: opaque to callers, and only good for the query that it came from. */
export function writeToken(offset: number, query: string): string {
  return Buffer.from(JSON.stringify([offset, digest(query)])).toString('base64url');
}

/** Reads a token back. @throws RestError 400 when it is not one of ours or belongs to another query. */
export function readToken(token: string | null | undefined, query: string): number {
  if (token === null || token === undefined || token === '') return 0;
  const offset = contentOf(token, query);
  if (typeof offset !== 'number') throw refusedToken();
  return offset;
}

const refusedToken = () =>
  new RestError(400, ['The provided next page token is invalid or expired. Start the search again.']);

function contentOf(token: string, query: string): unknown {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw refusedToken();
  }
  if (!Array.isArray(parts)) throw refusedToken();
  const [content, mark] = parts as unknown[];
  if (mark !== digest(query)) throw refusedToken();
  return content;
}

function digest(text: string): number {
  let hash = 5381;
  for (const character of text) hash = ((hash * 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
