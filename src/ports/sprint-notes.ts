import type { TeamDays } from '#src/domain/sprint/availability';
import type { Serves } from '#src/domain/sprint/goal/served';

/** What people say about one sprint on one board. */
export interface NotedSprint extends TeamDays {
  readonly serves: Serves | null;
}

/** One change: who made it (an account id), when (ISO 8601), and what was noted before. */
export interface NotesChange {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly before: NotedSprint;
}

/** Notes with their past, last change first; version 0 without any. */
export interface VersionedNotes {
  readonly version: number;
  readonly notes: NotedSprint;
  readonly changes: readonly NotesChange[];
}

export type LoadSprintNotes = (boardId: number, sprintId: number) => Promise<VersionedNotes>;

/** @returns false, and changes nothing, when the stored version is not the one before `next`. */
export type SaveSprintNotes = (boardId: number, sprintId: number, next: VersionedNotes) => Promise<boolean>;
