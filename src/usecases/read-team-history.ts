import { fortnightsBefore } from '#src/domain/capacity/fortnights';
import type { Unit } from '#src/domain/capacity/forecast';
import { SPRINTS_CONSIDERED, type Period, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { LoadSprintOutcomes, SaveSprintOutcomes } from '#src/ports/sprint-outcomes';
import type { LoadSprintRecords } from '#src/ports/sprint-records';
import type { ClosedSprint, ReadPractice, ReadSprintHistory, ReadThroughput } from '#src/ports/sprints';
import { recallExact, withPractice, type RecalledHistory } from '#src/usecases/exact-history';
import {
  completeOutcomes,
  keepOutcomes,
  recallOutcomes,
  spansToRead,
  type Series,
} from '#src/usecases/remember-sprint-history';

export interface HistoryPorts {
  readonly readSprintHistory: ReadSprintHistory;
  readonly readThroughput: ReadThroughput;
  readonly readPractice: ReadPractice;
  readonly loadSprintRecords: LoadSprintRecords;
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

/** What is kept of that past, without asking Jira: exact figures where the viewer has records, approximate ones for the rest. */
export async function recallHistory(ports: HistoryPorts, past: PastToRead): Promise<RecalledHistory> {
  const kept = await recallOutcomes(ports.loadSprintOutcomes, past, past.spans);
  if (past.period === 'fortnight') return { outcomes: kept, saysPractice: true };
  return await recallExact(ports.loadSprintRecords, { ...past, unit: unitOf(past) }, kept);
}

/** All of that past: what is not known is read, and kept. */
export async function completeHistory(
  ports: HistoryPorts,
  past: PastToRead,
  { outcomes: known, saysPractice }: RecalledHistory,
): Promise<readonly SprintOutcome[]> {
  const { readSprintHistory, readThroughput, saveSprintOutcomes: save } = ports;
  const { board, period, spans } = past;
  if (!saysPractice && known.length > 0 && spansToRead(spans, known).length === 0) {
    const telling = await withPractice(ports.readPractice, { ...past, unit: unitOf(past) }, known);
    if (telling !== null) await keepOutcomes(save, past, telling);
    return telling ?? known;
  }
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
  const outcomes = await completeOutcomes({ read, save }, past, spans, known);
  return period === 'fortnight' ? sinceBegun(outcomes) : outcomes;
}

/** Fortnights before the first in which something was finished are those of a board that was not in use yet. */
function sinceBegun(fortnights: readonly SprintOutcome[]): readonly SprintOutcome[] {
  const first = fortnights.findIndex(({ deliveredItems }) => deliveredItems > 0);
  return fortnights.slice(Math.max(0, first));
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
