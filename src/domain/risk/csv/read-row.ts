import type { CalendarDate } from '#src/domain/risk/calendar';
import { plain, type ColumnMapping, type CsvColumn } from '#src/domain/risk/csv/columns';
import { unneutralise } from '#src/domain/risk/csv/formula';
import { readDate, readRating, readResponse, readState } from '#src/domain/risk/csv/tokens';
import { planFromText } from '#src/domain/risk/plan-text';
import type { Exposure, Rating, Scale } from '#src/domain/risk/rating';
import type { RiskFields, RiskState } from '#src/domain/risk/risk';
import { normalise, validate, type FieldProblem } from '#src/domain/risk/validate';

/** What a row is read against. */
export interface ReadContext {
  readonly scale: Scale;
  /** With the names that readers see, built-in categories included. */
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  /** accountIds by account id, name or mail address in lower case. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Issue ids by key in capitals; null where Jira is not there. */
  readonly issueIds: ReadonlyMap<string, string> | null;
  readonly today: CalendarDate;
}

/** A cell that is not understood. Its value is left out, and the row is read without it. */
export interface CellProblem {
  readonly column: CsvColumn;
  readonly kind:
    | 'not-a-rating'
    | 'not-a-date'
    | 'not-a-response'
    | 'not-a-state'
    | 'unknown-category'
    | 'unknown-owner'
    | 'unknown-issue'
    | 'half-a-residual'
    | 'missing';
  readonly value: string;
}

/** A row as a risk. */
export interface RowDraft {
  /** A rating that is missing is the middle of the scale; a category that is missing, or is none here, is left open. */
  readonly fields: RiskFields;
  readonly problems: readonly CellProblem[];
  /** What keeps the row from becoming a risk; empty when it can. */
  readonly invalid: readonly FieldProblem[];
}

/** Reads one row of a file. Nothing is guessed: what is not understood is named, cell by cell. */
export function readRow(
  cells: readonly string[],
  { columns }: ColumnMapping,
  context: ReadContext,
): RowDraft {
  const problems: CellProblem[] = [];
  const text = (column: CsvColumn) => unneutralise(cells[columns.indexOf(column)] ?? '').trim();
  /** What a cell says; null when it is empty or, with a problem noted, not understood. */
  const read = <T>(
    column: CsvColumn,
    kind: CellProblem['kind'],
    parse: (cell: string) => T | null,
  ): T | null => {
    const value = text(column);
    const parsed = value === '' ? null : parse(value);
    if (value !== '' && parsed === null) problems.push({ column, kind, value });
    return parsed;
  };
  const account = (cell: string) => context.accounts.get(cell.toLowerCase()) ?? null;
  const rating = (column: CsvColumn) =>
    read(column, 'not-a-rating', (cell) => readRating(cell, context.scale));
  const date = (column: CsvColumn) => read(column, 'not-a-date', readDate);
  const rated = (column: 'probability' | 'impact'): Rating => {
    const found = rating(column);
    if (text(column) === '') problems.push({ column, kind: 'missing', value: '' });
    return found ?? { step: (context.scale + 1) / 2, of: context.scale };
  };
  const residual = (): Exposure | null => {
    const [probability, impact] = [rating('residualProbability'), rating('residualImpact')];
    if (probability !== null && impact !== null) return { probability, impact };
    const column = probability === null ? 'residualProbability' : 'residualImpact';
    if (probability !== impact && text(column) === '')
      problems.push({ column, kind: 'half-a-residual', value: '' });
    return null;
  };
  const state = (): RiskState => {
    const kind = read('state', 'not-a-state', readState) ?? 'open';
    const [by, until] = [read('acceptedById', 'unknown-owner', account), date('acceptedUntil')];
    const on = date('endedOn') ?? context.today;
    if (kind === 'accepted') return { kind, by, until };
    return kind === 'happened' || kind === 'closed' ? { kind, on } : { kind };
  };
  const issueIds = text('issues')
    .split(/[\s,;]+/)
    .filter((key) => key !== '')
    .flatMap((value) => {
      const id = context.issueIds?.get(value.toUpperCase());
      if (id === undefined) problems.push({ column: 'issues', kind: 'unknown-issue', value });
      return id ?? [];
    });
  const ownerColumn = text('ownerId') === '' ? 'owner' : 'ownerId';
  const draft: RiskFields = {
    title: text('title'),
    cause: text('cause'),
    event: text('event'),
    effect: text('effect'),
    categoryId: read('category', 'unknown-category', (cell) => categoryIn(cell, context)),
    probability: rated('probability'),
    impact: rated('impact'),
    response: read('response', 'not-a-response', readResponse) ?? 'none',
    plan: planFromText(text('plan')),
    issueIds,
    ownerId: read(ownerColumn, 'unknown-owner', account),
    trigger: text('trigger'),
    dueOn: date('dueOn'),
    state: state(),
    residual: residual(),
  };
  const fields = { ...draft, ...normalise(draft) };
  return {
    fields,
    problems,
    invalid: validate(fields, { scale: context.scale, categories: categoriesOf(context) }),
  };
}

/** By its name, or by its id however it is spelled. */
function categoryIn(cell: string, { categories }: ReadContext): string | null {
  return (
    categories.find(({ id, name }) => plain(name) === plain(cell) || plain(id) === plain(cell))?.id ?? null
  );
}

function categoriesOf({ categories }: ReadContext) {
  return categories.map(({ id, name }) => ({ id, name }));
}
