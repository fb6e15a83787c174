import type { AssessedRisk } from '#src/domain/risk/assess-register';
import { groupBy } from '#src/domain/risk/group';
import { compareLevels, levelOn, type Level } from '#src/domain/risk/level';
import { cellOf, isSameCell, type Cell, type Scale } from '#src/domain/risk/rating';
import { isLive, type Risk, type StateKind } from '#src/domain/risk/risk';

export type SortBy = 'number' | 'title' | 'level' | 'owner' | 'due';
export type GroupBy = 'none' | 'owner' | 'category';

/** Which risks are listed; null lists all. */
export interface ListFilter {
  /** Only risks with a critical finding: those of the first line. */
  readonly isNeedy: boolean;
  /** accountId, or `nobody`. */
  readonly owner: string | null;
  /** A category's id, or `no-category`. */
  readonly categoryId: string | null;
  readonly level: Level | null;
  /** `live` is open, mitigating or accepted. */
  readonly state: StateKind | 'live' | 'all';
  readonly cell: Cell | null;
  readonly text: string;
}

/** How the list is arranged. */
export interface ListArrangement {
  readonly filter: ListFilter;
  readonly sort: { readonly by: SortBy; readonly isReversed: boolean };
  readonly group: GroupBy;
}

export const EVERYTHING_LIVE: ListFilter = {
  isNeedy: false,
  owner: null,
  categoryId: null,
  level: null,
  state: 'live',
  cell: null,
  text: '',
};

export const AS_IT_COMES: ListArrangement = {
  filter: EVERYTHING_LIVE,
  sort: { by: 'level', isReversed: false },
  group: 'none',
};

/** Nobody's, among accountIds. */
export const NOBODY = 'nobody';

/** Those without one, among the ids of categories. */
export const NO_CATEGORY = 'no-category';

export const categoryKeyOf = ({ categoryId }: Pick<Risk, 'categoryId'>) => categoryId ?? NO_CATEGORY;

/** The category that a key stands for; null for none. */
export const categoryOf = (key: string) => (key === NO_CATEGORY ? null : key);

/** A risk as a row. */
export interface Row {
  readonly risk: Risk;
  readonly level: Level;
  /** null for one that is over. */
  readonly assessed: AssessedRisk | null;
}

/** Rows under one heading; the key is an accountId or `nobody`, a category's id or `no-category`, or nothing for a list without groups. */
export interface RowGroup {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** What the arrangement needs to know of words: names sort by how they read. */
export interface Names {
  readonly owner: (accountId: string | null) => string;
  readonly category: (id: string | null) => string;
  readonly compare: (one: string, other: string) => number;
}

export function rowsOf(
  risks: readonly Risk[],
  assessed: ReadonlyMap<string, AssessedRisk>,
  scale: Scale,
): readonly Row[] {
  return risks.map((risk) => ({
    risk,
    level: levelOn(risk, scale),
    assessed: assessed.get(risk.id) ?? null,
  }));
}

export const isNeedy = ({ assessed }: Row): boolean =>
  assessed?.findings.some(({ severity }) => severity === 'critical') ?? false;

/** Whether a risk is listed, leaving one part of the filter aside where its own choices are counted. */
export function isListed(row: Row, filter: ListFilter, scale: Scale, aside?: keyof ListFilter): boolean {
  const { risk, level } = row;
  const tests: { readonly [K in keyof ListFilter]: (wanted: ListFilter[K]) => boolean } = {
    isNeedy: (wanted) => !wanted || isNeedy(row),
    owner: (wanted) => wanted === null || (risk.ownerId ?? NOBODY) === wanted,
    categoryId: (wanted) => wanted === null || categoryKeyOf(risk) === wanted,
    level: (wanted) => wanted === null || level === wanted,
    state: (wanted) => wanted === 'all' || (wanted === 'live' ? isLive(risk) : risk.state.kind === wanted),
    cell: (wanted) => wanted === null || (isLive(risk) && isSameCell(cellOf(risk, scale), wanted)),
    text: (wanted) => matches(risk, wanted),
  };
  const passes = (part: keyof ListFilter) =>
    part === aside || (tests[part] as (wanted: unknown) => boolean)(filter[part]);
  return (Object.keys(tests) as (keyof ListFilter)[]).every(passes);
}

/** All words of the search are somewhere in the risk's texts or its key. */
function matches({ number, title, cause, event, effect, trigger }: Risk, wanted: string): boolean {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [`r-${number}`, title, cause, event, effect, trigger].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The listed rows in their order, by group. Equal rows stay in the order of their numbers. */
export function arrange(
  rows: readonly Row[],
  { filter, sort, group }: ListArrangement,
  scale: Scale,
  names: Names,
): readonly RowGroup[] {
  const listed = rows.filter((row) => isListed(row, filter, scale));
  const compare = comparing(sort.by, names);
  const sorted = [...listed].sort(
    (a, b) => (sort.isReversed ? -1 : 1) * compare(a, b) || a.risk.number - b.risk.number,
  );
  if (group === 'none') return [{ key: '', rows: sorted }];
  const keyOf = ({ risk }: Row) => (group === 'owner' ? (risk.ownerId ?? NOBODY) : categoryKeyOf(risk));
  const nameOf = (key: string) =>
    group === 'owner' ? names.owner(key === NOBODY ? null : key) : names.category(categoryOf(key));
  const isOpen = ({ key }: RowGroup) => Number(key === NOBODY || key === NO_CATEGORY);
  return [...groupBy(sorted, keyOf)]
    .map(([key, some]) => ({ key, rows: some }))
    .sort((a, b) => isOpen(b) - isOpen(a) || names.compare(nameOf(a.key), nameOf(b.key)));
}

function comparing(by: SortBy, { owner, compare }: Names): (a: Row, b: Row) => number {
  switch (by) {
    case 'number':
      return (a, b) => a.risk.number - b.risk.number;
    case 'title':
      return (a, b) => compare(a.risk.title, b.risk.title);
    case 'level':
      // Risks that are over come last: their level says nothing any more.
      return (a, b) =>
        Number(a.assessed === null) - Number(b.assessed === null) || compareLevels(a.level, b.level);
    case 'owner':
      return (a, b) =>
        Number(b.risk.ownerId === null) - Number(a.risk.ownerId === null) ||
        compare(owner(a.risk.ownerId), owner(b.risk.ownerId));
    case 'due':
      return (a, b) => compareText(a.assessed?.due.on ?? '9999', b.assessed?.due.on ?? '9999');
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
