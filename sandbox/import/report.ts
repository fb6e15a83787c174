import type { Catalogue } from '#sandbox/import/catalogue';
import type { Columns } from '#sandbox/import/columns';
import type { DerivedSprint } from '#sandbox/import/derive-sprints';
import type { Skipped } from '#sandbox/import/import-error';

/** What an import understood, made and left out. */
export interface ImportReport {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly boardId: number;
  /** Each column once, what it was taken for, and in how many rows it has a value. */
  readonly understood: Columns['understood'];
  readonly ignoredColumns: readonly string[];
  /** Issues imported. */
  readonly issues: number;
  /** Whole rows, values and links that were left out, by line of the file. */
  readonly skipped: readonly Skipped[];
  /** Sentences about what had to be derived. */
  readonly notes: readonly string[];
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** What had to be derived or assumed, in sentences. */
export function notesOf(
  columns: Columns,
  catalogue: Catalogue,
  sprints: readonly DerivedSprint[],
  facts: { renumbered: number; people: number; plain: number },
): string[] {
  const missing = (meaning: Parameters<Columns['has']>[0], note: string) =>
    columns.has(meaning) ? [] : [note];
  const count = (state: DerivedSprint['state']) => sprints.filter((sprint) => sprint.state === state).length;
  const sprintNote =
    sprints.length === 0
      ? 'The file names no sprints: how much the team delivers is unknown, so forecasts will say "too little history".'
      : `${plural(sprints.length, 'sprint')} by name: ${count('closed')} closed, ${count('active')} active, ${count('future')} future. An export has neither their states nor their dates: they were derived from what is done in them.`;
  return [
    sprintNote,
    ...missing(
      'estimate',
      'No column of estimates was found: the board counts issues. Name one with --estimate-column "Column".',
    ),
    ...missing('type', 'No column "Issue Type": all issues are stories.'),
    ...missing('status', 'No column "Status": all issues are in To Do.'),
    ...missing('rank', 'No column "Rank": issues are ranked in the order of the file.'),
    ...(catalogue.created.length > 0 ? [`Made on this site: ${catalogue.created.join(', ')}.`] : []),
    ...(facts.people > 0
      ? [`${plural(facts.people, 'user')} made from names in the file, without e-mail address.`]
      : []),
    ...(facts.renumbered > 0
      ? [`${plural(facts.renumbered, 'issue')} got a new key: theirs was missing or of another project.`]
      : []),
    ...(facts.plain > 0
      ? [`${plural(facts.plain, 'text')} could not be read as wiki markup and became plain paragraphs.`]
      : []),
  ];
}

/** Lines of the report that a terminal shows before it says how many more there are. */
const LINES_SHOWN = 20;

/** The report as text for a terminal. */
export function formatImportReport(report: ImportReport): string {
  const { project, issues, understood, ignoredColumns, skipped, notes } = report;
  const shown = skipped.slice(0, LINES_SHOWN);
  const more = skipped.length - shown.length;
  return [
    `Imported ${plural(issues, 'issue')} into ${project.name} (${project.key}).`,
    'Columns understood:',
    ...understood.map(({ column, as, filled }) => `  ${column}: ${as}, filled in ${plural(filled, 'row')}`),
    ...(ignoredColumns.length > 0 ? [`Columns ignored: ${ignoredColumns.join(', ')}`] : []),
    skipped.length === 0 ? 'Nothing was left out.' : 'Left out:',
    ...shown.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...notes,
  ].join('\n');
}
