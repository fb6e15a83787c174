import type { CycleResult } from '#src/domain/privacy/report-cycle';
import type { WalkPlace } from '#src/ports/privacy/stored-people';

/** A cycle that is under way, or the last one that ended. */
export interface Cycle {
  /** An instant as ISO 8601. */
  readonly startedAt: string;
  /**
   * `collect`: accounts are gathered, up to `place`; `report`: the first `reported` of them are reported; `erase`: those in `closed`
   * are taken out, up to `place`; `done`.
   */
  readonly phase: 'collect' | 'report' | 'erase' | 'done';
  readonly place: WalkPlace | null;
  /** Lists of accounts that were put away: see `CycleStore`. */
  readonly lists: number;
  readonly accounts: number;
  readonly reported: number;
  /** Closed accounts that are still to be taken out. */
  readonly closed: readonly string[];
  readonly closedInAll: number;
  readonly rows: number;
  /** The last cycle that ended; null before the first. */
  readonly last: CycleResult | null;
}

/** Where the work stands, between one run of the schedule and the next. */
export interface CycleStore {
  readonly load: () => Promise<Cycle | null>;
  readonly save: (cycle: Cycle) => Promise<void>;
  /** Accounts that are gathered, in lists by number from 0: one is at most `ACCOUNTS_A_LIST` long. Gone when the cycle ends. */
  readonly loadList: (number: number) => Promise<readonly string[]>;
  readonly saveList: (number: number, accounts: readonly string[]) => Promise<void>;
  readonly removeList: (number: number) => Promise<void>;
  /** Takes the work for this run until an instant; false when another run has it. */
  readonly take: (now: Date, until: Date) => Promise<boolean>;
  readonly giveBack: () => Promise<void>;
}

/** Ids of 128 characters each, so many of them fit into a value of 240 KiB. A multiple of what a report may name. */
export const ACCOUNTS_A_LIST = 1_350;
