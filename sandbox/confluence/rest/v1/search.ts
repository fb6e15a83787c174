import type { Page } from '#sandbox/confluence/model';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { contentBean, expandOf } from '#sandbox/confluence/rest/v1/content';
import { ok } from '#sandbox/jira/rest/endpoint';
import { objectsIn } from '#sandbox/jira/rest/points';

type Test = (page: Page, call: WikiCall) => boolean;

const FIELDS: Readonly<Record<string, (page: Page, call: WikiCall) => string>> = {
  type: () => 'page',
  id: ({ id }) => id,
  content: ({ id }) => id,
  title: ({ title }) => title.toLowerCase(),
  space: ({ spaceId }, { site }) => site.space(spaceId).key.toLowerCase(),
  'space.key': ({ spaceId }, { site }) => site.space(spaceId).key.toLowerCase(),
  parent: ({ parentId }) => parentId ?? '',
};

const CLAUSE = /^\s*([a-z.]+)\s*(=|!=|not in|in)\s*(\([^()]*\)|"[^"]*"|'[^']*'|[^\s()"']+)\s*$/i;

const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .toLowerCase();

function testOf(text: string): Test {
  const [, name = '', operator = '', value = ''] = CLAUSE.exec(text) ?? [];
  const field = FIELDS[name.toLowerCase()];
  if (!field) throw new WikiError(501, `not simulated: the CQL "${text.trim()}"`);
  const isList = value.startsWith('(');
  const values = (isList ? value.slice(1, -1).split(',') : [value]).map(unquoted);
  const isNegated = operator.startsWith('!') || /^not/i.test(operator);
  return (page, call) => values.includes(field(page, call)) !== isNegated;
}

/**
 * The part of CQL that is simulated: `type`, `id`, `content`, `title`, `space` and `parent`, each equal to or in a list, joined by
 * `and`. @throws WikiError 501 for anything else.
 */
function readCql(cql: string | null): Test {
  if (cql === null || cql.trim() === '') throw new WikiError(400, 'The cql parameter is required');
  if (/\b(or|order\s+by)\b|~|[<>]/i.test(cql)) throw new WikiError(501, `not simulated: the CQL "${cql}"`);
  const tests = cql.split(/\s+and\s+/i).map(testOf);
  return (page, call) => tests.every((test) => test(page, call));
}

const MOST = 250;

const SEARCH = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/content/search',
  scopes: [['search:confluence'], ['read:content-details:confluence']],
  points: objectsIn('results'),
  isPublic: true,
  handle(call) {
    const test = readCql(call.query.get('cql'));
    const expand = expandOf(call);
    const limit = Number(call.query.get('limit') ?? 25);
    const start = Number(call.query.get('start') ?? 0);
    if (!Number.isInteger(limit) || limit < 1 || !Number.isInteger(start) || start < 0) {
      throw new WikiError(400, 'start and limit must be whole numbers');
    }
    const size = Math.min(limit, MOST);
    const found = [...call.site.all('pages')].filter(
      (page) => page.status === 'current' && call.viewer.canView(page) && test(page, call),
    );
    const shown = found.slice(start, start + size);
    const query = new URLSearchParams(call.query);
    query.set('start', String(start + size));
    return ok({
      results: shown.map((page) => contentBean(call, page, expand)),
      start,
      limit: size,
      size: shown.length,
      _links: {
        base: call.base,
        context: '/wiki',
        self: `${call.base}/rest/api/content/search`,
        ...(start + size < found.length && { next: `/rest/api/content/search?${query.toString()}` }),
      },
    });
  },
});

export const CONTENT_SEARCH = [SEARCH];
