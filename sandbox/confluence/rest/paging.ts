import { type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import type { Answer } from '#sandbox/jira/rest/endpoint';

const STANDARD = 25;
const MOST = 250;

type Key = readonly [value: string | number, id: number];

function limitOf({ query }: WikiCall): number {
  const text = query.get('limit');
  if (text === null || text === '') return STANDARD;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new WikiError(400, `Provided value {${text}} for 'limit' must be between 1 and ${MOST}`);
}

function compare([a, one]: Key, [b, other]: Key): number {
  if (a < b) return -1;
  return a > b ? 1 : one - other;
}

function readCursor(text: string | null): Key | null {
  if (text === null || text === '') return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'number')
      return [value, id];
  } catch {
    // Refused below, like any other cursor that is not one of ours.
  }
  throw new WikiError(400, 'The provided cursor is invalid');
}

/** How a list may be sorted: names as the query has them, and what each compares. */
export type SortKeys<Item> = Readonly<Record<string, (item: Item) => string | number>>;

function sortOf<Item>({ query }: WikiCall, keys: SortKeys<Item>, standard: string) {
  const name = query.get('sort') ?? standard;
  const key = keys[name.replace(/^-/, '')];
  if (key) return { key, sign: name.startsWith('-') ? -1 : 1 };
  throw new WikiError(400, `Provided value {${name}} for 'sort' is not valid`);
}

/**
 * One page of a list, sorted as the query asks, with the address of the next in `_links.next` and in the Link header. The
 * cursor holds the place of the last item in the order, not a count: what comes or goes meanwhile makes nothing be skipped.
 */
export function cursorPage<Item extends { readonly id: string }>(
  call: WikiCall,
  items: readonly Item[],
  sort: { readonly keys: SortKeys<Item>; readonly standard: string },
  bean: (item: Item) => unknown,
): Answer {
  const { key, sign } = sortOf(call, sort.keys, sort.standard);
  const keyOf = (item: Item): Key => [key(item), Number(item.id.replace(/\D/g, ''))];
  const limit = limitOf(call);
  const after = readCursor(call.query.get('cursor'));
  const sorted = [...items].sort((a, b) => sign * compare(keyOf(a), keyOf(b)));
  const rest = after === null ? sorted : sorted.filter((item) => sign * compare(keyOf(item), after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const { base } = call;
  if (last === undefined || shown.length === rest.length) {
    return {
      status: 200,
      body: { results: shown.map(bean), _links: { base } },
      headers: { link: `<${base}>; rel="base"` },
    };
  }
  const query = new URLSearchParams(call.query);
  query.set('limit', String(limit));
  query.set('cursor', Buffer.from(JSON.stringify(keyOf(last))).toString('base64url'));
  const next = `${call.path}?${query.toString()}`;
  return {
    status: 200,
    body: { results: shown.map(bean), _links: { next, base } },
    headers: { link: `<${next}>; rel="next", <${base}>; rel="base"` },
  };
}
