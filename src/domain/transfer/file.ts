/** A stored value in a file: where it belongs, and what it is. */
export interface FileRow {
  readonly entity: string;
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Whose data a file holds. */
export type TransferScope = { readonly kind: 'site' } | { readonly kind: 'space'; readonly spaceId: string };

/** All data of a site or of a space. */
export interface DataFile {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** An instant as ISO 8601. */
  readonly madeAt: string;
  readonly scope: TransferScope;
  readonly rows: readonly FileRow[];
}

/** Why a text is not a file that can be read. `row` counts from 1. */
export type FileProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'other-format' }
  | { readonly kind: 'newer-version'; readonly version: number }
  | { readonly kind: 'bad-row'; readonly row: number };

export const FORMAT = 'evenkeel-data';

/** Raise it when rows are arranged otherwise, and read the older ones here too. */
export const FILE_VERSION = 1;

/** Entities of a register, in the order in which they are written: the register comes last, so that it is seen only as a whole. */
const LATER = ['risk', 'register-summary', 'register'];

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a file: a row a line, so that two files can be compared. */
export function writeFile(scope: TransferScope, madeAt: string, rows: readonly FileRow[]): string {
  const head = JSON.stringify({ format: FORMAT, version: FILE_VERSION, madeAt, scope });
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`);
  return `${head.slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}\n`;
}

/** Reads the text of a file. What the rows themselves hold is looked at by the app before it writes any. */
export function readFile(text: string): { readonly file: DataFile } | { readonly problem: FileProblem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { kind: 'not-json' } };
  }
  if (!isFields(value) || value['format'] !== FORMAT || !Array.isArray(value['rows'])) {
    return { problem: { kind: 'other-format' } };
  }
  const { version, madeAt, rows } = value;
  if (typeof version !== 'number' || typeof madeAt !== 'string') return { problem: { kind: 'other-format' } };
  if (version > FILE_VERSION) return { problem: { kind: 'newer-version', version } };
  const bad = rows.findIndex(
    (row) =>
      !isFields(row) ||
      typeof row['entity'] !== 'string' ||
      typeof row['key'] !== 'string' ||
      !isFields(row['value']),
  );
  if (bad >= 0) return { problem: { kind: 'bad-row', row: bad + 1 } };
  const scope = scopeOf(value['scope']);
  if (scope === null) return { problem: { kind: 'other-format' } };
  return { file: { format: FORMAT, version, madeAt, scope, rows: rows as FileRow[] } };
}

function scopeOf(value: unknown): TransferScope | null {
  if (!isFields(value)) return null;
  if (value['kind'] === 'site') return { kind: 'site' };
  const { kind, spaceId } = value;
  return kind === 'space' && typeof spaceId === 'string' ? { kind, spaceId } : null;
}

/** A row with its place in the file, which counts from 1. */
export interface PlacedRow {
  readonly place: number;
  readonly row: FileRow;
}

/** Rows in the order in which they are written: what belongs to a register before the register itself. */
export function inOrderOfWriting(rows: readonly FileRow[]): readonly PlacedRow[] {
  return rows
    .map((row, index) => ({ place: index + 1, row }))
    .sort((a, b) => LATER.indexOf(a.row.entity) - LATER.indexOf(b.row.entity) || a.place - b.place);
}

/**
 * Parts that fit into one call each.
 * @param most Bytes and rows of a part; a row that is larger alone is a part of its own.
 */
export function inParts(
  rows: readonly PlacedRow[],
  most: { readonly bytes: number; readonly rows: number },
): readonly (readonly PlacedRow[])[] {
  const parts: PlacedRow[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const placed of rows) {
    const size = new TextEncoder().encode(JSON.stringify(placed.row)).length + 1;
    const last = parts.at(-1);
    if (last === undefined || bytes + size > most.bytes || last.length >= most.rows) {
      parts.push([placed]);
      bytes = size;
    } else {
      last.push(placed);
      bytes += size;
    }
  }
  return parts;
}

/** The register that a row belongs to; null for one of a board or a sprint. */
export function registerOf({ entity, key, value }: FileRow): string | null {
  if (entity === 'register' || entity === 'register-summary') return key;
  const { registerId } = value;
  return entity.startsWith('risk') || entity === 'pre-mortem-entry'
    ? typeof registerId === 'string'
      ? registerId
      : null
    : null;
}

/**
 * Registers of which a file has not all: somebody wrote to them while it was made. Their rows count the versions of their risks, and
 * the file has the history of each version.
 */
export function brokenRegisters(rows: readonly FileRow[]): readonly string[] {
  const versions = new Map<string, number>();
  const events = new Map<string, number>();
  const add = (sums: Map<string, number>, id: string, more: number) =>
    sums.set(id, (sums.get(id) ?? 0) + more);
  for (const row of rows) {
    const id = registerOf(row);
    if (id === null) continue;
    if (row.entity === 'risk') add(versions, id, Number(row.value['version']));
    if (row.entity === 'risk-event' && row.value['riskId'] !== undefined) add(events, id, 1);
  }
  return rows.flatMap(({ entity, key, value }) => {
    if (entity !== 'register') return [];
    const { body } = value;
    const counted = isFields(body) ? Number(body['versions']) : 0;
    const isWhole = (versions.get(key) ?? 0) === counted && (events.get(key) ?? 0) === counted;
    return isWhole ? [] : [key];
  });
}
