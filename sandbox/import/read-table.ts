import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

import { ImportError, type Skipped } from '#sandbox/import/import-error';

/** One record of the file, and the line it begins on (the header is on line 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** Records that no sense could be made of. */
  readonly skipped: readonly Skipped[];
}

/** More broken records than this, and the file is no CSV. */
const MOST_BROKEN = 100;
const DELIMITERS: readonly [string, ...string[]] = [',', ';', '\t', '|'];

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands inside quoted text without being doubled',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside unquoted text',
};

function firstLine(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && line.trim() !== '');
  return found === -1 ? lines.length : found;
}

function detectDelimiter(header: string): string {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  const [first, ...rest] = DELIMITERS;
  return rest.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), first);
}

/** Records from a line on, up to the first broken one; `broken` is the index of the line that one begins on. */
function readFrom(
  lines: readonly string[],
  from: number,
  delimiter: string,
): { rows: Row[]; broken?: { at: number; reason: string } } {
  const rows: Row[] = [];
  let next = from;
  try {
    parse(lines.slice(from).join('\n'), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], context) => {
        rows.push({ line: firstLine(lines, next) + 1, cells });
        next = from + context.lines;
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = REASONS[error.code] ?? error.message;
    return { rows, broken: { at: firstLine(lines, next), reason } };
  }
}

/**
 * Reads CSV text with its line numbers. The delimiter (comma, semicolon, tab or bar) is found from the header. A
 * broken record costs its own line: reading goes on with the next one.
 * @throws ImportError when the text is empty or is no CSV.
 */
export function readTable(text: string): Table {
  if (text.includes('\0')) {
    throw new ImportError(
      'The file is not plain text, or was saved as UTF-16. Save it as CSV in UTF-8 and import that.',
    );
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const top = firstLine(lines, 0);
  const header = lines[top];
  if (header === undefined)
    throw new ImportError('The file is empty. Export the issues from Jira and import that.');
  const delimiter = detectDelimiter(header);
  const rows: Row[] = [];
  const skipped: Skipped[] = [];
  for (let from = top; from < lines.length;) {
    const read = readFrom(lines, from, delimiter);
    rows.push(...read.rows);
    if (read.broken === undefined) break;
    const { at, reason } = read.broken;
    if (rows.length === 0) throw new ImportError(`The first line cannot be read as column names: ${reason}.`);
    skipped.push({ line: at + 1, reason: `Not read: ${reason}.` });
    if (skipped.length > MOST_BROKEN) {
      throw new ImportError(
        `More than ${MOST_BROKEN} records are broken (the first on line ${skipped[0]?.line ?? 0}: ${reason}). Is this a CSV export from Jira?`,
      );
    }
    from = at + 1;
  }
  const [headers, ...body] = rows;
  return { delimiter, headers: headers?.cells.map((cell) => cell.trim()) ?? [], rows: body, skipped };
}
