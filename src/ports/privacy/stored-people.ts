/** Where a walk through everything that is stored has come to: opaque to whoever carries it. */
export interface WalkPlace {
  readonly kind: string;
  /** null at the beginning of a kind. */
  readonly cursor: string | null;
}

/** A stretch of the walk; `next` is null at its end. */
export interface CollectedPeople {
  readonly accounts: readonly string[];
  readonly next: WalkPlace | null;
}

export interface ErasedPeople {
  /** Stored values that were changed or removed. */
  readonly rows: number;
  readonly next: WalkPlace | null;
}

/** The accounts of one stretch. @param place null for the beginning. @throws Error when the storage does not answer. */
export type CollectPeople = (place: WalkPlace | null) => Promise<CollectedPeople>;

/**
 * Takes these accounts out of one stretch: doing it twice changes nothing more, and nothing that somebody writes meanwhile is lost.
 * @throws Error when the storage does not answer, or when somebody else writes to the same row again and again.
 */
export type ErasePeople = (place: WalkPlace | null, closed: ReadonlySet<string>) => Promise<ErasedPeople>;
