import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import { SPRINTS_CONSIDERED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { ReadBoard } from '#src/ports/boards';
import type { ReadFields, ReadPriorities, SiteField, SitePriority } from '#src/ports/site';
import type { OpenSprint, ReadClosedSprints, ReadOpenSprints } from '#src/ports/sprints';
import { boardToRead } from '#src/usecases/board-to-read';
import type { OptionalParts } from '#src/usecases/optional-parts';
import { FIRST_PAGE_SIZE, PLANNED_PAGE_SIZE } from '#src/usecases/page-size';
import { readOnTrust } from '#src/usecases/read-on-trust';
import {
  completeHistory,
  fortnightsToRead,
  recallHistory,
  sprintsToRead,
  unitOf,
  type HistoryPorts,
  type PastToRead,
} from '#src/usecases/read-team-history';
import { spansToRead } from '#src/usecases/remember-sprint-history';
import type { WalkPorts, WalkStart } from '#src/usecases/walk-backlog';

export interface BeginningPorts extends HistoryPorts, WalkPorts {
  /** A caller that has read the board already hands over what it read. */
  readonly readBoard: ReadBoard;
  readonly readOpenSprints: ReadOpenSprints;
  readonly readClosedSprints: ReadClosedSprints;
  readonly readFields: ReadFields;
  readonly readPriorities: ReadPriorities;
}

/** All that is read before it is known how far down the backlog matters. */
export interface Beginning {
  readonly board: BoardToRead;
  /** Active and future ones in their order; null on a board without sprints. */
  readonly sprints: readonly OpenSprint[] | null;
  readonly fields: readonly SiteField[];
  readonly priorities: readonly SitePriority[];
  readonly past: PastToRead;
  readonly outcomes: readonly SprintOutcome[];
  /** What came first, by which it is told whether the team estimates at all. */
  readonly first: WalkStart;
  /** `first` with what was read further while the past was read. */
  readonly start: WalkStart;
}

/** Ids of the open sprints in this state, in their order. */
export function idsOf(sprints: readonly OpenSprint[] | null, state: OpenSprint['state']): readonly number[] {
  return (sprints ?? []).filter((sprint) => sprint.state === state).map(({ id }) => id);
}

/**
 * Reads side by side what does not wait for something else, in three rounds: the board, its sprints and the site's fields
 * and priorities; then planned issues, the top of the backlog and the last closed sprints; then the team's past and, on trust,
 * more of the backlog.
 */
export async function beginReading(
  ports: BeginningPorts,
  parts: OptionalParts,
  {
    boardId,
    settings,
    now,
  }: { readonly boardId: number; readonly settings: CheckSettings; readonly now: Date },
): Promise<Beginning> {
  const setup = ports.readBoard(boardId);
  const sprints = ports.readOpenSprints(boardId);
  const closed = parts.or('history', ports.readClosedSprints(boardId, SPRINTS_CONSIDERED), null);
  const fields = parts.or('fields', ports.readFields(), []);
  const priorities = parts.or('priorities', ports.readPriorities(), []);

  const board = Promise.all([setup, fields]).then(([read, site]) => boardToRead(read, site, settings));
  const planned = Promise.all([board, sprints]).then(([read, open]) =>
    ports.readSprintIssues(read, idsOf(open, 'future'), null, PLANNED_PAGE_SIZE),
  );
  const top = board.then((read) => ports.readBacklogPage(read, null, FIRST_PAGE_SIZE));
  const first = Promise.all([sprints, planned, top]).then(([open, plan, backlog]): WalkStart => ({
    sprintIds: idsOf(open, 'future'),
    planned: plan,
    top: backlog,
  }));

  const past = Promise.all([board, sprints, closed]).then(([read, open, spans]): PastToRead => {
    const isSure = !parts.isMissing('fields');
    return open === null ? fortnightsToRead(read, now, isSure) : sprintsToRead(read, spans ?? [], isSure);
  });
  const known = past.then((toRead) => recallHistory(ports, toRead));
  const completing = Promise.all([past, known]).then(([toRead, kept]) =>
    completeHistory(ports, toRead, kept),
  );
  const outcomes = parts.or('history', completing, []);
  const start = Promise.all([board, first, past, known]).then(([read, at, toRead, kept]) => {
    const { spans } = toRead;
    const isKnown = spans.length > 0 && spansToRead(spans, kept.outcomes).length === 0;
    // What is known of the past says exactly how far to read.
    if (isKnown) return at;
    const periods = parts.isMissing('history') ? SPRINTS_CONSIDERED : spans.length;
    return readOnTrust(ports, read, at, { unit: unitOf(toRead), known: kept.outcomes, periods });
  });

  const read = await Promise.all([board, sprints, fields, priorities, past, outcomes, first, start]);
  return {
    board: read[0],
    sprints: read[1],
    fields: read[2],
    priorities: read[3],
    past: read[4],
    outcomes: read[5],
    first: read[6],
    start: read[7],
  };
}
