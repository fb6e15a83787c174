import type { BoardSummary } from '#src/ports/boards';

/** Boards of exactly this name, whatever its case, as far as the app may see them. @throws ReadFailure */
export type FindBoardsNamed = (name: string) => Promise<readonly BoardSummary[]>;

/** The board that a name meant when it last meant one; null when it never did, as far as is known. */
export type RecallBoard = (name: string) => Promise<number | null>;

/** Notes which board a name means, so that it still means that one when the board is renamed. */
export type RememberBoard = (name: string, boardId: number) => Promise<void>;

/** Whether nobody is kept from reading a page that the app may see. @throws ReadFailure */
export type IsPageUnrestricted = (pageId: string) => Promise<boolean>;

/** How a clause holds the function: `issue in ready("…")` or `issue not in ready("…")`. */
export type ClauseOperator = 'in' | 'not in';

/** A function as it stands in somebody's query. */
export interface Clause {
  readonly functionName: string;
  readonly operator: ClauseOperator;
  readonly arguments: readonly string[];
}

/** An answer that Jira keeps for a clause, the same for everybody who searches. */
export interface Precomputation {
  readonly id: string;
  readonly clause: Clause;
  /** ISO 8601 instants. */
  readonly used: string;
  readonly updated: string;
}

/** What an answer is to be replaced by: a fragment of a query, or words that the search bar shows. */
export type PrecomputationUpdate =
  { readonly id: string; readonly value: string } | { readonly id: string; readonly error: string };

/** The app's kept answers that were used since then, last used first. @throws ReadFailure */
export type ListPrecomputations = (usedSince: Date) => Promise<readonly Precomputation[]>;

/** One that Jira has removed meanwhile is passed over. @throws ReadFailure */
export type UpdatePrecomputations = (updates: readonly PrecomputationUpdate[]) => Promise<void>;

/** That the functions are used on this site at all: the schedule does nothing on others. */
export interface FunctionUse {
  readonly note: () => Promise<void>;
  readonly isNoted: () => Promise<boolean>;
  /** When the next answer grows old, as far as the last run knew; null when no run has told. */
  readonly readNextDue: () => Promise<Date | null>;
  readonly saveNextDue: (at: Date) => Promise<void>;
  /** True for the first who asks in this hour, and for nobody else: schedules are delivered twice. */
  readonly claimHour: (hour: Date) => Promise<boolean>;
}
