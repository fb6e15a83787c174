import { parse } from 'papaparse';

import { mapColumns, type ColumnMapping } from '#src/domain/risk/csv/columns';
import { readRow, type ReadContext, type RowDraft } from '#src/domain/risk/csv/read-row';

/** A file as it was read. */
export interface CsvFile {
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** With the number of the row in the file, where the headers are row 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Rows with a quote that never ends, or the like. */
  readonly broken: readonly number[];
}

/** Reads a file of separated values, whatever separates them. Rows without anything in them are left out. */
export function readFile(text: string): CsvFile {
  const { data, errors } = parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const [headers = [], ...rest] = data;
  return {
    headers,
    mapping: mapColumns(headers),
    rows: rest
      .map((cells, index) => ({ line: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    broken: errors
      .filter(({ type }) => type === 'Quotes')
      .flatMap(({ row }) => (row === undefined ? [] : [row + 1])),
  };
}

/** A row as a risk, with its line. */
export interface DraftedRow extends RowDraft {
  readonly line: number;
}

export function draftRows({ rows, mapping }: CsvFile, context: ReadContext): readonly DraftedRow[] {
  return rows.map(({ line, cells }) => ({ line, ...readRow(cells, mapping, context) }));
}

/** The different values of one column, to be looked up. */
export function valuesOf(
  { rows, mapping }: CsvFile,
  column: 'owner' | 'ownerId' | 'issues' | 'acceptedById',
): readonly string[] {
  const at = mapping.columns.indexOf(column);
  if (at === -1) return [];
  const values = rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((value) => value !== '');
  return [...new Set(column === 'issues' ? values.flatMap((value) => value.split(/[\s,;]+/)) : values)];
}
