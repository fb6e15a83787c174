import type { FunctionAnswers } from '#sandbox/jira/jql/app-functions.types';
import type { Issue } from '#sandbox/jira/model';
import type { Viewer } from '#sandbox/jira/permissions';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What a query is read against: whose it is, and when. */
export interface JqlContext {
  readonly site: JiraSite;
  readonly viewer: Viewer;
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA time zone of the viewer. */
  readonly zone: string;
  /** Ids of the saved filters that the query is read inside of; none for a query by itself. */
  readonly inFilters?: readonly string[];
  /** What the app's functions in the query stand for; without it the query may name none. */
  readonly answers?: FunctionAnswers;
  /** It is what an app's function answered for everybody: an issue in it that is gone or hidden is passed over, not refused. */
  readonly isFragment?: boolean;
}

/** A clause made ready: a test, and where known a short list that holds everything that can pass it. */
export interface Matcher {
  readonly test: (issue: Issue) => boolean;
  readonly candidates?: () => readonly Issue[];
}

/** One value of the right-hand side. */
export type Operand =
  | { readonly kind: 'empty' }
  /** `isNumber`: a whole number written without quotes. */
  | { readonly kind: 'text'; readonly text: string; readonly isNumber?: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] };

/** A clause with everything on its right. */
export interface ClauseParts {
  /** The field as the query names it. */
  readonly field: string;
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** A field that queries can name. */
export interface JqlField {
  /** Operators it takes. */
  readonly operators: ReadonlySet<string>;
  /** Makes a clause of it ready. @throws JqlError on values that Jira would refuse. */
  readonly match: (parts: ClauseParts, context: JqlContext) => Matcher;
  /** Ascending order; null when Jira cannot sort by it. */
  readonly order: ((a: Issue, b: Issue) => number) | null;
  /** The field's id in change logs, and how a query's value reads there; null when `was` and `changed` are refused. */
  readonly history: HistoryField | null;
}

/** What `was` and `changed` need of a field. */
export interface HistoryField {
  readonly fieldId: string;
  readonly current: (issue: Issue) => string | null;
  readonly resolve: (operand: Operand, field: string, context: JqlContext) => readonly (string | null)[];
}

export const EQUALITY = ['=', '!=', 'in', 'not in'] as const;
export const EMPTINESS = ['is', 'is not'] as const;
export const ORDERED = ['<', '<=', '>', '>='] as const;
export const CONTAINS = ['~', '!~'] as const;
export const PAST = ['was', 'was not', 'was in', 'was not in', 'changed'] as const;
