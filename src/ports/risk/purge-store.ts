import type { Risk } from '#src/domain/risk/risk';
import type { RegisterRecord, RegisterStore } from '#src/ports/risk/register-store';

/** What it takes to remove risks for good. Every function throws an Error when the storage does not answer. */
export interface PurgeStore extends Pick<RegisterStore, 'read'> {
  /** A page of all registers of the site; the cursor is null after the last one. */
  readonly listRegisters: (
    cursor: string | null,
  ) => Promise<{ readonly records: readonly RegisterRecord[]; readonly cursor: string | null }>;
  /**
   * Removes a risk with every entry of its history. Of a removal that breaks off the risk itself is left, so that it can be removed
   * again. False when somebody wrote to the register meanwhile: then the risk is left.
   */
  readonly remove: (risk: Risk) => Promise<boolean>;
}
