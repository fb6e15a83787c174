import type { BacklogIssue, BlockerPlace } from '#src/domain/backlog/issue';
import type { ListedIssue } from '#src/ports/backlog';

/** Ids of the blockers that are not done and not among `issues`. */
export function unreadBlockers(issues: readonly ListedIssue[]): readonly string[] {
  const read = new Set(issues.map(({ id }) => id));
  const open = issues.flatMap(({ blockers }) =>
    blockers.filter(({ statusCategory }) => statusCategory !== 'done').map(({ id }) => id),
  );
  return [...new Set(open)].filter((id) => !read.has(id));
}

/** Says where each blocker stands: in an active sprint (by issue id), among `issues` in rank order, or elsewhere. */
export function placeBlockers(
  issues: readonly ListedIssue[],
  idsInActiveSprints: ReadonlySet<string>,
): readonly BacklogIssue[] {
  const indexes = new Map(issues.map(({ id }, index) => [id, index]));
  const placeOf = (id: string): BlockerPlace => {
    if (idsInActiveSprints.has(id)) return { kind: 'ahead' };
    const index = indexes.get(id);
    return index === undefined ? { kind: 'elsewhere' } : { kind: 'in-order', index };
  };
  return issues.map((issue) => ({
    ...issue,
    blockers: issue.blockers.map(({ id, ...blocker }) => ({ ...blocker, place: placeOf(id) })),
  }));
}
