import type { ExportScope } from '#src/contract/admin/data';
import { brokenRegisters, type FileRow } from '#src/domain/transfer/file';

import { demand, type AskData } from './demand';

/** What an export brought. */
export interface Exported {
  readonly rows: readonly FileRow[];
  /** Registers that somebody wrote to meanwhile, so that not all of them is here. */
  readonly broken: readonly string[];
}

/**
 * Reads all data, page by page.
 *
 * @param progress Told how many values there are so far.
 * @param isWanted Asked between pages; once false, no more is read and the answer is null.
 * @throws DataRefused
 */
export async function exportAll(
  ask: AskData,
  scope: ExportScope,
  progress: (rows: number) => void,
  isWanted: () => boolean = () => true,
): Promise<Exported | null> {
  // A list that somebody writes to meanwhile may show a value on two pages: the later one is the newer one.
  const rows = new Map<string, FileRow>();
  let cursor: string | null = null;
  do {
    const page: { readonly rows: readonly FileRow[]; readonly cursor: string | null } = await demand(
      ask,
      'export-data',
      { scope, cursor },
    );
    for (const row of page.rows) rows.set(`${row.entity} ${row.key}`, row);
    cursor = page.cursor;
    progress(rows.size);
  } while (cursor !== null && isWanted());
  if (cursor !== null) return null;
  const all = [...rows.values()];
  return { rows: all, broken: brokenRegisters(all) };
}
