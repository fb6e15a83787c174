import type { Priority } from '#src/domain/backlog/checks/define-check';
import type { FactsByCheck } from '#src/domain/backlog/finding';

export type Inversion = FactsByCheck['rank-inversion'];

/** One step may be a matter of taste; two, such as highest over medium or high over low, are not. */
const CLEAR_STEPS = 2;

/**
 * For each issue the highest-ranked one above it whose priority is at least two steps lower in the site's order, and so
 * many places above it is; null where there is none, or where the issue's priority is not among `priorities`. In one
 * pass: of each priority only its highest-ranked issue so far can be the answer.
 * @param issues In rank order. @param priorities Highest first.
 */
export function findInversions(
  issues: readonly { readonly key: string; readonly priorityId: string | null }[],
  priorities: readonly Priority[],
): readonly (Inversion | null)[] {
  const steps = new Map(priorities.map(({ id }, step) => [id, step]));
  const highest: number[] = priorities.map(() => Infinity);
  return issues.map(({ priorityId }, index) => {
    const step = priorityId === null ? undefined : steps.get(priorityId);
    if (step === undefined) return null;
    highest[step] = Math.min(highest[step] ?? Infinity, index);
    const above = Math.min(...highest.slice(step + CLEAR_STEPS));
    const key = issues[above]?.key;
    return key === undefined ? null : { key, placesAbove: index - above };
  });
}
