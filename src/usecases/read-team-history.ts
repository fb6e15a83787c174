import { fortnightsBefore } from '#src/domain/capacity/fortnights';
import type { Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_CONSIDERED, type Period, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';
import type { ClosedSprint, ReadSprintHistory, ReadThroughput } from '#src/ports/sprints';
import { completeOutcomes, recallOutcomes, type Series } from '#src/usecases/remember-sprint-history';

export interface HistoryPorts {
  readonly readSprintHistory: ReadSprintHistory;
  readonly readThroughput: ReadThroughput;
  readonly loadSprintOutcomes: LoadSprintOutcomes;
  readonly saveSprintOutcomes: SaveSprintOutcomes;
}

/** A team's past, cut into pieces that can be counted. */
export interface PastToRead extends Series {
  readonly period: Period;
  readonly spans: readonly ClosedSprint[];
}

/** The past of a board with sprints, by estimate or, where the board has no estimation field, by issue. */
export function sprintsToRead(
  board: BoardToRead,
  spans: readonly ClosedSprint[],
  isSure: boolean,
): PastToRead {
  return {
    board,
    name: board.estimation ? 'sprint-points' : 'sprint-items',
    isSure,
    period: 'sprint',
    spans,
  };
}

/** The past of a board without sprints: the last complete fortnights, by issue. */
export function fortnightsToRead(board: BoardToRead, now: Date, isSure: boolean): PastToRead {
  const spans = fortnightsBefore(now, SPRINTS_CONSIDERED).map(({ number, start, end }) => ({
    id: number,
    startDate: start,
    completeDate: end,
  }));
  return { board, name: 'fortnight-items', isSure, period: 'fortnight', spans };
}

/** What is kept of that past, without asking Jira. */
export async function recallHistory(
  ports: HistoryPorts,
  past: PastToRead,
): Promise<readonly SprintOutcome[]> {
  return await recallOutcomes(ports.loadSprintOutcomes, past, past.spans);
}

/** All of that past: what is not known is read, and kept. */
export async function completeHistory(
  { readSprintHistory, readThroughput, saveSprintOutcomes }: HistoryPorts,
  past: PastToRead,
  known: readonly SprintOutcome[],
): Promise<readonly SprintOutcome[]> {
  const { board, period, spans } = past;
  const read = async (unknown: readonly ClosedSprint[]) =>
    period === 'sprint'
      ? await readSprintHistory(board, unknown)
      : await readThroughput(
          board,
          unknown.map(({ id, startDate, completeDate }) => ({
            number: id,
            start: startDate,
            end: completeDate,
          })),
        );
  return await completeOutcomes({ read, save: saveSprintOutcomes }, past, spans, known);
}

/**
 * Whether a team has an estimation field and uses it nowhere: nothing delivered has an estimate, and nothing that was read
 * first. Such a backlog is counted in issues, for in points there would be nothing to say.
 */
export function isUnestimated(
  { board, period }: PastToRead,
  outcomes: readonly SprintOutcome[],
  issues: readonly { readonly estimate: number | null }[],
): boolean {
  return (
    period === 'sprint' &&
    board.estimation !== null &&
    outcomes.length + issues.length > 0 &&
    outcomes.every(({ deliveredPoints }) => deliveredPoints === 0) &&
    issues.every(({ estimate }) => estimate === null)
  );
}

/** The same past counted in issues. It is another row of figures, so neither is kept in place of the other. */
export function byItems(past: PastToRead): PastToRead {
  return { ...past, board: { ...past.board, estimation: null }, name: 'sprint-items' };
}

/** What a past is counted in. */
export function unitOf({ name }: PastToRead): Unit {
  return name === 'sprint-points' ? 'points' : 'items';
}
