import { z } from 'zod';

/** A page of any list of issues. The last page carries no token. */
export function issuePage<Issue>(issue: z.ZodType<Issue>) {
  return z.object({ issues: z.array(issue), nextPageToken: z.string().nullish() });
}

interface Page<Issue> {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string | null | undefined;
}

/** Reads every page of a list, one after the other: each page's token comes with the page before. */
export async function allPages<Issue>(
  read: (token: string | null) => Promise<Page<Issue>>,
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  let token: string | null = null;
  do {
    const page: Page<Issue> = await read(token);
    issues.push(...page.issues);
    token = page.nextPageToken ?? null;
  } while (token !== null);
  return issues;
}

/** The query of a list of issues; a missing token asks for the first page. */
export function listQuery(query: {
  fields: readonly string[];
  jql: string;
  maxResults: number;
  nextPageToken: string | null;
}): URLSearchParams {
  const { fields, jql, maxResults, nextPageToken } = query;
  return new URLSearchParams({
    fields: fields.join(','),
    jql,
    maxResults: String(maxResults),
    ...(nextPageToken === null ? {} : { nextPageToken }),
  });
}
