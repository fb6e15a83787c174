import { ImportError } from '#sandbox/import/import-error';
import type { Row, Table } from '#sandbox/import/read-table';

/** What a column of an export can mean. */
export type Meaning =
  | 'summary'
  | 'key'
  | 'id'
  | 'type'
  | 'status'
  | 'statusCategory'
  | 'projectKey'
  | 'projectName'
  | 'priority'
  | 'resolution'
  | 'assignee'
  | 'assigneeId'
  | 'reporter'
  | 'reporterId'
  | 'creator'
  | 'creatorId'
  | 'created'
  | 'updated'
  | 'resolved'
  | 'dueDate'
  | 'labels'
  | 'description'
  | 'sprint'
  | 'estimate'
  | 'comment'
  | 'parent'
  | 'outwardLink'
  | 'inwardLink'
  | 'rank'
  | 'flagged';

interface Column {
  readonly index: number;
  readonly header: string;
  readonly meaning: Meaning;
  /** The link type in `Outward issue link (Blocks)`. */
  readonly linkType?: string;
}

/** Headers of Jira's export, in lower case, with `Custom field (X)` read as X. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    summary: 'summary',
    'issue key': 'key',
    key: 'key',
    'issue id': 'id',
    'issue type': 'type',
    status: 'status',
    'status category': 'statusCategory',
    'project key': 'projectKey',
    'project name': 'projectName',
    priority: 'priority',
    resolution: 'resolution',
    assignee: 'assignee',
    'assignee id': 'assigneeId',
    reporter: 'reporter',
    'reporter id': 'reporterId',
    creator: 'creator',
    'creator id': 'creatorId',
    created: 'created',
    updated: 'updated',
    resolved: 'resolved',
    'due date': 'dueDate',
    labels: 'labels',
    description: 'description',
    sprint: 'sprint',
    comment: 'comment',
    comments: 'comment',
    parent: 'parent',
    'parent id': 'parent',
    'parent key': 'parent',
    'epic link': 'parent',
    rank: 'rank',
    flagged: 'flagged',
  } satisfies Record<string, Meaning>),
);

const ESTIMATES = ['story points', 'story point estimate', 'story points estimate'];
const CUSTOM = /^custom field \((.+)\)$/;
const LINK = /^(outward|inward) issue link \((.+)\)$/i;

/** The columns that are understood, those that are not, and how to read a row by meaning. */
export interface Columns {
  readonly understood: readonly { readonly column: string; readonly as: Meaning; readonly filled: number }[];
  readonly ignored: readonly string[];
  has(meaning: Meaning): boolean;
  /** The first value of that meaning in a row that is not blank; undefined when there is none. */
  one(row: Row, meaning: Meaning): string | undefined;
  /** All values of that meaning that are not blank, in the order of the columns. */
  all(row: Row, meaning: Meaning): readonly string[];
  /** Link values of a row with their link type. */
  links(row: Row): readonly { readonly isOutward: boolean; readonly type: string; readonly target: string }[];
}

const plain = (header: string) => {
  const lower = header.toLowerCase();
  return CUSTOM.exec(lower)?.[1] ?? lower;
};

const filledIn = (rows: readonly Row[], index: number) =>
  rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length;

function estimateIndex({ headers, rows }: Table, wanted: string | undefined): number {
  if (wanted !== undefined) {
    const name = wanted.trim().toLowerCase();
    const exact = headers.findIndex((header) => header.toLowerCase() === name);
    const index = exact === -1 ? headers.findIndex((header) => plain(header) === name) : exact;
    if (index !== -1) return index;
    throw new ImportError(
      `There is no column "${wanted}" for the estimates. The file has: ${[...new Set(headers)].join(', ')}.`,
    );
  }
  const candidates = headers.flatMap((header, index) => (ESTIMATES.includes(plain(header)) ? [index] : []));
  const [fullest] = candidates.sort((a, b) => filledIn(rows, b) - filledIn(rows, a));
  return fullest ?? -1;
}

function columnOf(header: string, index: number, estimate: number): Column[] {
  if (index === estimate) return [{ index, header, meaning: 'estimate' }];
  const link = LINK.exec(header);
  if (link) {
    const meaning = link[1]?.toLowerCase() === 'outward' ? 'outwardLink' : 'inwardLink';
    return [{ index, header, meaning, linkType: link[2] ?? '' }];
  }
  const meaning = MEANINGS.get(plain(header));
  return meaning === undefined ? [] : [{ index, header, meaning }];
}

/** How often each column name stands there, as `Labels ×3`. */
function counted(headers: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return new Map([...counts].map(([header, count]) => [header, count > 1 ? `${header} ×${count}` : header]));
}

function summarise(columns: readonly Column[], { rows, headers }: Table): Columns['understood'] {
  const names = counted(headers);
  const firsts = columns.filter(
    ({ header }, place) => columns.findIndex((column) => column.header === header) === place,
  );
  return firsts.map(({ header, meaning }) => {
    const same = columns.filter((column) => column.header === header);
    const isFilled = ({ cells }: Row) => same.some(({ index }) => (cells[index] ?? '').trim() !== '');
    return { column: names.get(header) ?? header, as: meaning, filled: rows.filter(isFilled).length };
  });
}

/**
 * Finds out what the columns mean, by the names that Jira's export gives them.
 * @param estimateColumn The column of the estimates where it is not called as Jira calls it.
 * @throws ImportError when there is no Summary column, or no column of that name.
 */
export function understandColumns(table: Table, estimateColumn?: string): Columns {
  const estimate = estimateIndex(table, estimateColumn);
  const columns = table.headers.flatMap((header, index) => columnOf(header, index, estimate));
  if (!columns.some(({ meaning }) => meaning === 'summary')) {
    throw new ImportError(
      `There is no column "Summary" in the first line (it reads: ${table.headers.join(', ').slice(0, 120)}). Export the issues from Jira as CSV, in English, and import that.`,
    );
  }
  const byMeaning = new Map<Meaning, Column[]>();
  for (const column of columns) {
    byMeaning.set(column.meaning, [...(byMeaning.get(column.meaning) ?? []), column]);
  }
  const known = new Set(columns.map(({ index }) => index));
  const ignored = table.headers.filter((header, index) => header !== '' && !known.has(index));
  const all = (row: Row, meaning: Meaning) =>
    (byMeaning.get(meaning) ?? []).flatMap(({ index }) => {
      const value = row.cells[index] ?? '';
      return value.trim() === '' ? [] : [value];
    });
  return {
    understood: summarise(columns, table),
    ignored: [...new Set(counted(ignored).values())],
    has: (meaning) => byMeaning.has(meaning),
    one: (row, meaning) => all(row, meaning)[0]?.trim(),
    all,
    links: (row) =>
      columns.flatMap(({ index, meaning, linkType }) => {
        const target = (row.cells[index] ?? '').trim();
        return linkType === undefined || target === ''
          ? []
          : [{ isOutward: meaning === 'outwardLink', type: linkType, target }];
      }),
  };
}
