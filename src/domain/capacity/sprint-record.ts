/** A sum of estimates, and what it is the sum of. */
export interface Amount {
  /** Sum of the estimates, an empty one as 0; on a board that counts issues the same as `items`. */
  readonly points: number;
  readonly items: number;
  /** Those of `items` whose estimate was empty; none on a board that counts issues. */
  readonly withoutEstimate: number;
}

/** What one sprint planned and delivered, as numbers only: see docs/sprint-history.md for what each of them counts. */
export interface SprintRecord {
  readonly sprintId: number;
  /** ISO 8601 instants in UTC; of an active sprint `completeDate` is the moment up to which it was looked at. */
  readonly startDate: string;
  readonly completeDate: string;
  /** In the sprint at its start, whatever became of them; by the estimates at the start. */
  readonly committed: Amount;
  /** Those of `committed` that had been in an earlier sprint, which was closed by then. */
  readonly carriedIn: Amount;
  /** Joined the sprint while it ran, whatever became of them; by the estimates when they first joined. */
  readonly added: Amount;
  /** Taken out while the sprint ran and not put back; by the estimates when they were last taken out. */
  readonly removed: Amount;
  /** Net change of all estimates between start and end, and how many issues it comes from. */
  readonly reestimated: { readonly points: number; readonly items: number };
  /** Done inside the sprint and in it; by the estimates at the end. */
  readonly delivered: Amount;
  /** Done at the end, but before the sprint started or before they joined it; by the estimates at the end. */
  readonly outside: Amount;
  /** Not done at the end; by the estimates at the end. */
  readonly carriedOver: Amount;
  /**
   * When in the sprint each delivered issue became done, in time order: `at` is the part of the window that had passed (0 to 1),
   * `points` its estimate at the end, an empty one as 0.
   */
  readonly deliveries: readonly { readonly at: number; readonly points: number }[];
  /**
   * Of each delivered issue, in the order of `deliveries`, the days (and parts of days) that it was worked on: from when it first
   * left the statuses of the board's first column, or from its creation where it never stood there, until it became done for the
   * last time.
   */
  readonly cycleDays: readonly number[];
  /** Issues of the sprint that Jira named but did not show when it was asked for their fields; they are in no figure. */
  readonly unseen: number;
  /** Whether there were too many issues to look through for those that were taken out: `removed`, `committed` and `added` may be short. */
  readonly removedMayBeMissing: boolean;
}

/** Where an issue of a sprint ended; the words of Jira's own report. */
export type SprintList = 'completed' | 'completed-outside' | 'not-completed' | 'removed';

/** One issue of a sprint. Instants are milliseconds since 1970. */
export interface SprintIssue {
  readonly issueId: string;
  readonly list: SprintList;
  /** It was not in the sprint at its start. */
  readonly wasAdded: boolean;
  /** At the start it was also named by another sprint, which was closed by then. */
  readonly wasCarriedIn: boolean;
  /** Null when empty. Of an added issue, that of the moment it first joined. */
  readonly estimateAtStart: number | null;
  /** Null when empty. Of a removed issue, that of its last removal. */
  readonly estimateAtEnd: number | null;
  /** When it became done for the last time before the sprint's end; null when it was not done then. */
  readonly becameDone: number | null;
  /** When it first left the board's first column or, if it never stood there, when it was created; null while it stands there. */
  readonly startedWork: number | null;
}
