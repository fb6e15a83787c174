import type { BacklogIssue, BlockerPlace } from '#src/domain/backlog/issue';
import type { LinkedBlocker, ListedIssue } from '#src/ports/backlog';

/** Blockers that are not done and not among `issues`, each once. */
export function unreadBlockers(
  issues: readonly Pick<ListedIssue, 'id' | 'blockers'>[],
): readonly LinkedBlocker[] {
  const read = new Set(issues.map(({ id }) => id));
  const open = issues
    .flatMap(({ blockers }) => blockers)
    .filter(({ id, statusCategory }) => statusCategory !== 'done' && !read.has(id));
  return [...new Map(open.map((blocker) => [blocker.id, blocker])).values()];
}

/**
 * Says where each blocker stands: under way on this board (by issue id), among `issues` in rank order, or elsewhere.
 * @param underWay null when it could not be looked up; what is not among `issues` is then in an unknown place.
 */
export function placeBlockers<Issue extends Pick<ListedIssue, 'id' | 'blockers'>>(
  issues: readonly Issue[],
  underWay: ReadonlySet<string> | null,
): readonly (Omit<Issue, 'blockers'> & Pick<BacklogIssue, 'blockers'>)[] {
  const indexes = new Map(issues.map(({ id }, index) => [id, index]));
  const placeOf = (id: string): BlockerPlace => {
    if (underWay?.has(id) === true) return { kind: 'ahead' };
    const index = indexes.get(id);
    if (index !== undefined) return { kind: 'in-order', index };
    return { kind: underWay === null ? 'unknown' : 'elsewhere' };
  };
  return issues.map((issue) => ({
    ...issue,
    blockers: issue.blockers.map(({ id, ...blocker }) => ({ ...blocker, place: placeOf(id) })),
  }));
}
