import type { Unit } from '#src/domain/capacity/forecast';
import type { SprintFollowUp } from '#src/domain/sprint/follow-up';
import type { ClosedOutcome } from '#src/domain/sprint/outcome';
import type { SprintPlan } from '#src/domain/sprint/plan';
import type { BoardSetup } from '#src/ports/boards';
import type { MissingPart } from '#src/ports/missing';
import type { SprintRights } from '#src/ports/sprint-changes';
import type { BoardSprint } from '#src/ports/sprint-list';
import type { VersionedNotes } from '#src/ports/sprint-notes';
import type { BacklogWords } from '#src/usecases/board-backlog';
import type { KnownPast } from '#src/usecases/sprint/past-of-team';

/** What there is to say of a sprint, by its state. */
export type SprintView =
  | { readonly state: 'future'; readonly plan: SprintPlan }
  | { readonly state: 'active'; readonly followUp: SprintFollowUp }
  | { readonly state: 'closed'; readonly outcome: ClosedOutcome };

/** A view with what it rests on. */
export interface ViewedSprint {
  readonly unit: Unit;
  /** null for a sprint that was closed without ever being started. */
  readonly view: SprintView | null;
  readonly past: KnownPast;
  readonly missing: readonly MissingPart[];
  readonly words: BacklogWords;
}

/** A sprint as one viewer sees it. */
export interface OpenedSprint extends ViewedSprint {
  readonly board: BoardSetup;
  /** Active and future ones in their order, then the last closed ones, newest first. */
  readonly sprints: readonly BoardSprint[];
  /** null when the board has no sprint to show. */
  readonly sprint: BoardSprint | null;
  readonly notes: VersionedNotes | null;
  readonly rights: SprintRights;
  readonly asOf: Date;
}
