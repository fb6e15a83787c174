import { isoDate } from '#sandbox/confluence/rest/beans';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { oldUserBean } from '#sandbox/confluence/rest/people';
import type { User } from '#sandbox/jira/model';
import { ok } from '#sandbox/jira/rest/endpoint';
import { identitiesIn } from '#sandbox/jira/rest/points';
import { listOf } from '#sandbox/jira/rest/request';

type Test = (user: User) => boolean;

const CLAUSE =
  /^\s*([a-z.]+)\s*(!=|!~|=|~|not\s+in\b|in\b)\s*(\(.*\)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'()~=!<>&|,:]+)\s*$/isu;
const LISTED = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'(),]+)\s*(,|$)/gsuy;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gsu;

const unparsable = (cql: string) => new WikiError(400, `Could not parse cql : ${cql}`);

const unquoted = (text: string) =>
  /^["']/.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') : text;

function listedIn(text: string, cql: string): readonly string[] {
  const inner = text.slice(1, -1);
  const found = [...inner.matchAll(LISTED)];
  const read = found.reduce((sum, [whole]) => sum + whole.length, 0);
  if (found.length === 0 || read < inner.length || found.at(-1)?.[2] === ',') throw unparsable(cql);
  return found.map(([, value = '']) => unquoted(value));
}

/** The words of a name as a text index has them: letters, marks and digits, without case. */
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** `user.fullname ~ "jo"`: each word begins some word of the name, as the documentation has it: "starting with jo". */
function isNamed(value: string, cql: string): Test {
  const wanted = wordsOf(value);
  if (wanted.length === 0) throw unparsable(cql);
  return ({ displayName }) => {
    const words = wordsOf(displayName);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
}

function testOf(clause: string, cql: string): Test {
  const [, name = '', asWritten = '', value = ''] = CLAUSE.exec(clause) ?? [];
  const operator = asWritten.toLowerCase().replace(/\s+/u, ' ');
  if (value === '') throw unparsable(cql);
  const isList = value.startsWith('(');
  if (isList !== operator.endsWith('in')) throw unparsable(cql);
  switch (name.toLowerCase()) {
    case 'type':
      if (operator !== '=' || unquoted(value).toLowerCase() !== 'user') throw unparsable(cql);
      return () => true;
    case 'user':
    case 'user.accountid': {
      if (operator.endsWith('~')) throw unparsable(cql);
      const ids = isList ? listedIn(value, cql) : [unquoted(value)];
      const isNegated = operator.startsWith('!') || operator.startsWith('not');
      return ({ accountId }) => ids.includes(accountId) !== isNegated;
    }
    case 'user.fullname':
      if (operator !== '~') throw new WikiError(501, `not simulated: the CQL "${cql}"`);
      return isNamed(unquoted(value), cql);
    case 'user.userkey':
      throw new WikiError(501, 'not simulated: user.userkey');
    default:
      throw new WikiError(400, `The field '${name}' is not supported by the user search: ${cql}`);
  }
}

/**
 * The part of CQL about people that is simulated: `type = user`, `user` and `user.accountid` equal to or in a list, `user.fullname`
 * with `~`, joined by `and`. Anything about content is refused, as Atlassian refuses it here.
 * @throws WikiError 400 for what is no such query, 501 for what is not simulated.
 */
function readUserCql(cql: string | null): Test {
  if (cql === null || cql.trim() === '') throw new WikiError(400, 'The cql parameter is required');
  const bare = cql.replaceAll(QUOTED, (text) => '_'.repeat(text.length));
  if (/\b(or|order\s+by)\b/i.test(bare)) throw new WikiError(501, `not simulated: the CQL "${cql}"`);
  const clauses: string[] = [];
  let from = 0;
  for (const { index, 0: and } of bare.matchAll(/\s+and\s+/gi)) {
    clauses.push(cql.slice(from, index));
    from = index + and.length;
  }
  const tests = [...clauses, cql.slice(from)].map((clause) => testOf(clause, cql));
  return (user) => tests.every((test) => test(user));
}

const STANDARD = 25;
const MOST = 250;

/** A whole number of the query. @throws WikiError 400 */
function numberOf({ query }: WikiCall, name: string, standard: number): number {
  const value = Number(query.get(name) ?? standard);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new WikiError(400, `${name} must be a whole number that is not negative`);
}

/** Whether it asks for licensed users: of guests, the other kind, there are none. @throws WikiError 400 */
function asksForUsers({ query }: WikiCall): boolean {
  const filter = query.get('sitePermissionTypeFilter') ?? 'none';
  if (filter === 'none' || filter === 'all') return true;
  if (filter === 'externalCollaborator') return false;
  throw new WikiError(400, `Provided value {${filter}} for 'sitePermissionTypeFilter' is not valid`);
}

const found = (call: WikiCall, { accountId, displayName }: User) => ({
  user: oldUserBean(call, accountId),
  title: displayName,
  excerpt: '',
  url: `/people/${encodeURIComponent(accountId)}`,
  breadcrumbs: [],
  entityType: 'user',
  iconCssClass: 'aui-icon content-type-profile',
  lastModified: isoDate(0),
  friendlyLastModified: isoDate(0).slice(0, 10),
  score: 0,
});

/**
 * Everybody who may use Confluence may search its people. Nothing documents that people whose account is deactivated are left out, and
 * nothing in the answer tells them apart: so they are found here, which is what an app has to hold against.
 */
const SEARCH = defineWikiEndpoint({
  operation: 'GET /wiki/rest/api/search/user',
  scopes: [['search:confluence'], ['read:content-details:confluence']],
  points: identitiesIn('results'),
  handle(call) {
    const cql = call.query.get('cql');
    const test = readUserCql(cql);
    const expand = listOf(call.query, 'expand');
    if (expand.length > 0) throw new WikiError(501, `not simulated: expand=${expand.join(',')}`);
    const start = numberOf(call, 'start', 0);
    const size = Math.min(numberOf(call, 'limit', STANDARD), MOST);
    const people = asksForUsers(call) ? [...call.site.people.all('users')].filter(test) : [];
    const shown = people.slice(start, start + size);
    const query = new URLSearchParams(call.query);
    query.set('start', String(start + size));
    const path = '/rest/api/search/user';
    return ok({
      results: shown.map((user) => found(call, user)),
      start,
      limit: size,
      size: shown.length,
      totalSize: people.length,
      cqlQuery: cql,
      searchDuration: 1,
      _links: {
        base: call.base,
        context: '/wiki',
        self: `${call.base}${path}`,
        ...(size > 0 && start + size < people.length && { next: `${path}?${query.toString()}` }),
      },
    });
  },
});

export const USER_SEARCH = [SEARCH];
