import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import type { BoardSetup } from '#src/ports/boards';
import type { MissingPart } from '#src/ports/missing';

/** Names and texts of what an assessment speaks of, by id: for showing, never for keeping. */
export interface BacklogWords {
  readonly issues: Readonly<Record<string, { readonly summary: string; readonly type: string }>>;
  readonly sprints: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly parents: Readonly<Record<string, { readonly key: string; readonly summary: string }>>;
  readonly priorities: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** The words of an answer that was kept: none. */
export const NO_WORDS: BacklogWords = {
  issues: {},
  sprints: {},
  people: {},
  parents: {},
  priorities: {},
  fields: {},
};

/** A board's backlog as one viewer sees it. */
export interface BoardBacklog {
  readonly board: BoardSetup;
  readonly asOf: Date;
  readonly isKept: boolean;
  /** false on boards without sprints: Kanban, or sprints switched off. */
  readonly hasSprints: boolean;
  /** In ascending order. */
  readonly activeSprintIds: readonly number[];
  /** What could not be read in time. */
  readonly missing: readonly MissingPart[];
  readonly assessment: BacklogAssessment;
  readonly words: BacklogWords;
}
