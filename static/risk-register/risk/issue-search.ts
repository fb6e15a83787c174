import type { Bridge } from '../../ui/bridge';
import { fieldsOf, idOf, textOf } from '../../ui/json';

/** An issue as it is chosen. */
export interface FoundIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

const KEY = /^[a-z][a-z0-9_]*-\d+$/i;

function issueOf(value: unknown): readonly FoundIssue[] {
  const issue = fieldsOf(value);
  const [id, key] = [idOf(issue['id']), textOf(issue['key'])];
  const summary = textOf(fieldsOf(issue['fields'])['summary']) ?? '';
  return id === null || key === null ? [] : [{ id, key, summary }];
}

/** One issue by its key; null where there is none that the viewer may see. */
export async function readIssue({ jira }: Pick<Bridge, 'jira'>, key: string): Promise<FoundIssue | null> {
  try {
    return issueOf(await jira(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=summary`))[0] ?? null;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return null;
    throw error;
  }
}

/**
 * Issues by their key, or with the words in their summary, as the viewer may see them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-get
 */
export async function findIssues(bridge: Pick<Bridge, 'jira'>, text: string): Promise<readonly FoundIssue[]> {
  const wanted = text.trim();
  if (KEY.test(wanted)) {
    const found = await readIssue(bridge, wanted.toUpperCase());
    return found === null ? [] : [found];
  }
  const words = wanted.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (words === '') return [];
  const query = new URLSearchParams({
    jql: `summary ~ "${words}*" ORDER BY updated DESC`,
    fields: 'summary',
    maxResults: '8',
  });
  const { issues } = fieldsOf(await bridge.jira(`/rest/api/3/search/jql?${query.toString()}`));
  return Array.isArray(issues) ? issues.flatMap(issueOf) : [];
}
