import { boardAddress } from '#sandbox/api/addresses';
import { decodeCsv } from '#sandbox/import/decode-csv';
import { formatImportReport, importCsv } from '#sandbox/import/import-csv';
import type { JiraSite } from '#sandbox/jira/site.types';

/** A CSV file as it lies on the disk or was uploaded. */
export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The column of the estimates; null lets the import find it. */
  readonly estimateColumn: string | null;
}

export interface Imported {
  /** What was understood, skipped and why, for people. */
  readonly report: string;
  /** The address of the new board, below the site's. */
  readonly path: string;
}

/**
 * Loads a Jira CSV export into a project of its own.
 * @throws ImportError when it cannot be read; nothing is changed then.
 */
export function importInto(site: JiraSite, { name, bytes, estimateColumn }: CsvFile): Imported {
  const report = importCsv(site, decodeCsv(bytes), {
    fileName: name,
    now: site.clock.now(),
    ...(estimateColumn !== null && { estimateColumn }),
  });
  return { report: formatImportReport(report), path: boardAddress(report.project.key, report.boardId) };
}
