import type { ReadFailureKind } from '#src/ports/read-failure';

/** A part of a reading that an answer can do without. */
export type OptionalPart = 'history' | 'rest-of-backlog' | 'blockers' | 'parents' | 'priorities' | 'fields';

/** What was not read in time, and why. */
export interface MissingPart {
  readonly part: OptionalPart;
  readonly why: ReadFailureKind;
  readonly retryAfterSeconds: number | null;
}
