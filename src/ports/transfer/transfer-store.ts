import type { FileRow } from '#src/domain/transfer/file';

export interface ExportPage {
  readonly rows: readonly FileRow[];
  /** null at the end. */
  readonly cursor: string | null;
}

/** Says which registers are wanted: answers the ids of their pages. */
export type IsExported = (
  registers: readonly { readonly pageId: string; readonly spaceId: string }[],
) => Promise<ReadonlySet<string>>;

/** What a row would do to what is stored. `newer` and `older` speak of the file's, by its counter; `other` has none to go by. */
export type RowState = 'new' | 'same' | 'newer' | 'older' | 'other';

/** What is wrong with a row. */
export type RowProblem = 'unknown-entity' | 'not-exported' | 'unreadable' | 'wrong-key';

export type CheckedRow = { readonly state: RowState } | { readonly problem: RowProblem };

/** `skip` writes what is not there yet and touches nothing else; `restore` puts the file's value in the place of what is there. */
export type ImportMode = 'skip' | 'restore';

export interface WrittenRows {
  readonly written: number;
  /** Rows that are there as they are in the file. */
  readonly same: number;
  /** Rows that were left as they are here. */
  readonly kept: number;
  /** Rows whose time is over: they would have been removed by now. */
  readonly expired: number;
}

/** Reads and writes everything that is stored, row by row. */
export interface TransferStore {
  /**
   * A page of rows, register by register and then board by board.
   * @param cursor Of the page before; null for the beginning.
   * @param choose Which registers are wanted, by `pageId`; null for the whole site.
   * @param hasTime Asked between two readings; what is left is the next page.
   * @throws BadExportCursorError
   */
  readonly readRows: (
    cursor: string | null,
    choose: IsExported | null,
    hasTime: () => boolean,
  ) => Promise<ExportPage>;
  /** In the order asked. */
  readonly checkRows: (rows: readonly FileRow[]) => Promise<readonly CheckedRow[]>;
  /** Twice the same writes nothing more. Every row must have been found right before. @throws BadRowError */
  readonly writeRows: (rows: readonly FileRow[], mode: ImportMode, now: Date) => Promise<WrittenRows>;
  /** Removes a register with all that belongs to it, as far as one call comes; false when there is more. */
  readonly removeRegister: (registerId: string) => Promise<boolean>;
}

/** A row that is not one of the app's. Nothing of its call was written. */
export class BadRowError extends Error {
  override readonly name = 'BadRowError';
}

/** A cursor that no page gave. */
export class BadExportCursorError extends Error {
  override readonly name = 'BadExportCursorError';
}
