import type { PreMortemEntry } from '#src/domain/risk/pre-mortem';

/** Where the entries of pre-mortems are kept: without names, and without who wrote them when. */
export interface PreMortemStore {
  /** All entries of a register's pre-mortem; those written a moment ago may be missing. */
  readonly read: (registerId: string) => Promise<readonly PreMortemEntry[]>;
  readonly add: (registerId: string, entry: PreMortemEntry) => Promise<void>;
  /** A digest that tells one voter of a register from another. */
  readonly voterOf: (registerId: string, accountId: string) => string;
}
