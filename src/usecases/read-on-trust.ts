import { median } from '#src/domain/capacity/amount';
import { deliveredLately, demandOf, type Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_REQUIRED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import { createOptionalParts } from '#src/usecases/optional-parts';
import { nextPageSize, trustedPageSize } from '#src/usecases/page-size';
import { inOrder, listedWidths, type WalkPorts, type WalkStart } from '#src/usecases/walk-backlog';

/** What is known of a team while its past is still being read. */
export interface Evidence {
  readonly unit: Unit;
  /** What it delivered in those sprints that need no reading. */
  readonly known: readonly SprintOutcome[];
  /** How many sprints or fortnights its past has in all. */
  readonly periods: number;
}

/**
 * Reads one page more of the backlog while the team's past is read, so that the two do not wait for one another. How far is
 * judged by what is known of the past or, failing that, by what the team plans for a sprint. A page that does not come is
 * no loss: the walk asks again when it needs it.
 */
export async function readOnTrust(
  { readBacklogPage }: WalkPorts,
  board: BoardToRead,
  start: WalkStart,
  evidence: Evidence,
): Promise<WalkStart> {
  const { next } = start.top;
  // Planned issues that did not come at once are read sprint by sprint, and may be enough.
  if (next === null || start.planned.next !== null) return start;
  const size = sizeOnTrust(start, evidence);
  if (size === 0) return start;
  const reading = readBacklogPage(board, next, size);
  const page = await createOptionalParts().or('rest-of-backlog', reading, null);
  if (page === null) return start;
  return { ...start, top: { issues: [...start.top.issues, ...page.issues], next: page.next } };
}

function sizeOnTrust(start: WalkStart, { unit, known, periods }: Evidence): number {
  const widths = listedWidths(inOrder(start), unit);
  // There will be no forecast, and so nothing to wait for.
  if (periods < SPRINTS_REQUIRED) return nextPageSize(widths, null);
  const demand = demandOf(deliveredLately(known, unit).map(({ amount }) => amount));
  return trustedPageSize(widths, demand?.five.p85 ?? plannedInFive(start, unit));
}

/**
 * Five sprints at 85 % lie above five usual ones: by 30 to 40 % for most teams, since the forecast is wide. A little more is asked for,
 * since what is missing takes a round trip more.
 */
const ABOVE_THE_MIDDLE = 1.3;

/** What five sprints may deliver, if a future sprint holds what a usual one delivers; null while none holds anything. */
function plannedInFive({ sprintIds, planned }: WalkStart, unit: Unit): number | null {
  const widths = listedWidths(planned.issues, unit);
  const amounts = sprintIds.map((id) =>
    planned.issues.reduce(
      (sum, { sprint }, index) => sum + (sprint?.id === id ? (widths[index] ?? 0) : 0),
      0,
    ),
  );
  const usual = median(amounts.filter((amount) => amount > 0));
  return usual === null ? null : usual * 5 * ABOVE_THE_MIDDLE;
}
