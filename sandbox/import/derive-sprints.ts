const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTH = 14 * DAY;

/** What is known of an issue's way through sprints. */
export interface SprintIssue {
  /** Names, oldest first. */
  readonly sprints: readonly string[];
  readonly category: 'new' | 'indeterminate' | 'done';
  /** Epoch milliseconds; null when not known. */
  readonly resolved: number | null;
}

/** A sprint as it may have been. Instants are epoch milliseconds. */
export interface DerivedSprint {
  readonly name: string;
  readonly state: 'closed' | 'active' | 'future';
  readonly start: number;
  readonly end: number;
}

/** The order of sprints: by name, numbers by their value. */
export const bySprintName = new Intl.Collator('en', { numeric: true }).compare;

/** Index of the last sprint in which work is done, under way, or from which work was carried over; -1 for none. */
function lastTouched(names: readonly string[], issues: readonly SprintIssue[]): number {
  const touched = new Set(
    issues.flatMap(({ sprints, category }) => (category === 'new' ? sprints.slice(0, -1) : sprints)),
  );
  return names.findLastIndex((name) => touched.has(name));
}

/**
 * Derives sprints from the issues that name them, in the order of their names: an export has neither state nor dates.
 * All sprints before the last one with work done or under way are closed; that one is closed when all its issues are
 * done, else active; the rest are future. A closed sprint ends with its last resolved issue; without dates, sprints
 * are two weeks long and end one after another up to `now`.
 */
export function deriveSprints(issues: readonly SprintIssue[], now: number): readonly DerivedSprint[] {
  const names = [...new Set(issues.flatMap(({ sprints }) => sprints))].sort(bySprintName);
  const last = lastTouched(names, issues);
  const ownOf = (name: string) => issues.filter(({ sprints }) => sprints.at(-1) === name);
  const isLastOver = last >= 0 && ownOf(names[last] ?? '').every(({ category }) => category === 'done');
  const endOfLast = isLastOver ? now - DAY : now + LENGTH / 2;
  let previousEnd = -Infinity;
  return names.map((name, index): DerivedSprint => {
    if (index > last) return { name, state: 'future', start: now, end: now + LENGTH };
    const resolved = ownOf(name).flatMap((issue) =>
      issue.category === 'done' && issue.resolved !== null ? [Math.min(issue.resolved, now)] : [],
    );
    const usualEnd = endOfLast - (last - index) * LENGTH;
    const isActive = index === last && !isLastOver;
    const latest = resolved.length > 0 && !isActive ? Math.max(...resolved) + HOUR / 60 : usualEnd;
    const end = isActive ? usualEnd : Math.min(now, Math.max(latest, previousEnd + HOUR));
    const start = Math.max(previousEnd, Math.min(end - LENGTH, ...resolved.map((at) => at - HOUR)));
    previousEnd = end;
    return { name, state: isActive ? 'active' : 'closed', start, end };
  });
}
