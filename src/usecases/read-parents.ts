import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { ListedIssue } from '#src/ports/backlog';

/** Parents read at most: a point each. Two sprints of a team seldom belong to more. */
export const MOST_PARENTS = 10;

/**
 * Ids of the parents whose text decides something about an issue of the next two sprints, highest-ranked first: those that a check
 * missed. Without a forecast every issue counts as being of the next two.
 */
export function parentsToRead(issues: readonly AssessedIssue[]): readonly string[] {
  const wanted = issues.flatMap(({ parentId, horizon, undecided }) =>
    parentId !== null && horizon !== 'beyond' && undecided.some(({ reason }) => reason === 'parent-not-read')
      ? [parentId]
      : [],
  );
  return [...new Set(wanted)];
}

type Descriptions = ReadonlyMap<string, AdfNode | null | undefined>;

/** Puts the parents' descriptions that were read to their issues; the others' stay undefined. */
export function withParents<Issue extends Pick<ListedIssue, 'parent'>>(
  issues: readonly Issue[],
  descriptions: Descriptions,
) {
  return issues.map((issue) => ({
    ...issue,
    parent: issue.parent && { ...issue.parent, description: descriptions.get(issue.parent.id) },
  }));
}
