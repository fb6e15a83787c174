import { parse } from 'csv-parse/sync';

/** One row of a CSV file with a header. */
export interface Row {
  /** As a spreadsheet counts them: the header is row 1. */
  readonly number: number;
  /** The first of these columns, by name in lower case, that has something in this row; '' when none has. */
  cell(...names: readonly string[]): string;
}

/**
 * Reads a CSV file that has a header with a Summary column, its columns separated as Jira offers. Jira's exports repeat names of columns that hold several values.
 * @throws Error when it is no CSV, has no Summary column or no row below the header.
 */
export function readTable(csv: string): {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
} {
  const [header = [], ...lines] = linesOf(csv);
  const columns = header.map((name) => name.trim().toLowerCase());
  if (!columns.includes('summary')) {
    throw new Error(`The file needs a column named Summary; it has: ${header.join(', ') || 'nothing'}.`);
  }
  if (lines.length === 0) throw new Error('The file has a header but no issues. Export some and try again.');
  const rows = lines.map((line, index): Row => {
    const cell = (...names: readonly string[]) =>
      names
        .flatMap((name) => columns.flatMap((column, place) => (column === name ? [line[place] ?? ''] : [])))
        .find((value) => value.trim() !== '') ?? '';
    return { number: index + 2, cell };
  });
  return { columns, rows };
}

/** Jira lets people choose what separates columns. */
const DELIMITERS = [',', ';', '\t', '|', '^'];
const HEADER = /^\uFEFF?([^\r\n]*)/u;

function delimiterOf(csv: string): string {
  const header = (HEADER.exec(csv)?.[1] ?? '').toLowerCase().replaceAll('"', '');
  const isKnown = (delimiter: string) => header.split(delimiter).some((name) => name.trim() === 'summary');
  return DELIMITERS.find(isKnown) ?? ',';
}

function linesOf(csv: string): readonly string[][] {
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file is not readable as CSV: ${reason} Save it as comma-separated values.`, {
      cause: error,
    });
  }
}
