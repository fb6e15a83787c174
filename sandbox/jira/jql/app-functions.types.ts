/** A JQL function as the manifest declares it. */
export interface DeclaredFunction {
  readonly moduleKey: string;
  readonly name: string;
  /** The key of the function behind it. */
  readonly functionKey: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  readonly types: readonly string[];
  readonly operators: readonly string[];
}

/** A clause of a query with a function on its right-hand side. */
export interface FunctionClause {
  /** The field as the query names it. */
  readonly field: string;
  readonly operator: string;
  readonly functionName: string;
  readonly arguments: readonly string[];
}

/** What a function answered: a fragment of a query, or words for whoever searches. */
export type FunctionAnswer = { readonly value: string } | { readonly error: string };

/** An answer that the site keeps for a clause, the same for everybody. Times are epoch milliseconds. */
export interface Precomputation extends FunctionClause {
  readonly id: string;
  readonly moduleKey: string;
  readonly answer: FunctionAnswer;
  readonly created: number;
  readonly updated: number;
  readonly used: number;
}

/** The answers at hand while a query is made ready. */
export interface FunctionAnswers {
  readonly declared: (name: string) => DeclaredFunction | undefined;
  /** undefined for a clause that was not asked about: one in a saved filter. */
  readonly answerFor: (clause: FunctionClause) => FunctionAnswer | undefined;
}

/** The kept answers of the app's functions. */
export interface KeptAnswers {
  readonly all: () => readonly Precomputation[];
  /** The extension's ARI, as Jira writes a function's key. */
  readonly ariOf: (moduleKey: string) => string;
  readonly functions: readonly DeclaredFunction[];
  /** @throws JqlError for a fragment that Jira would not take. */
  readonly update: (id: string, answer: FunctionAnswer) => void;
}

/** Calls the app's function. @throws Error when it fails. */
export type InvokeFunction = (declared: DeclaredFunction, clause: FunctionClause) => Promise<unknown>;

/** The app's functions in the site's queries. */
export interface AppFunctions extends KeptAnswers {
  /** Who runs the functions; until then queries that name one are refused. */
  readonly serveWith: (invoke: InvokeFunction) => void;
  /** Has every function in these queries answered, by what is kept or by the app. */
  readonly prepare: (queries: readonly string[]) => Promise<FunctionAnswers>;
}
