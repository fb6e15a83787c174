import {
  listNamedIssues,
  type FactsPage,
  type IssueFacts,
  type SprintIssueSource,
} from '#src/adapters/jira/issues-of-sprints';
import type { ClosedSprint } from '#src/ports/sprints';

/** Sprints that are read together: three of a team of thirty issues a sprint fit on one page. */
const SPRINTS_TOGETHER = 3;
/** How many such rows there are at most; the last one has what is left. */
const ROWS = 3;

/** What was found of sprints that could be read as a whole. */
export interface NamedIssues {
  readonly sprints: readonly ClosedSprint[];
  readonly issues: readonly IssueFacts[];
}

/** Newest sprints first. */
function inRows(sprints: readonly ClosedSprint[]): readonly (readonly ClosedSprint[])[] {
  const newest = sprints.toReversed();
  return Array.from({ length: ROWS }, (_, row) => {
    const from = row * SPRINTS_TOGETHER;
    return newest.slice(from, row === ROWS - 1 ? undefined : from + SPRINTS_TOGETHER);
  }).filter((row) => row.length > 0);
}

/**
 * Reads the issues that these sprints name, the newest sprints first: their issues are read to the end, those of others while calls
 * are left. An issue of several sprints comes with the newest of them.
 * @param sprints oldest first.
 * @param calls how many pages may be read.
 */
export async function readNamedIssues(
  source: SprintIssueSource,
  sprints: readonly ClosedSprint[],
  calls: number,
): Promise<NamedIssues> {
  const rows = inRows(sprints).slice(0, Math.max(1, calls));
  const idsOf = (row: readonly ClosedSprint[]) => row.map(({ id }) => id);
  const page = async (row: number, from: string | null): Promise<FactsPage> =>
    await listNamedIssues(
      source,
      { of: idsOf(rows[row] ?? []), notOf: rows.slice(0, row).flatMap(idsOf) },
      from,
    );
  const firstPages = await Promise.all(rows.map(async (_, row) => await page(row, null)));
  let left = calls - rows.length;
  const read: { sprints: ClosedSprint[]; issues: IssueFacts[] } = { sprints: [], issues: [] };
  for (const [row, first] of firstPages.entries()) {
    const issues = [...first.issues];
    let { next } = first;
    while (next !== null && (row === 0 || left > 0)) {
      const further = await page(row, next);
      left -= 1;
      issues.push(...further.issues);
      ({ next } = further);
    }
    // What names an older sprint as well may be among the issues that are left: older ones wait together.
    if (next !== null) break;
    read.sprints.push(...(rows[row] ?? []));
    read.issues.push(...issues);
  }
  return read;
}
