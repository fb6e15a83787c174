import type { Call } from '#sandbox/jira/rest/endpoint';
import { isObject } from '#sandbox/jira/rest/request';

/** The JQL that a call carries, wherever it is: Jira's operations all name it `jql`. */
export function queriesOf({ query, body }: Pick<Call, 'query' | 'body'>): readonly string[] {
  const given = [query.get('jql'), isObject(body) ? body['jql'] : undefined];
  return given.filter((jql) => typeof jql === 'string');
}
