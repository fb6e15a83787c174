import type { Bridge } from '../../ui/bridge';
import { fieldsOf, idOf, textOf } from '../../ui/json';

/**
 * Summaries of issues by id, as far as the viewer may see them, asked of Jira by the browser; they are kept nowhere.
 * @param issueIds Digits, at least one.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-get
 */
export async function readSummaries(
  { jira }: Pick<Bridge, 'jira'>,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const query = new URLSearchParams({
    jql: `id in (${issueIds.join(', ')})`,
    fields: 'summary',
    maxResults: String(issueIds.length),
  });
  const { issues } = fieldsOf(await jira(`/rest/api/3/search/jql?${query.toString()}`));
  const listed: readonly unknown[] = Array.isArray(issues) ? (issues as unknown[]) : [];
  return new Map(
    listed.flatMap((value): [string, string][] => {
      const issue = fieldsOf(value);
      const [id, summary] = [idOf(issue['id']), textOf(fieldsOf(issue['fields'])['summary'])];
      return id === null || summary === null ? [] : [[id, summary]];
    }),
  );
}
