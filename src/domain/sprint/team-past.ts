import type { Delivered, Unit } from '#src/domain/capacity/forecast';
import type { SayDo } from '#src/domain/capacity/over-commitment';
import { isTelling, SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { figuresOf, type SprintFigures } from '#src/domain/sprint/figures';

/**
 * - `exact`: from change logs.
 * - `approximate`: from how issues stand today, since too few change logs were read.
 * - `none`: too little history either way.
 */
export type PastQuality = 'exact' | 'approximate' | 'none';

/** One sprint that the forecast rests on; `committed` is 0 where it is not known, and then no part of the team's say/do record. */
export interface PastSprint extends SayDo {
  readonly sprintId: number;
}

/** A team's closed sprints as far as they are known, oldest first. */
export interface TeamPast {
  readonly unit: Unit;
  readonly quality: PastQuality;
  /** Of the sprints whose change logs were read, and that had something in them. */
  readonly records: readonly SprintRecord[];
  /** The same in the board's unit. */
  readonly figures: readonly SprintFigures[];
  /** What a forecast rests on; empty with too little history. */
  readonly history: readonly PastSprint[];
}

/**
 * Puts a team's past together: by its records where there are enough of them, or else by what is known approximately.
 * @param records oldest first.
 * @param approximate oldest first, in the unit.
 */
export function teamPast(
  records: readonly SprintRecord[],
  approximate: readonly Delivered[],
  unit: Unit,
): TeamPast {
  const telling = records.filter((record) => isTelling(record, unit));
  const figures = telling.map((record) => figuresOf(record, unit));
  const exact = figures.map(({ sprintId, committed, delivered }): PastSprint => ({
    sprintId,
    committed: committed.amount,
    delivered: delivered.amount,
  }));
  const known = { unit, records: telling, figures };
  if (exact.length >= SPRINTS_REQUIRED) return { ...known, quality: 'exact', history: exact };
  if (approximate.length < SPRINTS_REQUIRED) return { ...known, quality: 'none', history: [] };
  const byId = new Map(exact.map((sprint) => [sprint.sprintId, sprint]));
  const history = approximate.map(
    ({ sprintId, amount }) => byId.get(sprintId) ?? { sprintId, committed: 0, delivered: amount },
  );
  return { ...known, quality: 'approximate', history };
}
