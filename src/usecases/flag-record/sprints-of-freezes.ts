import type { KeptFreeze, KeptTally } from '#src/ports/flag-record';
import { ReadFailure } from '#src/ports/read-failure';
import type { BoardSprint, BoardSprints, ReadSprint } from '#src/ports/sprint-list';

/** A frozen sprint that is over. ISO 8601 instants in UTC. */
export interface FrozenSprint {
  readonly freeze: KeptFreeze;
  readonly startDate: string;
  readonly completeDate: string;
}

/** Frozen sprints by what is known of them. */
export interface SortedFreezes {
  /** How many of them still run. */
  readonly running: number;
  /** What is kept of those that are over, and still holds. */
  readonly tallied: readonly KeptTally[];
  /** Over, and not known; newest first. */
  readonly unread: readonly FrozenSprint[];
}

/** A sprint that is none any more, or that the viewer may not see; both look alike. */
async function orNothing(reading: Promise<BoardSprint>): Promise<BoardSprint | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ReadFailure && error.kind === 'not-found') return null;
    throw error;
  }
}

/**
 * Sorts what is frozen for a board. Sprints farther back than the board's list goes are asked for one by one where nothing is kept of
 * them; where something is, nobody re-opens them any more. A sprint that was deleted is left out.
 * @param freezes newest first.
 */
export async function sprintsOfFreezes(
  { readSprint }: { readonly readSprint: ReadSprint },
  {
    freezes,
    sprints,
    kept,
  }: {
    readonly freezes: readonly KeptFreeze[];
    readonly sprints: BoardSprints | null;
    readonly kept: readonly KeptTally[];
  },
): Promise<SortedFreezes> {
  const listed = new Map([...(sprints?.open ?? []), ...(sprints?.closed ?? [])].map((one) => [one.id, one]));
  const tallies = new Map(kept.map((tally) => [tally.sprintId, tally]));
  const sorted = { running: 0, tallied: [] as KeptTally[], unread: [] as FrozenSprint[] };
  for (const freeze of freezes) {
    const known = tallies.get(freeze.sprintId);
    const tally = known?.frozenAt === freeze.at ? known : undefined;
    const inList = listed.get(freeze.sprintId);
    const isFarBack = inList === undefined;
    if (isFarBack && tally !== undefined) {
      sorted.tallied.push(tally);
      continue;
    }
    const sprint = inList ?? (await orNothing(readSprint(freeze.sprintId)));
    if (sprint?.state === 'active') sorted.running += 1;
    if (sprint?.state !== 'closed' || sprint.startDate === null || sprint.completeDate === null) continue;
    const { startDate, completeDate } = sprint;
    if (tally?.startDate === startDate && tally.completeDate === completeDate) sorted.tallied.push(tally);
    else sorted.unread.push({ freeze, startDate, completeDate });
  }
  return sorted;
}
