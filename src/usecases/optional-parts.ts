import type { MissingPart, OptionalPart } from '#src/ports/missing';
import { ReadFailure, type ReadFailureKind } from '#src/ports/read-failure';

/** Failures that pass: an answer goes without the part. Any other means that something is wrong, and is told. */
const PASSING: ReadonlySet<ReadFailureKind> = new Set([
  'rate-limited',
  'timed-out',
  'jira-unavailable',
  'confluence-unavailable',
]);

/** Gathers the parts of a reading that an answer goes without. */
export interface OptionalParts {
  /** What `reading` gives, or `without` when it failed for a reason that passes. @throws whatever else it failed for. */
  readonly or: <Value, Without>(
    part: OptionalPart,
    reading: Promise<Value>,
    without: Without,
  ) => Promise<Value | Without>;
  readonly isMissing: (part: OptionalPart) => boolean;
  /** One entry a part, with the longest time that Jira asked to wait. */
  readonly missing: () => readonly MissingPart[];
}

export function createOptionalParts(): OptionalParts {
  const found = new Map<OptionalPart, MissingPart>();
  return {
    or: async (part, reading, without) => {
      try {
        return await reading;
      } catch (error) {
        if (!(error instanceof ReadFailure) || !PASSING.has(error.kind)) throw error;
        const { kind: why, retryAfterSeconds } = error;
        const before = found.get(part);
        if (before === undefined || (retryAfterSeconds ?? 0) > (before.retryAfterSeconds ?? 0)) {
          found.set(part, { part, why, retryAfterSeconds });
        }
        return without;
      }
    },
    isMissing: (part) => found.has(part),
    missing: () => [...found.values()],
  };
}
