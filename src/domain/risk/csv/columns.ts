/** What a column of a risk register's file may hold, in the order in which they are written. */
export const CSV_COLUMNS = [
  'number',
  'title',
  'cause',
  'event',
  'effect',
  'category',
  'probability',
  'impact',
  'level',
  'response',
  'plan',
  'issues',
  'owner',
  'ownerId',
  'trigger',
  'dueOn',
  'state',
  'acceptedById',
  'acceptedUntil',
  'endedOn',
  'residualProbability',
  'residualImpact',
  'reviewDueOn',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

/**
 * The header that is written, then other spellings that are read: those of common registers and of Jira's own
 * export, in English and German.
 */
const HEADERS: Readonly<Record<CsvColumn, readonly [string, ...string[]]>> = {
  number: [
    'Risk',
    'ID',
    'Risk ID',
    'Risk no',
    'Number',
    '#',
    'Key',
    'Issue key',
    'Risiko',
    'Nr',
    'Nummer',
    'Schlüssel',
    'Vorgangsschlüssel',
  ],
  title: [
    'Title',
    'Risk title',
    'Risk name',
    'Name',
    'Summary',
    'Statement',
    'Risk statement',
    'Description',
    'Risk description',
    'Titel',
    'Zusammenfassung',
    'Bezeichnung',
    'Risikobezeichnung',
    'Beschreibung',
    'Risikobeschreibung',
  ],
  cause: ['Cause', 'Because of', 'Root cause', 'Source', 'Ursache', 'Grund'],
  event: ['Event', 'Risk event', 'What may happen', 'Ereignis'],
  effect: [
    'Effect',
    'Consequence',
    'Consequences',
    'Then',
    'Impact description',
    'Effect description',
    'Folge',
    'Folgen',
    'Wirkung',
  ],
  category: ['Category', 'Risk category', 'Type', 'Risk type', 'Kategorie', 'Risikokategorie'],
  probability: [
    'Probability',
    'Likelihood',
    'Chance',
    'P',
    'Wahrscheinlichkeit',
    'Eintrittswahrscheinlichkeit',
  ],
  impact: ['Impact', 'Severity', 'I', 'Auswirkung', 'Auswirkungen', 'Schadenshöhe', 'Schadensausmaß'],
  level: [
    'Level',
    'Risk level',
    'Rating',
    'Risk rating',
    'Score',
    'Risk score',
    'Exposure',
    'Stufe',
    'Risikostufe',
    'Bewertung',
  ],
  response: [
    'Response',
    'Risk response',
    'Strategy',
    'Response strategy',
    'Treatment',
    'Umgang',
    'Strategie',
    'Risikostrategie',
    'Behandlung',
  ],
  plan: [
    'Mitigation plan',
    'Mitigation',
    'Plan',
    'Response plan',
    'Action',
    'Actions',
    'Mitigation strategy',
    'Gegenmaßnahme',
    'Gegenmaßnahmen',
    'Maßnahme',
    'Maßnahmen',
    'Plan der Gegenmaßnahme',
  ],
  issues: [
    'Mitigating issues',
    'Issues',
    'Jira issues',
    'Linked issues',
    'Jira',
    'Tickets',
    'Vorgänge',
    'Jira-Vorgänge',
    'Jira-Vorgänge der Gegenmaßnahme',
  ],
  owner: [
    'Owner',
    'Risk owner',
    'Assignee',
    'Responsible',
    'Assigned to',
    'Verantwortlich',
    'Verantwortliche Person',
    'Verantwortliche',
    'Verantwortlicher',
    'Zugewiesene Person',
    'Zuständig',
  ],
  ownerId: ['Owner account ID', 'Owner ID', 'Assignee ID', 'Account ID', 'Konto-ID'],
  trigger: [
    'Trigger',
    'Triggers',
    'Warning sign',
    'Early warning',
    'Anzeichen',
    'Auslöser',
    'Frühwarnzeichen',
  ],
  dueOn: [
    'Due date',
    'Due',
    'Due on',
    'Date',
    'Target date',
    'Deadline',
    'Fällig',
    'Fällig am',
    'Fälligkeitsdatum',
    'Termin',
    'Datum',
    'Gegenmaßnahme bis',
  ],
  state: ['State', 'Status', 'Risk status'],
  acceptedById: ['Accepted by account ID', 'Accepted by', 'Approver account ID'],
  acceptedUntil: ['Accepted until', 'Acceptance expires', 'Expiry', 'Expiry date', 'Akzeptiert bis'],
  endedOn: [
    'Ended on',
    'Closed on',
    'Happened on',
    'Date closed',
    'Closed',
    'Beendet am',
    'Geschlossen am',
    'Eingetreten am',
  ],
  residualProbability: ['Residual probability', 'Residual likelihood', 'Target probability'],
  residualImpact: ['Residual impact', 'Residual severity', 'Target impact'],
  reviewDueOn: ['Review due', 'Next review', 'Review date', 'Überprüfung fällig', 'Nächste Überprüfung'],
};

/** Written for readers; a register works them out itself. */
const NOT_READ: ReadonlySet<CsvColumn> = new Set(['number', 'level', 'reviewDueOn']);

/** What a file's headers stand for. */
export interface ColumnMapping {
  /** For each header in turn; null is not read. */
  readonly columns: readonly (CsvColumn | null)[];
  /** Headers that no column is called. */
  readonly unknown: readonly string[];
  /** Headers that stand for a column which an earlier header already does; they are not read. */
  readonly repeated: readonly { readonly header: string; readonly column: CsvColumn }[];
  /** No column holds a title: then no row can become a risk. */
  readonly hasTitle: boolean;
}

/** The first row of a file as it is written. */
export const CSV_HEADERS: readonly string[] = CSV_COLUMNS.map((column) => HEADERS[column][0]);

const BY_SPELLING: ReadonlyMap<string, CsvColumn> = new Map(
  CSV_COLUMNS.flatMap((column) => HEADERS[column].map((header) => [plain(header), column] as const)),
);

/**
 * Maps columns by their names, whatever the case, spaces, underscores and punctuation. The exact name wins over a
 * looser one.
 */
export function mapColumns(headers: readonly string[]): ColumnMapping {
  const found = headers.map((header) => BY_SPELLING.get(plain(header)) ?? null);
  const holderOf = (column: CsvColumn) => {
    const exact = headers.findIndex((header) => plain(header) === plain(HEADERS[column][0]));
    return exact === -1 ? found.indexOf(column) : exact;
  };
  const isHolder = (column: CsvColumn, index: number) => holderOf(column) === index;
  return {
    columns: found.map((column, index) =>
      column !== null && isHolder(column, index) && !NOT_READ.has(column) ? column : null,
    ),
    unknown: headers.filter((_, index) => found[index] === null),
    repeated: headers.flatMap((header, index) => {
      const column = found[index] ?? null;
      return column === null || isHolder(column, index) ? [] : [{ header, column }];
    }),
    hasTitle: found.includes('title'),
  };
}

/** Letters and digits alone, in lower case; a lone sign stays what it is. */
export function plain(text: string): string {
  const bare = text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || bare;
}
