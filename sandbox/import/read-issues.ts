import type { Columns, Meaning } from '#sandbox/import/columns';
import { bySprintName } from '#sandbox/import/derive-sprints';
import { ImportError, type Skipped } from '#sandbox/import/import-error';
import type { Row, Table } from '#sandbox/import/read-table';
import { readComment, readInstant, readNumber } from '#sandbox/import/values';

/** Somebody named in the file; `id` where the export has a column for it. */
export interface Person {
  readonly name: string;
  readonly id: string | null;
}

/** One issue of the file, with values read but nothing looked up yet. Text is wiki markup. */
export interface ImportedIssue {
  readonly line: number;
  readonly key: string | null;
  readonly id: string | null;
  readonly summary: string;
  readonly description: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly statusCategory: string | null;
  readonly priority: string | null;
  readonly resolution: string | null;
  readonly assignee: Person | null;
  readonly reporter: Person | null;
  readonly creator: Person | null;
  /** Epoch milliseconds. */
  readonly created: number | null;
  readonly updated: number | null;
  readonly resolved: number | null;
  /** `yyyy-MM-dd`. */
  readonly dueDate: string | null;
  readonly labels: readonly string[];
  /** Names, oldest first by their order. */
  readonly sprints: readonly string[];
  readonly estimate: number | null;
  readonly comments: readonly { created: number | null; author: string | null; text: string }[];
  /** Key, or Jira's id, of the parent or epic. */
  readonly parent: string | null;
  readonly links: ReturnType<Columns['links']>;
  readonly rank: string | null;
  readonly isFlagged: boolean;
}

const KEY = /^[A-Za-z][A-Za-z0-9_]*-\d{1,9}$/;
/** Jira takes no longer texts: characters. */
const LONGEST = { summary: 255, text: 32_767 };

type Note = (line: number, reason: string) => void;

/** Reads one row's values; what cannot be read is noted and left empty. */
function rowReader(columns: Columns, row: Row, note: Note) {
  const text = (meaning: Meaning) => columns.one(row, meaning) ?? null;
  const value = <Value>(meaning: Meaning, read: (cell: string) => Value | null, kind: string) => {
    const cell = text(meaning);
    const found = cell === null ? null : read(cell);
    if (cell !== null && found === null) note(row.line, `"${cell}" is not ${kind}: ${meaning} left empty.`);
    return found;
  };
  return {
    text,
    /** As much of a text as Jira keeps. */
    cut: (content: string, most: number, name: string) => {
      if (content.length <= most) return content;
      note(row.line, `${name} cut to ${most} characters: Jira keeps no more.`);
      return content.slice(0, most);
    },
    person: (name: Meaning, id: Meaning): Person | null => {
      const found = text(name);
      return found === null ? null : { name: found, id: text(id) };
    },
    instant: (meaning: Meaning) => value(meaning, readInstant, 'a date as Jira exports it'),
    number: (meaning: Meaning) => value(meaning, readNumber, 'a number of at least 0'),
  };
}

/** Why a row is no issue; null when it is one. */
function objection(row: Row, { headers }: Table, summary: string | null, key: string | null): string | null {
  if (row.cells.length !== headers.length) {
    return `${row.cells.length} values for ${headers.length} columns; is a text with commas or line breaks not quoted?`;
  }
  if (summary === null) return 'there is no summary.';
  return key !== null && !KEY.test(key) ? `"${key}" is not an issue key.` : null;
}

function readIssue(table: Table, columns: Columns, row: Row, note: Note): ImportedIssue | null {
  const { text, cut, person, instant, number } = rowReader(columns, row, note);
  const [summary, key] = [text('summary'), text('key')];
  const reason = objection(row, table, summary, key);
  if (reason !== null || summary === null) {
    note(row.line, `Not read: ${reason ?? ''}`);
    return null;
  }
  const dueDate = instant('dueDate');
  return {
    line: row.line,
    key: key?.toUpperCase() ?? null,
    id: text('id'),
    summary: cut(summary.replaceAll(/\s+/g, ' '), LONGEST.summary, 'Summary'),
    description: cut(columns.all(row, 'description')[0] ?? '', LONGEST.text, 'Description'),
    type: text('type'),
    status: text('status'),
    statusCategory: text('statusCategory'),
    priority: text('priority'),
    resolution: text('resolution'),
    assignee: person('assignee', 'assigneeId'),
    reporter: person('reporter', 'reporterId'),
    creator: person('creator', 'creatorId'),
    created: instant('created'),
    updated: instant('updated'),
    resolved: instant('resolved'),
    dueDate: dueDate === null ? null : new Date(dueDate).toISOString().slice(0, 10),
    labels: [...new Set(columns.all(row, 'labels').flatMap((cell) => cell.trim().split(/\s+/)))],
    sprints: [...new Set(columns.all(row, 'sprint').map((name) => name.trim()))].sort(bySprintName),
    estimate: number('estimate'),
    comments: columns.all(row, 'comment').map((cell) => {
      const comment = readComment(cell);
      return { ...comment, text: cut(comment.text, LONGEST.text, 'Comment') };
    }),
    parent: text('parent'),
    links: columns.links(row),
    rank: text('rank'),
    isFlagged: text('flagged') !== null,
  };
}

/**
 * Reads the issues of a table. Rows without a summary, with a broken key or with a key that was there before are
 * left out; a date or number that cannot be read is left empty. Both are in `skipped`, with the line.
 * @throws ImportError when no issue is left.
 */
export function readIssues(table: Table, columns: Columns): { issues: ImportedIssue[]; skipped: Skipped[] } {
  const noted: Skipped[] = [];
  const note: Note = (line, reason) => {
    noted.push({ line, reason });
  };
  const lines = new Map<string, number>();
  const issues: ImportedIssue[] = [];
  for (const row of table.rows) {
    const issue = readIssue(table, columns, row, note);
    if (issue === null) continue;
    const earlier = issue.key === null ? undefined : lines.get(issue.key);
    if (issue.key !== null && earlier !== undefined) {
      note(row.line, `Not read: ${issue.key} is already on line ${earlier}.`);
      continue;
    }
    if (issue.key !== null) lines.set(issue.key, row.line);
    issues.push(issue);
  }
  const skipped = [...table.skipped, ...noted].sort((a, b) => a.line - b.line);
  if (issues.length === 0) {
    const [first] = skipped;
    throw new ImportError(
      first
        ? `There is no issue to import. Line ${first.line}: ${first.reason}`
        : 'There is no issue in the file, only column names.',
    );
  }
  return { issues, skipped };
}
