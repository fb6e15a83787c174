/** Issues on one page of a function's answer. Jira takes 1,000 values in a clause, which leaves room for a second page beside it. */
export const PAGE_OF_ISSUES = 500;

/** The most values that Jira takes from a function at once. */
export const MOST_ISSUES = 1_000;

/** What is listed, or why nothing can be: `too-many` for one answer, or a page after the last one. */
export type Listed =
  | { readonly kind: 'issues'; readonly ids: readonly string[] }
  | { readonly kind: 'refused'; readonly why: 'too-many' | 'no-such-page' };

/**
 * The ids of one page, or all of them where no page is asked for. They are in the order of their numbers, so that a page holds
 * the same issues whatever moved in the backlog.
 * @param page from 1 on; null for all.
 */
export function listIssues(ids: readonly string[], page: number | null): Listed {
  const sorted = [...new Set(ids)].toSorted((one, other) => Number(one) - Number(other));
  if (page === null) {
    if (sorted.length > MOST_ISSUES) return { kind: 'refused', why: 'too-many' };
    return { kind: 'issues', ids: sorted };
  }
  const from = (page - 1) * PAGE_OF_ISSUES;
  // The first page of nothing is empty; a later one was asked for by mistake.
  if (page > 1 && from >= sorted.length) return { kind: 'refused', why: 'no-such-page' };
  return { kind: 'issues', ids: sorted.slice(from, from + PAGE_OF_ISSUES) };
}
