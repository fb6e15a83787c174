import { getJson } from './http';
import type { Issue, Page } from './jira-client';

const FIELDS = 'summary,status,issuetype,priority,assignee';

/** One page of what a query finds, in its order. @throws HttpError with Jira's words when Jira refuses the query. */
export async function searchIssues(jql: string, cursor: string | null): Promise<Page> {
  const query = new URLSearchParams({
    jql,
    fields: FIELDS,
    maxResults: '50',
    ...(cursor !== null && { nextPageToken: cursor }),
  });
  const answer = (await getJson(`/rest/api/3/search/jql?${query.toString()}`)) as {
    issues: readonly Issue[];
    nextPageToken?: string;
  };
  return { issues: answer.issues, next: answer.nextPageToken ?? null };
}
