import type { Delivered, Unit } from '#src/domain/capacity/forecast';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { teamPast, type TeamPast } from '#src/domain/sprint/team-past';
import type { BoardSetup } from '#src/ports/boards';
import type { KeptHealth } from '#src/ports/kept-health';
import type { BoardSprint } from '#src/ports/sprint-list';
import type { ClosedSprint } from '#src/ports/sprints';

/** The records of these sprints that are kept for the viewer and still hold, oldest first; Jira is not asked. */
export type RecallSprintRecords = (
  board: BoardSetup,
  sprints: readonly ClosedSprint[],
) => Promise<readonly SprintRecord[]>;

/** A team's past with what of it could not be had. */
export interface KnownPast {
  readonly team: TeamPast;
  /** Closed sprints that are still to be read from the change logs. */
  readonly unread: number;
  readonly removedMayBeMissing: boolean;
  /** Issues that Jira did not show although they belong to these sprints. */
  readonly unseen: number;
}

/** Sprints that were started and closed, as history needs them. */
export function closedSpans(sprints: readonly BoardSprint[]): readonly ClosedSprint[] {
  return sprints.flatMap(({ id, startDate, completeDate }) =>
    startDate === null || completeDate === null ? [] : [{ id, startDate, completeDate }],
  );
}

/** How many of these sprints have no record. */
export function unreadOf(spans: readonly ClosedSprint[], records: readonly SprintRecord[]): number {
  const read = new Set(records.map(({ sprintId }) => sprintId));
  return spans.filter(({ id }) => !read.has(id)).length;
}

/** @param approximate What is known where records are not, oldest first. */
export function knownPast(
  records: readonly SprintRecord[],
  unread: number,
  approximate: readonly Delivered[],
  unit: Unit,
): KnownPast {
  return {
    team: teamPast(records, approximate, unit),
    unread,
    removedMayBeMissing: records.some((record) => record.removedMayBeMissing),
    unseen: records.reduce((sum, record) => sum + record.unseen, 0),
  };
}

/** What the viewer's last answer for the board knows of closed sprints; null without one that holds. */
export function pastInHealth(kept: KeptHealth | null, basis: string) {
  if (kept?.basis !== basis || kept.assessment.history.period !== 'sprint') return null;
  const { delivered, approximate } = kept.assessment.history;
  return { unit: kept.assessment.unit, delivered, approximate };
}

/**
 * What sprints are counted in, where no backlog was read that tells: a board whose estimation field nobody fills in counts issues,
 * as its backlog does.
 */
export function unitOfRecords(board: BoardSetup, records: readonly SprintRecord[]): Unit {
  if (board.estimation === null) return 'items';
  const amounts = records.flatMap(({ committed, added, delivered, carriedOver }) => [
    committed,
    added,
    delivered,
    carriedOver,
  ]);
  const isUsed = amounts.some(({ points }) => points > 0);
  return !isUsed && amounts.some(({ items }) => items > 0) ? 'items' : 'points';
}
