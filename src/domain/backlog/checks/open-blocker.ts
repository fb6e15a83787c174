import { defineCheck } from '#src/domain/backlog/checks/define-check';
import type { Blocker } from '#src/domain/backlog/issue';

/**
 * Fails when the issue is blocked by one that is neither done nor ahead of it. Ahead is: in an active sprint, in an
 * earlier future sprint, or higher in rank, for then the order of work already settles it. A blocker that is on no
 * list of this board is not ahead, even when another team has started it: this board cannot see when it ends. Where it
 * could not be looked up whether a blocker is under way, the verdict is unknown unless another one is sure to stand in the way.
 */
export const openBlocker = defineCheck({
  meta: { id: 'open-blocker', severity: 'critical', enabledByDefault: true },
  options: {},
  evaluate(issue, _options, { index }) {
    const open = issue.blockers.filter(
      (blocker) => blocker.statusCategory !== 'done' && blocker.key !== issue.key && !isAhead(blocker, index),
    );
    if (open.length === 0) return { result: 'pass' };
    const sure = open.filter(({ place }) => place.kind !== 'unknown');
    if (sure.length === 0) return { result: 'unknown', reason: 'blockers-not-read' };
    const byKey = new Map(sure.map((blocker) => [blocker.key, blocker]));
    return {
      result: 'fail',
      facts: {
        blockers: [...byKey.values()].map(({ key, place }) => ({
          key,
          placesBelow: place.kind === 'in-order' ? place.index - index : null,
        })),
      },
    };
  },
});

function isAhead({ place }: Blocker, index: number): boolean {
  return place.kind === 'ahead' || (place.kind === 'in-order' && place.index <= index);
}
